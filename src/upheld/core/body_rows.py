"""A State's tree of bodies as rows of a table: "VNM-P-KIEN-GIANG, province, …, 2025-06-30".

One table holds a whole tree with its periods and what followed what, so that it can be kept in a
spreadsheet, compared and sent. Columns: ``code``, ``state`` (ISO 3166-1 alpha-3), ``kind``,
``parent`` (a code), ``name_vi``, ``name_en`` (one column a language), ``abbreviation``,
``valid_from`` and ``valid_to`` (the last day; both as 2025-07-01), ``order``, ``follows`` (codes of
the bodies whose duties it took over, with blanks between), ``succession`` (renamed, merged,
split), ``source`` and ``checked`` (yes or no).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from upheld.core.findings import Finding
from upheld.core.national_bodies import NationalBodyKind, Succession
from upheld.core.typed_days import day_typed

NAME = "name_"
COLUMNS = (
    "code", "state", "kind", "parent", "name_vi", "name_en", "abbreviation", "valid_from",
    "valid_to", "order", "follows", "succession", "source", "checked",
)  # fmt: skip
"""The columns as they are written; an import needs the first three and a name."""

NEEDED = ("code", "state", "kind")
_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,59}")
_STATE = re.compile(r"[A-Z]{3}")
_LANGUAGE_COLUMN = re.compile(r"name_[a-z]{2,3}(-[a-z0-9]{2,8})?")
_YES = frozenset({"yes", "true", "1", "x"})
_NO = frozenset({"", "no", "false", "0"})
_Kind = TypeVar("_Kind", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a body stands: the code of the body above it or "", and its last day."""

    parent: str
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class BodyRow:
    """One body as a table says it; ``line`` counts from 1 with the heads of the columns."""

    code: str
    state: str
    kind: NationalBodyKind
    names: Mapping[str, str]
    parent: str = ""
    abbreviation: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    order: int = 0
    follows: tuple[str, ...] = ()
    succession: Succession | None = None
    source: str = ""
    checked: bool = False
    line: int = 0


def read_rows(text: str, *, delimiter: str = ",") -> tuple[list[BodyRow], list[Finding]]:
    """The rows of a table and what is wrong in it, each with its line and column.

    A row with a finding is not among the rows. Empty lines are passed over.
    """
    reader = csv.reader(text.removeprefix("\ufeff").splitlines(keepends=True), delimiter=delimiter)
    heads = [head.strip().lower() for head in next(reader, [])]
    missing = [name for name in NEEDED if name not in heads]
    if not missing and not any(_LANGUAGE_COLUMN.fullmatch(head) for head in heads):
        missing = ["name_en"]
    if missing:
        return [], [Finding("body.no_column", arguments={"column": name}) for name in missing]
    rows, findings = [], []
    lines: dict[str, int] = {}
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        values = {head: " ".join(cell.split()) for head, cell in zip(heads, cells, strict=False)}
        row = _Row(values, reader.line_num)
        made = row.read()
        first = lines.setdefault(values["code"], reader.line_num)
        if values["code"] and first != reader.line_num:
            row.wrong("body.twice", "code", first=first)
        if row.findings:
            findings += row.findings
        else:
            rows.append(made)
    return rows, findings


def placed(rows: Sequence[BodyRow], known: Mapping[str, Placed]) -> Iterator[Finding]:
    """What is wrong between ``rows``: a parent or predecessor that is nowhere, a circle.

    ``known`` are the bodies that exist already, by code; a row of the table replaces its own.
    """
    tree = {**known, **{row.code: Placed(row.parent, row.valid_to) for row in rows}}
    for row in rows:
        for column, code in [("parent", row.parent), *(("follows", one) for one in row.follows)]:
            if code and code not in tree:
                yield at(row.line, "body.nowhere", column, code)
            elif column == "follows" and tree[code].valid_to is None:
                yield at(row.line, "body.still_exists", column, code)
        above, seen = row.parent, {row.code}
        while above in tree and above not in seen:
            seen.add(above)
            above = tree[above].parent
        if above == row.code:
            yield at(row.line, "body.circle", "parent", row.code)


class _Row:
    """One line of the table, read cell by cell."""

    def __init__(self, values: Mapping[str, str], line: int) -> None:
        self.values = values
        self.line = line
        self.findings: list[Finding] = []

    def read(self) -> BodyRow:
        get = self.values.get
        names = {
            head.removeprefix(NAME): value
            for head, value in self.values.items()
            if _LANGUAGE_COLUMN.fullmatch(head) and value
        }
        if not names:
            self.wrong("body.empty", "name_en")
        row = BodyRow(
            code=self._matching("code", _CODE),
            state=self._matching("state", _STATE),
            kind=self._one_of("kind", NationalBodyKind) or NationalBodyKind.OTHER,
            names=names,
            parent=get("parent", ""),
            abbreviation=get("abbreviation", ""),
            valid_from=self._day("valid_from"),
            valid_to=self._day("valid_to"),
            order=self._order(),
            follows=tuple(dict.fromkeys(get("follows", "").replace(";", " ").split())),
            succession=self._one_of("succession", Succession),
            source=get("source", ""),
            checked=get("checked", "").lower() in _YES,
            line=self.line,
        )
        if row.valid_from and row.valid_to and row.valid_from > row.valid_to:
            self.wrong("body.period", "valid_to")
        if get("checked", "").lower() not in _YES | _NO:
            self.wrong("body.not_known", "checked", known="yes, no")
        if row.follows and not row.succession:
            self.wrong("body.empty", "succession")
        return row

    def wrong(self, code: str, column: str, **more: str | int) -> None:
        self.findings.append(at(self.line, code, column, self.values.get(column, ""), **more))

    def _matching(self, column: str, pattern: re.Pattern[str]) -> str:
        value = self.values.get(column, "")
        if not value:
            self.wrong("body.empty", column)
        elif not pattern.fullmatch(value):
            self.wrong("body.no_code", column)
        return value

    def _one_of(self, column: str, words: type[_Kind]) -> _Kind | None:
        value = self.values.get(column, "").lower().replace(" ", "_")
        if value in set(words):
            return words(value)
        if value:
            self.wrong("body.not_known", column, known=", ".join(words))
        elif column in NEEDED:
            self.wrong("body.empty", column)
        return None

    def _day(self, column: str) -> date | None:
        value = self.values.get(column, "")
        day = day_typed(value)
        if value and day is None:
            self.wrong("body.no_day", column)
        return day

    def _order(self) -> int:
        value = self.values.get("order", "")
        if value and not (value.isascii() and value.isdecimal() and len(value) < 7):
            self.wrong("body.no_number", "order")
            return 0
        return int(value or 0)


def at(line: int, code: str, column: str, value: str, **more: str | int) -> Finding:
    """A finding with its place in the table."""
    place: dict[str, str | int] = {"line": line, "column": column, "value": value, **more}
    return Finding(code, arguments=place)
