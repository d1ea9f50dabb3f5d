"""UPR Working Group report → recommendations with their States, numbers and positions.

From the reports of 2008 ("69. … enjoy the support of X: 1. That X share …") to the drafts of 2026
("6.1 Step up its efforts … (Austria);"). ``upr_outline`` finds the numbered text, ``upr_clauses``
cuts an item into recommendations, ``upr_positions`` reads the sentences that state a position,
``upr_references`` fetches what the conclusions name only by dialogue paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from upheld.core.document import Document, Span
from upheld.core.facts import DocumentFacts, DocumentKind, FirstPage
from upheld.core.findings import Finding
from upheld.core.flow import Flow
from upheld.core.items import Item, ItemKind
from upheld.core.positions import Position
from upheld.parsing.item_words import clean
from upheld.parsing.recommending_states import find_brackets
from upheld.parsing.upr_clauses import HEADING, split_clauses
from upheld.parsing.upr_later_positions import with_later_positions
from upheld.parsing.upr_numbering import Numbered, Paragraph
from upheld.parsing.upr_outline import CONCLUSIONS, Outline, Region, read_outline
from upheld.parsing.upr_positions import answers, read_position
from upheld.parsing.upr_references import find_referred, read_references

# Sessions of the Working Group whose reports collect a State's demands under one number (2008)
COLLECTING_SESSIONS = 3
LISTED_ITEM = re.compile(r"(?m)^[ \t]*\d{1,3}\.\d{1,3}\.?\s+[A-Z].*\([A-Z].*\)[;.]?[ \t]*$")
UNIVERSAL_PERIODIC_REVIEW = re.compile(r"universal\s+periodic\s+review", re.I)
WORKING_GROUP_REPORT = re.compile(
    r"report\s+of\s+the\s+working\s+group\s+on\s+the\s+universal\s+periodic\s+review", re.I
)
# "Colombia has submitted its views on recommendations noted in …": they stand in the list as well
VIEWS_SUBMITTED = re.compile(r"\bsubmitted\s+its\s+views\b(?!.*\bdid\s+not\b)", re.I | re.S)
LONG_WORD = re.compile(r"[^\W\d_⁰¹²³⁴-⁹]{4,}")
# Words that tie a demand to the one before, or say who recommends: dropped on purpose
TYING_WORDS = frozenset(
    {"also", "well", "while", "furthermore", "addition", "moreover", "further", "upon", "that"}
    | {"recommend", "recommends", "recommended", "recommendation", "regarding", "regard", "regards"}
    | {"encourage", "encourages", "encouraged", "urge", "urges", "urged", "call", "calls", "called"}
    | {"invite", "invites", "invited", "should", "state", "government", "country", "authorities"}
)
# An item that answers recommendations printed elsewhere and is none itself
COMMENT = re.compile(
    r"(?:with\s+regards?\s+to|regarding|concerning|as\s+for|on)?\s*(?:the\s+)?"
    r"recommendations?\b.{0,160}?"
    r"\b(?:in|under|of)\s+para(?:graph)?s?\b",
    re.I | re.S,
)
# "The recommendations listed above enjoy the support of Morocco." behind the last item of a list
AFTER_LIST = re.compile(
    r"(?m)(?<=[.;:)\]])\s*^[ \t]*((?:The|These|Those|All(?: the)?)\s+"
    r"(?:above[- ]?(?:mentioned)?\s+)?recommendations?\b[\s\S]*)"
)


def recognise(document: Document, first_page: FirstPage) -> float:
    """How sure it is that this is a Working Group report: its title, its section, its list.

    Drafts of 2026 circulate as the list alone ("6.1 Ratify … (Yemen);"), without a first page.
    """
    if "/Add." in first_page.symbol:
        return 0.0
    if CONCLUSIONS.search(document.text) and UNIVERSAL_PERIODIC_REVIEW.search(document.text):
        return 0.9
    if WORKING_GROUP_REPORT.search(first_page.title):
        return 0.5
    listed = islice(LISTED_ITEM.finditer(document.text), 12)
    return 0.6 if sum(bool(find_brackets(match[0])) for match in listed) >= 5 else 0.0


def parse(document: Document, first_page: FirstPage) -> DocumentFacts:
    """The facts of a Working Group report; without conclusions it has no items."""
    flow = Flow.of(document)
    outline = read_outline(flow)
    if outline is None:
        return DocumentFacts(DocumentKind.UPR_REPORT, first_page)
    items: list[Item] = []
    findings: list[Finding] = list(_numbering_findings(flow, outline))
    collected = first_page.session is not None and first_page.session <= COLLECTING_SESSIONS
    taken: set[str] = set()  # references already followed: later paragraphs may name them again
    for paragraph in outline.paragraphs:
        items.extend(_listed(flow, paragraph, collected, findings))
        items.extend(_referred(flow, outline, paragraph, first_page.states, taken, findings))
        findings.extend(_unread(flow, paragraph))
    items = list(with_later_positions(flow, outline, items))
    return DocumentFacts(
        kind=DocumentKind.UPR_REPORT,
        first_page=first_page,
        items=tuple(items),
        pledges=tuple(_pledges(flow, outline.pledges)),
        findings=tuple(findings),
    )


def _numbering_findings(flow: Flow, outline: Outline) -> Iterator[Finding]:
    """Numbers that stand at the beginning of a line and are no items, and misprinted ones."""
    for paragraph in outline.paragraphs:
        for item in paragraph.misprinted:
            yield Finding(
                "number.misprinted",
                flow.page(item.start),
                {"printed": item.printed, "expected": item.number},
                *flow.span(item.start, item.words),
            )
    items = [item for paragraph in outline.paragraphs for item in paragraph.items]
    refused = outline.numbering.refused
    starts = sorted(
        {part.start for part in outline.paragraphs}
        | {item.start for item in items}
        | {mark.start for mark in refused}
        | {outline.conclusions.end}
    )
    for mark in refused:
        before = [item.number for item in items if item.start < mark.start]
        end = starts[bisect_right(starts, mark.start)]
        yield Finding(
            "number.not_taken",
            flow.page(mark.start),
            {"number": mark.printed, "item": before[-1] if before else ""},
            *_printed(flow, mark.start, end),
        )


def _printed(flow: Flow, start: int, end: int) -> Span:
    """The span of a stretch without the white space behind it."""
    return flow.span(start, start + len(flow.text[start:end].rstrip()))


def _listed(
    flow: Flow, paragraph: Paragraph, collected: bool, findings: list[Finding]
) -> Iterator[Item]:
    """The recommendations of a paragraph's list, with the position its own words state."""
    if not paragraph.items:
        _take_single(flow, paragraph)
    if not paragraph.items:
        return
    lead = flow.text[paragraph.words : paragraph.lead_end]
    last = paragraph.items[-1]
    words = _position_sentence(lead)
    after = AFTER_LIST.search(flow.text, last.words, last.end)
    if after and read_position(after[1]) is not None and _is_open(words):
        last.end = after.start()
        words = after[1]
    position = read_position(words) if words else None
    for numbered in paragraph.items:
        for item in _recommendations(flow, numbered, collected, findings):
            yield replace(
                item,
                position=position,
                position_words=clean(words),
                position_paragraph=str(paragraph.number),
            )


