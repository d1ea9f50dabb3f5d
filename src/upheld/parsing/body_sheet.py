"""A body's sheet that came back: which sheet it is, and what stands in its open cells.

Read cell by cell, as the body's program for sheets wrote it again. What is no sheet of Upheld, or
is damaged in a place that matters, is refused with the cell named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from upheld.core.body_sheet import (
    MARK,
    OPEN_COLUMNS,
    ReturnedRow,
    ReturnedSheet,
    SheetColumn,
    cell_name,
)
from upheld.core.errors import InputProblem
from upheld.core.findings import Finding
from upheld.reading.limits import in_force
from upheld.reading.sniff import recognise
from upheld.reading.xlsx import cells_of

_IDENTITY = re.compile(rf"{MARK} ([0-9a-f]{{8}}-[0-9a-f-]{{27}})")
# The key and the number say which row it is; without one of the others there is nothing to take.
_NEEDED = (SheetColumn.KEY, SheetColumn.NUMBER, *OPEN_COLUMNS)
_TOP = 40
MOST_ROWS = 20_000


def read_returned(name: str, content: bytes) -> dict[str, Any]:
    """The sheet for the reading process: ``asdict`` of a ``ReturnedSheet``.

    ``InputProblem`` with findings for a file that is none, or not whole.
    """
    found = recognise(name, content, in_force())
    if found.value not in {"xlsx", "xls", "ods"}:
        raise _refused("sheet.foreign", cell="A1")
    rows: list[list[str]] = []
    for row in cells_of(name, content, found.value):
        rows.append(row)
        if len(rows) > MOST_ROWS:
            raise _refused("sheet.too_long", limit=MOST_ROWS)
    return asdict(returned(rows))


def returned(rows: Sequence[Sequence[str]]) -> ReturnedSheet:
    """What the cells say; rows as they stand in the file, empty ones too."""
    sheet = next(
        (match[1] for row in rows[:_TOP] for cell in row if (match := _IDENTITY.search(cell))), ""
    )
    if not sheet:
        raise _refused("sheet.foreign", cell="A2")
    head, columns = _columns(rows)
    missing = [column.value for column in _NEEDED if column.value not in columns]
    if missing:
        raise _refused("sheet.column_missing", name=missing[0], row=head + 1)
    found: dict[str, ReturnedRow] = {}
    for place, row in enumerate(rows[head + 2 :], start=head + 3):
        cells = {name: row[at].strip() if at < len(row) else "" for name, at in columns.items()}
        key = cells[SheetColumn.KEY.value]
        if not key:
            if any(cells[column.value] for column in OPEN_COLUMNS):
                cell = cell_name(place, columns[SheetColumn.KEY.value] + 1)
                raise _refused("sheet.key_missing", cell=cell)
            continue
        if key in found:
            cell = cell_name(place, columns[SheetColumn.KEY.value] + 1)
            raise _refused("sheet.key_twice", cell=cell, key=key, row=found[key].row)
        held = {column.value: cells[column.value] for column in OPEN_COLUMNS}
        found[key] = ReturnedRow(place, key, cells[SheetColumn.NUMBER.value], held)
    shifted = {name: at + 1 for name, at in columns.items()}
    return ReturnedSheet(sheet, tuple(found.values()), shifted)


def _columns(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]]:
    """The row of the keys and the place of each; columns may have been moved."""
    known = {column.value for column in SheetColumn}
    for place, row in enumerate(rows[:_TOP]):
        held = {cell.strip(): at for at, cell in enumerate(row) if cell.strip() in known}
        if SheetColumn.KEY.value in held and len(held) > 2:
            return place, held
    raise _refused("sheet.head_missing", row=4)


def _refused(code: str, **arguments: str | int) -> InputProblem:
    finding = Finding(code, arguments=arguments)
    return InputProblem(finding.message, findings=[finding])
