"""A table on its way out: a title, columns, rows, and where the rows come from.

Every writer takes a ``Table`` and gives bytes. Rows may be a generator over a database: CSV, XLSX
and JSON never hold more than one row in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from upheld.core.typed_days import day_read

# Characters that XML, and with it XLSX and DOCX, cannot hold, and halves of letters.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# What a cell may hold; several values ("themes", "recommending States") as a tuple of texts.
Cell: TypeAlias = str | int | float | bool | date | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``key`` for programs ("number"), ``label`` for readers in their language.

    ``width`` is in characters, as a guide for XLSX, PDF and DOCX.
    """

    key: str
    label: str
    width: int = 20


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with what a reader must know about them.

    ``source`` is one or more lines of plain text: documents, symbols, dates, method, licence. It
    stands on the sheet "About" of a workbook, under the title of a PDF or DOCX, in the field
    "source" of JSON; CSV carries rows alone, so that its columns must name the source of each.
    ``language`` is the code of the labels' language ("en", "vi").
    """

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Cell]]
    source: str
    language: str = "en"


def writable(text: str) -> str:
    """The text with U+FFFD (�) for what no file could hold, so that a reader sees a loss."""
    return _UNWRITABLE.sub("\ufffd", text)


def cell_read(cell: Cell, language: str) -> str:
    """The cell as one text on a page for people: days in their form, "20 June 2014"."""
    return day_read(cell, language) if isinstance(cell, date) else cell_text(cell)


def cell_text(cell: Cell) -> str:
    """The cell as one text: dates as 2014-06-20, several values joined by "; ", None as ""."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, tuple):
        return writable("; ".join(cell))
    return cell.isoformat() if isinstance(cell, date) else writable(str(cell))