def _unread(flow: Flow, paragraph: Paragraph) -> Iterator[Finding]:
    """A paragraph whose own words neither lead to a list nor say anything about recommendations."""
    words = flow.text[paragraph.words : paragraph.lead_end]
    speaks = "recommendation" in words.lower() and (
        read_references(words) or read_position(words) is not None
    )
    if (paragraph.items or speaks) and not find_brackets(words):
        return
    yield Finding(
        "paragraph.unread",
        flow.page(paragraph.start),
        {"paragraph": paragraph.number},
        *_printed(flow, paragraph.start, paragraph.lead_end),
    )


def _take_single(flow: Flow, paragraph: Paragraph) -> None:
    """ "101. The following recommendation will be examined: Abolish … (Albania)." lists one."""
    words = flow.text[paragraph.words : paragraph.end]
    colon = words.find(":")
    if colon < 0 or read_position(words[:colon]) is None or not find_brackets(words[colon:]):
        return
    start = paragraph.words + colon + 1
    paragraph.items.append(Numbered(str(paragraph.number), 1, start, start, "", paragraph.end))


def _is_open(words: str) -> bool:
    return read_position(words) in (None, Position.PENDING)


def _position_sentence(lead: str) -> str:
    """The sentence of the lead that speaks of the list: the last that states a position.

    "… enjoy the support of Qatar. It was recommended that Qatar:" is supported: what only says that
    recommendations were made gives way.
    """
    stating = [
        sentence
        for sentence in re.split(r"(?<=[a-z)][.;])\s+(?=[A-Z])", lead)
        if read_position(sentence) is not None and not read_references(sentence)
    ]
    answering = [sentence for sentence in stating if answers(sentence)]
    return (answering or stating or [lead])[-1]


