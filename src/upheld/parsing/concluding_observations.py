"""Concluding observations of a treaty body → praise, concerns, recommendations and requests.

"Concluding observations on the fourth periodic report of Sarovia" (CCPR/C/XSP/CO/4). Each numbered
paragraph is an item, and each of its lettered clauses one more under the paragraph's number:
"12", "12 (a)". A concern comes before the recommendation that answers it, as in the document; where
one paragraph holds both, they are its parts "1" and "2". The committee and the State stand in the
first page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from upheld.core.document import Document
from upheld.core.facts import DocumentFacts, DocumentKind, FirstPage
from upheld.core.findings import Finding
from upheld.core.flow import Flow
from upheld.core.items import Item, ItemKind
from upheld.parsing.numbered_paragraphs import (
    Clause,
    Heading,
    NumberedParagraph,
    in_order,
    missing_numbers,
    read_paragraphs,
    running_text,
    words_of,
)
from upheld.parsing.observation_kinds import (
    Section,
    is_follow_up,
    kind_of,
    recommendation_start,
    section_of,
)

TITLE = re.compile(
    r"^(?:\W|\d)*(?:concluding\s+(?:observations|comments)|conclusions\s+of)\b", re.I
)
SYMBOL = re.compile(r"/CO/\d[\d-]*(?:/Rev\.\d+|/Corr\.\d+)?$|^CCPR/CO/\d+/[A-Z]{3}$")


def recognise(document: Document, first_page: FirstPage) -> float:
    """How sure it is: the symbol ("CCPR/C/XSP/CO/4"), then the title."""
    named = TITLE.search(first_page.title) is not None
    numbered = SYMBOL.search(first_page.symbol) is not None
    if named or numbered:
        return 0.98 if named and numbered else 0.9
    opening = document.text[:3000]
    return 0.5 if re.search(r"^\W*concluding observations on the\b", opening, re.I | re.M) else 0.0


def parse(document: Document, first_page: FirstPage) -> DocumentFacts:
    """The facts of concluding observations; a first page alone has no items."""
    flow = running_text(document, first_page.symbol)
    paragraphs, headings = read_paragraphs(flow)
    items: list[Item] = []
    findings: list[Finding] = []
    section: Section | None = None
    for paragraph in paragraphs:
        section = _section(section, headings, paragraph)
        found = list(_items(flow, paragraph, section))
        findings += [*missing_numbers(flow, paragraph), *_reordered(document, found)]
        items += found
    return DocumentFacts(
        DocumentKind.CONCLUDING_OBSERVATIONS,
        first_page,
        items=tuple(items),
        findings=tuple(findings),
    )


def _section(
    section: Section | None, headings: list[Heading], paragraph: NumberedParagraph
) -> Section | None:
    """The section in which a paragraph stands: the last one opened by a heading above it."""
    for heading in headings:
        if heading.start < paragraph.start:
            section = section_of(heading.text) or section
    return section


def _reordered(document: Document, items: list[Item]) -> Iterator[Finding]:
    """Clauses whose lines the file holds out of order."""
    for item in items:
        words = re.sub(r"^\s*\([a-z]\)\s*", "", document.raw(item.span))
        if in_order(words) != words:
            yield Finding("text.reordered", item.page, {"number": item.number}, *item.span)


def _items(flow: Flow, paragraph: NumberedParagraph, section: Section | None) -> Iterator[Item]:
    lead = flow.text[paragraph.words : paragraph.lead_end]
    first_clause = paragraph.clauses[0] if paragraph.clauses else None
    whole = lead + (flow.text[first_clause.words : first_clause.end] if first_clause else "")
    bold = flow.block_at(paragraph.words).bold
    kind = kind_of(" ".join(whole.split()), section, bold=bold)
    if kind is None:
        return
    cut = recommendation_start(lead) if kind is ItemKind.RECOMMENDATION else 0
    number = str(paragraph.number)
    if cut:
        middle = paragraph.words + cut
        yield _item(flow, number, (paragraph.start, paragraph.words, middle), ItemKind.CONCERN, "1")
        yield _item(flow, number, (middle, middle, paragraph.lead_end), kind, "2")
    else:
        place = (paragraph.start, paragraph.words, paragraph.lead_end)
        yield _item(flow, number, place, kind)
    for clause in paragraph.clauses:
        place = (clause.start, clause.words, clause.end)
        yield _item(flow, f"{number} {clause.letter}", place, _clause_kind(flow, clause, kind))


def _clause_kind(flow: Flow, clause: Clause, kind: ItemKind) -> ItemKind:
    words = " ".join(flow.text[clause.words : clause.end].split())
    return ItemKind.FOLLOW_UP_REQUEST if is_follow_up(words) else kind


def _item(
    flow: Flow, number: str, place: tuple[int, int, int], kind: ItemKind, part: str = ""
) -> Item:
    start, words, end = place
    text = flow.text[words:end]
    return Item(
        number=number,
        text=words_of(text),
        page=flow.page(start),
        span=flow.span(start, words + len(text.rstrip())),
        kind=kind,
        part=part,
    )
