"""The sheet of a body: one row for each recommendation, filled in without a connection.

Four rows stand above the rows of work: a title, the line that says whose sheet it is and which
("UPHELD-SHEET 3f2a…"), what to do, and a hidden row with the keys of the columns; the fifth has
their names in the reader's language. A row is known by its key, so that a body may sort, filter
and leave out rows; what stands in locked columns is repeated for reading only.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MARK = "UPHELD-SHEET"
"""Begins the cell that says which sheet this is."""

KEY_ROW, NAME_ROW, FIRST_ROW = 4, 5, 6
"""Rows of the sheet, counted from 1 as programs for sheets count."""


class SheetColumn(StrEnum):
    """The columns in their order; the last five are the body's to fill in."""

    KEY = "key"
    DOCUMENT = "document"
    NUMBER = "number"
    WORDS = "words"
    PART = "part"
    DUE = "due"
    STATE = "state"
    SENT_BACK = "sent_back"
    DONE = "done"
    RESULT = "result"
    STATUS = "status"
    AS_OF = "as_of"
    EVIDENCE = "evidence"


OPEN_COLUMNS = (
    SheetColumn.DONE,
    SheetColumn.RESULT,
    SheetColumn.STATUS,
    SheetColumn.AS_OF,
    SheetColumn.EVIDENCE,
)
"""What a body fills in. Evidence is the address of a page; files are attached on the server."""


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One row of a sheet that came back: its place in the file and the text of each open cell."""

    row: int
    key: str
    number: str
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """Which sheet came back, and its rows; ``columns`` says in which column each key stands."""

    sheet: str
    rows: tuple[ReturnedRow, ...]
    columns: dict[str, int]


def cell_name(row: int, column: int) -> str:
    """The name of a cell as programs for sheets write it, both counted from 1.

    >>> cell_name(7, 28)
    'AB7'
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"
