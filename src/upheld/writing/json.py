"""Rows → JSON: title, source, columns, and one object a row, one row a line.

Keys are the columns' keys, which do not change with the language of the labels; several values
are a list; dates are ISO 8601; nothing is left out: an empty cell is null.
"""

from __future__ import annotations

import json
from datetime import date

from upheld.writing.table import Cell, Table


def write_json(table: Table) -> bytes:
    """UTF-8 without a byte order mark, letters as they are ("Việt Nam", not "Vi\\u1ec7t Nam")."""
    head = {
        "title": table.title,
        "source": table.source,
        "language": table.language,
        "columns": [{"key": column.key, "label": column.label} for column in table.columns],
    }
    keys = [column.key for column in table.columns]
    rows = ",\n".join(_dumped(dict(zip(keys, map(_plain, row), strict=True))) for row in table.rows)
    opening = _dumped(head).removesuffix("}")
    return f'{opening}, "rows": [\n{rows}\n]}}\n'.encode("utf-8", "replace")


def _plain(cell: Cell) -> str | int | float | bool | list[str] | None:
    if isinstance(cell, tuple):
        return list(cell)
    return cell.isoformat() if isinstance(cell, date) else cell


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