def _recommendations(
    flow: Flow, numbered: Numbered, collected: bool, findings: list[Finding]
) -> Iterator[Item]:
    text = flow.text[numbered.words : numbered.end]
    if COMMENT.match(text):
        span = flow.span(numbered.start, numbered.end)
        arguments = {"number": numbered.number}
        findings.append(Finding("item.comment", flow.page(numbered.start), arguments, *span))
        return
    read = split_clauses(text, collected=collected)
    clauses = read.clauses
    if read.left_over:
        start = numbered.words + read.left_start
        span = flow.span(start, numbered.end)
        arguments = {"number": numbered.number, "words": read.left_over}
        page = flow.page(start)
        findings.append(Finding("item.words_after_states", page, arguments, *span))
    rest_start = max(clause.end for clause in clauses)
    words = text[:rest_start] if HEADING.fullmatch(text, rest_start) else text
    if lost := _words_lost(words, [*(clause.text for clause in clauses), read.left_over]):
        arguments = {"number": numbered.number, "words": ", ".join(lost)}
        span = flow.span(numbered.start, numbered.end)
        findings.append(Finding("item.words_left_out", flow.page(numbered.start), arguments, *span))
    for index, clause in enumerate(clauses):
        start, end = numbered.words + clause.start, numbered.words + clause.end
        span = flow.span(numbered.start if index == 0 else start, end)
        page = flow.page(numbered.start if index == 0 else start)
        for name in clause.unrecognised:
            findings.append(
                Finding(
                    "state.unrecognised",
                    page,
                    {"number": numbered.number, "name": name},
                    span.start,
                    span.end,
                )
            )
        if not clause.states:
            findings.append(
                Finding("item.no_state", page, {"number": numbered.number}, span.start, span.end)
            )
        yield Item(
            number=numbered.number,
            text=clause.text,
            page=page,
            span=span,
            states=clause.states,
            part=str(index + 1) if len(clauses) > 1 else "",
        )


def _words_lost(text: str, kept: Sequence[str]) -> list[str]:
    """Words of an item, outside its brackets, that stand in none of its recommendations.

    Whatever the cutting and sharing of words does, nothing is left out without a finding.
    """
    bare = list(text)
    for bracket in find_brackets(text):
        bare[bracket.start : bracket.end] = " " * (bracket.end - bracket.start)
    whole = " ".join(kept).lower()
    printed = dict.fromkeys(LONG_WORD.findall("".join(bare).lower()))
    return [word for word in printed if word not in whole and word not in TYING_WORDS]


def _referred(
    flow: Flow,
    outline: Outline,
    paragraph: Paragraph,
    reviewed: tuple[str, ...],
    taken: set[str],
    findings: list[Finding],
) -> Iterator[Item]:
    """The recommendations that a paragraph names by their place in the dialogue."""
    lead = flow.text[paragraph.words : paragraph.lead_end]
    if "paragraph" not in lead:
        return
    dialogue = _dialogue_paragraphs(flow.text, outline.dialogue)
    numbers_of_conclusions = {part.number for part in outline.paragraphs}
    for sentence in re.split(r"(?<=[a-z)\d][.])\s+(?=[A-Z])", lead):
        position = read_position(sentence)
        if VIEWS_SUBMITTED.search(sentence):
            continue
        for reference in read_references(sentence):
            if reference.paragraph in numbers_of_conclusions or reference.label in taken:
                continue
            taken.add(reference.label)
            region = dialogue.get(reference.paragraph)
            found = (
                find_referred(flow.text, region.start, region.end, reference, reviewed)
                if region
                else []
            )
            if not found:
                findings.append(
                    Finding(
                        "reference.not_found",
                        flow.page(paragraph.start),
                        {"paragraph": paragraph.number, "reference": reference.label},
                    )
                )
            for index, referred in enumerate(found):
                yield Item(
                    number=reference.label,
                    text=referred.text,
                    page=flow.page(referred.start),
                    span=flow.span(referred.start, referred.end),
                    states=referred.states,
                    position=position,
                    position_words=clean(sentence),
                    position_paragraph=str(paragraph.number),
                    part=str(index + 1) if len(found) > 1 else "",
                )


def _dialogue_paragraphs(text: str, dialogue: Region) -> dict[int, Region]:
    """The numbered paragraphs before the conclusions, followed in order from 1."""
    starts: list[tuple[int, int, int]] = []
    expected = 1
    for match in re.finditer(r"(?m)^[ \t]*(\d{1,3})\.[ \t]+(?=\S)", text[: dialogue.end]):
        number = int(match[1])
        if expected <= number <= expected + 2:
            starts.append((number, match.start(), match.end()))
            expected = number + 1
    return {
        number: Region(words, starts[index + 1][1] if index + 1 < len(starts) else dialogue.end)
        for index, (number, _, words) in enumerate(starts)
    }


def _pledges(flow: Flow, region: Region | None) -> Iterator[Item]:
    """The voluntary pledges of the section that some reports of cycle I carry, by paragraph."""
    if region is None:
        return
    marks = list(
        re.finditer(r"(?m)^[ \t]*(\d{1,3})\.[ \t]+(?=\S)", flow.text[region.start : region.end])
    )
    for index, mark in enumerate(marks):
        start = region.start + mark.start()
        end = region.start + marks[index + 1].start() if index + 1 < len(marks) else region.end
        yield Item(
            number=mark[1],
            text=clean(flow.text[region.start + mark.end() : end]),
            page=flow.page(start),
            span=_printed(flow, start, end),
            kind=ItemKind.PLEDGE,
        )
