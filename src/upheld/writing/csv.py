"""Rows → CSV that opens rightly in Excel: UTF-8 with a byte order mark, commas, CRLF (RFC 4180).

The mark makes Excel read Vietnamese letters as such. Texts that would run as formulas are guarded
(``upheld.writing.formula``); numbers stay numbers. The first line holds the labels.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from upheld.writing.formula import guard_formula
from upheld.writing.table import Cell, Table, cell_text, writable

_BYTE_ORDER_MARK = "\ufeff"


def stream_csv(table: Table) -> Iterator[bytes]:
    """The file piece by piece, a row at a time, for long lists sent over the network."""
    line = io.StringIO()
    writer = csv.writer(line)
    line.write(_BYTE_ORDER_MARK)
    writer.writerow([guard_formula(writable(column.label)) for column in table.columns])
    for cells in table.rows:
        yield _taken(line)
        writer.writerow([_plain(cell) for cell in cells])
    yield _taken(line)


def write_csv(table: Table) -> bytes:
    """The whole file."""
    return b"".join(stream_csv(table))


def _plain(cell: Cell) -> str | int | float:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell
    return guard_formula(cell_text(cell))


def _taken(line: io.StringIO) -> bytes:
    text = line.getvalue()
    line.seek(0)
    line.truncate()
    return text.encode("utf-8")
