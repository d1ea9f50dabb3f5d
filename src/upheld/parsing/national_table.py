"""A ministry's own table of recommendations, in Vietnamese or English, as XLSX or CSV.

"Bảng phân công thực hiện các khuyến nghị UPR": one row for each recommendation, with the States
that made it, the position, the body that leads and the deadline. Columns are known by their names
(``national_table_columns``); a mapping names the others: ``{"Nội dung công việc": "text"}``. A row
that cannot be taken is a finding with its number in the sheet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from upheld.core.document import BlockKind, Document
from upheld.core.errors import InputProblem
from upheld.core.facts import DocumentFacts, DocumentKind, FirstPage
from upheld.core.findings import Finding
from upheld.core.fold import fold_words
from upheld.core.items import Item
from upheld.core.languages import language_of
from upheld.parsing.item_words import clean
from upheld.parsing.national_table_columns import FIELDS, KEPT_ASIDE, NAMES, POSITIONS
from upheld.parsing.recommending_states import read_states
from upheld.parsing.table_head import Row, Table, find_table

SHEETS = frozenset({"xlsx", "xls", "ods", "csv"})
"""Formats in which a table is expected rather than a document with a table."""

NUMBER = re.compile(r"^(\d{1,3}\.\d{1,3})[.:]?\s+(?=\S)")
# Two columns tell a ministry's table from any other with a column named "Text".
ONE_OF = ("states", "position", "lead", "deadline")


def recognise(document: Document, first_page: FirstPage) -> float:
    """How sure it is: a head that names the recommendation and what is done about it."""
    table = find_table(document, NAMES, ("text",))
    if table is None or not any(field in table.columns for field in ONE_OF):
        return 0.0
    return 0.7 if document.format in SHEETS else 0.3


def parse(document: Document, first_page: FirstPage) -> DocumentFacts:
    """The facts of a table whose columns have known names."""
    table = find_table(document, NAMES, ("text",))
    return (
        _facts(table, document) if table else DocumentFacts(DocumentKind.NATIONAL_TABLE, first_page)
    )


def parse_table(document: Document, mapping: Mapping[str, str]) -> DocumentFacts:
    """The facts of a table in which ``mapping`` says what columns hold: ``{"Nội dung": "text"}``.

    Columns that it does not name are known by their usual names. ``InputProblem`` when a field does
    not exist, a column is not in the table, or no column holds the words of the recommendation.
    """
    for column, field in mapping.items():
        if field not in FIELDS:
            raise InputProblem(
                f"“{field}” (for the column “{column}”) is no field.",
                next_step=f"Use one of: {', '.join(FIELDS)}.",
            )
    mapped = {fold_words(column): field for column, field in mapping.items()}
    taken = set(mapped.values())
    usual = {name: field for name, field in NAMES.items() if field not in taken}
    required = {field for field in taken if field != "ignore"} | {"text"}
    table = find_table(document, {**usual, **mapped}, required)
    if table is None:
        raise InputProblem(
            "No row of the table names all the columns that were mapped.",
            next_step=f"Compare their names with the table: {_likely_head(document)}.",
        )
    return _facts(table, document)


def _facts(table: Table, document: Document) -> DocumentFacts:
    findings: list[Finding] = []
    items = tuple(_items(table, findings))
    counts = Counter(item.number for item in items)
    findings += [
        Finding("number.repeated", item.page, {"number": item.number, "count": counts[item.number]})
        for item in {item.number: item for item in items if counts[item.number] > 1}.values()
    ]
    page = FirstPage(language=language_of(document.text))
    return DocumentFacts(DocumentKind.NATIONAL_TABLE, page, items=items, findings=tuple(findings))


def _items(table: Table, findings: list[Finding]) -> Iterator[Item]:
    for row in table.rows():
        words = row.words("text")
        printed = NUMBER.match(words)
        text = clean(words[printed.end() :] if printed else words)
        if not text:
            if any(row.words(field) for field in table.columns if field != "index"):
                place = {"row": row.number}
                findings.append(Finding("row.no_text", row.block.page, place, *row.block.span))
            continue
        number = row.words("number") or (printed[1] if printed else row.words("index"))
        position = row.words("position")
        if position and fold_words(position) not in POSITIONS:
            _find(findings, row, "row.position_unread", "position", position)
        states, unknown = read_states(row.words("states"))
        for name in unknown:
            _find(findings, row, "row.state_unrecognised", "states", name)
        themes = re.split(r"\s*[,;|]\s*", row.words("themes"))
        aside = {field: row.words(field) for field in KEPT_ASIDE if row.words(field)}
        yield Item(
            number=number,
            text=text,
            page=row.block.page,
            span=row.block.span,
            states=states,
            position=POSITIONS.get(fold_words(position)),
            position_words=position,
            themes=tuple(dict.fromkeys(filter(None, themes))),
            aside=aside,
        )


def _find(findings: list[Finding], row: Row, code: str, field: str, name: str) -> None:
    arguments: dict[str, str | int] = {"row": row.number, "name": name}
    findings.append(Finding(code, row.block.page, arguments, *row.span(field)))


def _likely_head(document: Document) -> str:
    """The names in the row that has most cells among the first: what a person meant to name."""
    rows = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW][:30]
    if not rows:
        return "there is none"
    widest = max(rows, key=lambda block: sum(cell.end > cell.start for cell in block.cells))
    names = (" ".join(document.raw(cell).split()) for cell in widest.cells)
    return ", ".join(f"“{name[:60]}”" for name in names if name)
