"""OHCHR's thematic list of recommendations → each number with text, States, position and labels.

A Word table whose columns changed with the cycles: "Recommendation | Position | Full list of themes
| Assessment/comments …" (second and third), "… | Human rights themes and groups of persons |
Relevant SDGs" (fourth). Rows stand under "Theme: …" headings and not in the order of the numbers.
The position was taken over from another paper, which the first cell names: "Source of position:
A/HRC/25/964/Add.1 - Para. 3". What the list says is returned as it stands, also where that paper
says otherwise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from upheld.core.document import Block, BlockKind, Document, Span
from upheld.core.facts import DocumentFacts, DocumentKind, FirstPage
from upheld.core.findings import Finding
from upheld.core.fold import fold_words
from upheld.core.items import Item
from upheld.core.positions import Position
from upheld.core.states import find_state
from upheld.core.symbols import find_symbols
from upheld.parsing.reconcile import gaps, repetitions
from upheld.parsing.thematic_labels import Labels, read_goals, read_labels
from upheld.parsing.upr_clauses import split_clauses

# What each column holds, by the first words of its head.
COLUMNS = {
    "recommendation": "text",
    "position": "position",
    "full list of themes": "labels",
    "human rights themes": "labels",
    "themes": "labels",
    "relevant sdgs": "goals",
    "sdgs": "goals",
    "assessment": "comments",
}
NUMBER = re.compile(r"\s*(\d{1,3}\s?\.\s?\d{1,3})\b[.:]?\s*")
LONGEST_HEAD = 300  # letters; rows with a recommendation are longer
MOST_ABOVE = 30  # rows that may stand above the head
SOURCE = re.compile(r"^[ \t]*sources? of position\s*:?[ \t]*(?P<source>[^\n]*)", re.I | re.M)
POSITIONS = {"supported": Position.SUPPORTED, "noted": Position.NOTED, "pending": Position.PENDING}
# The running head: "UPR of Sarovia (2nd Cycle – 17th session)"
RUNNING_HEAD = re.compile(
    r"UPR of (?P<state>[^\n(]+?)\s*\(.{0,30}?cycle\D{0,12}(?P<session>\d{1,2})\w{0,2}\s+session",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row below the head: the span of each named column."""

    block: Block
    cells: dict[str, Span]


def recognise(document: Document, first_page: FirstPage) -> float:
    """How sure it is: the head of the table names recommendation, position and themes."""
    rows = (block for block in document.blocks if block.kind is BlockKind.TABLE_ROW)
    return 0.95 if any(_columns(document, row) for row in islice(rows, MOST_ABOVE)) else 0.0


def parse(document: Document, first_page: FirstPage) -> DocumentFacts:
    """The facts of a thematic list; ``relates_to`` is the report that its sources belong to."""
    findings: list[Finding] = []
    items = [item for row in _tables(document) for item in _items(document, row, findings)]
    findings += [*gaps(tuple(items)), *repetitions(tuple(items))]
    sources = Counter(
        mention.symbol.base.text
        for item in items
        for mention in find_symbols(item.position_paragraph)
    )
    return DocumentFacts(
        DocumentKind.THEMATIC_LIST,
        _with_running_head(document, first_page),
        items=tuple(items),
        findings=tuple(findings),
        relates_to=sources.most_common(1)[0][0] if sources else "",
    )


def _tables(document: Document) -> Iterator[_Row]:
    """The rows of every table whose head is that of a thematic list."""
    columns: dict[str, int] = {}
    for block in document.blocks:
        if block.kind is not BlockKind.TABLE_ROW:
            continue
        columns = _columns(document, block) or columns
        if columns and len(block.cells) > max(columns.values()):
            yield _Row(block, {name: block.cells[index] for name, index in columns.items()})


def _columns(document: Document, block: Block) -> dict[str, int]:
    """The columns that a head names, or nothing where the row is no head."""
    found: dict[str, int] = {}
    if block.span.end - block.span.start > LONGEST_HEAD:
        return found
    for index, cell in enumerate(block.cells):
        head = fold_words(document.raw(cell))
        for words, name in COLUMNS.items():
            if head.startswith(words) and len(head) < 60:
                found.setdefault(name, index)
    return found if {"text", "position", "labels"} <= found.keys() else {}


def _items(document: Document, row: _Row, findings: list[Finding]) -> Iterator[Item]:
    cell = row.cells["text"]
    printed = document.raw(cell)
    mark = NUMBER.match(printed)
    if mark is None:
        return  # the head itself, or "Theme: Right to health"
    number = re.sub(r"\s", "", mark[1])
    source = SOURCE.search(printed, mark.end())
    words = printed[mark.end() : source.start() if source else len(printed)]
    position = _position(document, row, number, findings)
    labels = _labels(document, row)
    split = split_clauses(words)
    clauses = split.clauses
    if split.left_over:
        arguments = {"number": number, "words": split.left_over}
        findings.append(Finding("item.words_after_states", row.block.page, arguments, *cell))
    for index, clause in enumerate(clauses):
        begin = cell.start if index == 0 else cell.start + mark.end() + clause.start
        span = Span(begin, cell.start + mark.end() + clause.end)
        for name in clause.unrecognised:
            arguments = {"number": number, "name": name}
            findings.append(Finding("state.unrecognised", row.block.page, arguments, *span))
        if not clause.states:
            findings.append(Finding("item.no_state", row.block.page, {"number": number}, *span))
        yield Item(
            number=number,
            text=clause.text,
            page=row.block.page,
            span=span,
            states=clause.states,
            position=position,
            position_words=_plain(document.raw(row.cells["position"])),
            position_paragraph=_plain(source["source"]) if source else "",
            part=str(index + 1) if len(clauses) > 1 else "",
            themes=labels.themes,
            persons=labels.persons,
            sdgs=labels.sdgs,
        )


def _position(
    document: Document, row: _Row, number: str, findings: list[Finding]
) -> Position | None:
    cell = row.cells["position"]
    printed = fold_words(document.raw(cell))
    if printed in POSITIONS:
        return POSITIONS[printed]
    arguments = {"number": number, "words": _plain(document.raw(cell))}
    findings.append(Finding("position.unread", row.block.page, arguments, *cell))
    return None


def _labels(document: Document, row: _Row) -> Labels:
    labels = read_labels(document.raw(row.cells["labels"]))
    if "goals" not in row.cells:
        return labels
    return replace(labels, sdgs=labels.sdgs + read_goals(document.raw(row.cells["goals"])))


def _with_running_head(document: Document, first_page: FirstPage) -> FirstPage:
    """The list has no first page; its running head names the State and the session."""
    head = RUNNING_HEAD.search(document.text[:3000])
    if head is None:
        return first_page
    state = find_state(head["state"])
    return replace(
        first_page,
        session=int(head["session"]),
        states=(state.iso3,) if state else first_page.states,
    )


def _plain(text: str) -> str:
    return " ".join(text.split())
