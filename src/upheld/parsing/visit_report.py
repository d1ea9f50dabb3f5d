"""Report of a special procedure → its recommendations, by paragraph and letter.

"Visit to Sarovia - Report of the Special Rapporteur on …" (A/HRC/55/956/Add.1). Recommendations
stand in the last part, "Conclusions and recommendations": "11. The Special Rapporteur recommends
that the Government: (a) Adopt …; (b) Recruit …". The conclusions beside them ask nobody to act.
Thematic reports of the same authors are read alike; they address all States.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from upheld.core.document import Document
from upheld.core.facts import DocumentFacts, DocumentKind, FirstPage
from upheld.core.findings import Finding
from upheld.core.flow import Flow
from upheld.core.items import Item
from upheld.parsing.numbered_paragraphs import (
    Heading,
    NumberedParagraph,
    missing_numbers,
    read_paragraphs,
    running_text,
    words_of,
)

HOLDER = (
    r"(?:special\s+rapporteurs?|independent\s+experts?|working\s+group|mandate\s+holders?|expert)"
)
AUTHOR = re.compile(
    rf"\breports?\s+(?:of|by|submitted\s+by)\s+the\s+(?:\w+\s+){{0,2}}?{HOLDER}\b", re.I
)
VISIT = re.compile(r"\b(?:visit|mission)\s+to\b|\bcountry\s+visit\b", re.I)
# The Universal Periodic Review has a Working Group too; a State's comments are no recommendations.
OTHER_PAPERS = re.compile(r"universal\s+periodic\s+review|\bcomments\s+(?:by|from|of)\b", re.I)
PART_WORDS = (
    r"(?:(?:main\s+)?conclusions?(?:\s*,?\s+(?:and|observations\s+and))?(?:\s+\w+){0,3}\s+recommendations?"
    r"|recommendations?(?:\s+(?:to|for|addressed)\b[^\n.]{0,60})?)"
)
LAST_PART = re.compile(rf"^\W*(?:(?:[IVX]+|\d+|[A-Z])\.)?\s*{PART_WORDS}\W*$", re.I)
# The same in a text, on a line of its own or glued to the sentence before it
LAST_PART_LINE = re.compile(
    rf"(?:^|[.;)”\d][ \t]+)(?:(?:[IVX]+|[A-Z])\.[ \t]+)?{PART_WORDS}[ \t]*$", re.I | re.M
)
SPEAKS = re.compile(
    rf"\b(?:{HOLDER}|she|he|they|it)\s+(?:\w+ly\s+)?(?:(?:also|further|therefore|thus|strongly|accordingly|hence)\s+)*"
    r"(?:recommends?|urges?|calls?\s+(?:up)?on|encourages?|invites?|requests?|reiterates?|suggests?|appeals?|proposes?)\b",
    re.I,
)
ADDRESSES = re.compile(
    r"\b(?:Governments?|States?|authorit(?:y|ies)|Parliament|legislat(?:ure|ors?)|judiciary|"
    r"ministr(?:y|ies)|businesses|business\s+enterprises|companies|corporations|civil\s+society|"
    r"international\s+(?:community|organizations)|country\s+team|donors|United\s+Nations|"
    r"institutions?|policymakers|stakeholders)\b[^.;:]{0,60}?"
    r"\b(?:should|must|(?:are|is)\s+(?:urged|encouraged|called\s+upon)|needs?\s+to|"
    r"ha(?:ve|s)\s+an\s+(?:\w+\s+)?obligation)\b"
)


def recognise(document: Document, first_page: FirstPage) -> float:
    """How sure it is: a visit in the title with its author, else the author and the last part."""
    author = AUTHOR.search(first_page.title) or AUTHOR.search(document.text[:3000])
    if not author or OTHER_PAPERS.search(first_page.title):
        return 0.0
    if VISIT.search(first_page.title):
        return 0.95
    return 0.6 if LAST_PART_LINE.search(document.text) else 0.0


def parse(document: Document, first_page: FirstPage) -> DocumentFacts:
    """The facts of a report; without a last part that recommends it has no items."""
    flow = running_text(document, first_page.symbol)
    paragraphs, headings = read_paragraphs(flow)
    part = _last_part(headings)
    items: list[Item] = []
    findings: list[Finding] = []
    for paragraph in paragraphs:
        if part is None or paragraph.start < part.start:
            continue
        if _recommends(flow, paragraph):
            items += _items(flow, paragraph)
            findings += missing_numbers(flow, paragraph)
    return DocumentFacts(
        DocumentKind.VISIT_REPORT, first_page, items=tuple(items), findings=tuple(findings)
    )


def _last_part(headings: list[Heading]) -> Heading | None:
    """The first heading of the last run of headings that announce recommendations."""
    found = None
    for heading in headings:
        if LAST_PART.match(" ".join(heading.text.split())):
            found = found or heading
        elif re.match(r"\s*[IVX]+\.\s", heading.text):
            found = None  # another main part follows: what was found is not the last one
    return found


def _recommends(flow: Flow, paragraph: NumberedParagraph) -> bool:
    """Whether a paragraph asks somebody to act, by its own words or by those of its clauses."""
    lead = " ".join(flow.text[paragraph.words : paragraph.lead_end].split())
    return bool(SPEAKS.search(lead) or ADDRESSES.search(lead))


def _items(flow: Flow, paragraph: NumberedParagraph) -> Iterator[Item]:
    yield _item(flow, str(paragraph.number), paragraph.start, paragraph.words, paragraph.lead_end)
    for clause in paragraph.clauses:
        number = f"{paragraph.number} {clause.letter}"
        yield _item(flow, number, clause.start, clause.words, clause.end)


def _item(flow: Flow, number: str, start: int, words: int, end: int) -> Item:
    text = flow.text[words:end]
    span = flow.span(start, words + len(text.rstrip()))
    return Item(number=number, text=words_of(text), page=flow.page(start), span=span)
