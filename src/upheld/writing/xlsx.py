"""Rows → a workbook: the rows, then a sheet "About" that says where they come from.

The head row is frozen and can filter, long texts wrap, nothing is ever a formula or a link.
Rows are written one by one (XlsxWriter's constant memory), so that 270,000 take no more room
than 20.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from upheld.writing.package import settle_package
from upheld.writing.table import Cell, Table, cell_text, writable

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

# Excel's own limits: https://support.microsoft.com/office (specifications and limits).
MOST_ROWS = 1_048_575
LONGEST_TEXT = 32_767
_FIXED = datetime(2000, 1, 1)
_CUT = " […]"


def write_xlsx(table: Table) -> bytes:
    """The workbook; ``ValueError`` when the table has more rows than a sheet can hold.

    A text longer than a cell can hold is cut with " […]", and "About" says how many were.
    """
    import xlsxwriter  # noqa: PLC0415  # slow import: only exports need it

    written = BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(written, options) as workbook:
        workbook.set_properties({"title": writable(table.title), "created": _FIXED})
        formats = {
            "head": workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
            "text": workbook.add_format({"text_wrap": True, "valign": "top"}),
            "date": workbook.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
        }
        sheet = workbook.add_worksheet(_sheet_name(writable(table.title)))
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, writable(column.label), formats["head"])
        cut, last = 0, 0
        for last, row in enumerate(table.rows, start=1):
            if last > MOST_ROWS:
                raise ValueError(f"An XLSX sheet holds at most {MOST_ROWS} rows")
            cut += _write_row(sheet, last, row, formats)
        if table.columns:
            sheet.autofilter(0, 0, last, len(table.columns) - 1)
        _write_about(workbook.add_worksheet("About"), table, cut, formats)
    return settle_package(written.getvalue())


def _write_row(sheet: Worksheet, place: int, row: Sequence[Cell], formats: dict[str, Any]) -> int:
    """Write one row; the number of texts that had to be cut."""
    cut = 0
    for column, cell in enumerate(row):
        if isinstance(cell, bool):
            sheet.write_boolean(place, column, cell, formats["text"])
        elif isinstance(cell, int | float):
            sheet.write_number(place, column, cell, formats["text"])
        elif isinstance(cell, date):
            sheet.write_datetime(place, column, cell, formats["date"])
        elif text := cell_text(cell):
            if len(text) > LONGEST_TEXT:
                text, cut = text[: LONGEST_TEXT - len(_CUT)] + _CUT, cut + 1
            sheet.write_string(place, column, text, formats["text"])
    return cut


def _write_about(sheet: Worksheet, table: Table, cut: int, formats: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 100)
    lines = [writable(table.title), *writable(table.source).splitlines()]
    if cut:
        lines.append(f"{cut} × {_CUT.strip()} ({LONGEST_TEXT})")
    for place, line in enumerate(lines):
        sheet.write_string(place, 0, line, formats["head" if place == 0 else "text"])


def _sheet_name(title: str) -> str:
    """At most 31 characters, none of []:*?/\\, no apostrophe at either end (Excel's rules)."""
    name = "".join(" " if sign in "[]:*?/\\" else sign for sign in title)[:31].strip(" '")
    return name if name and name.lower() not in {"about", "history"} else "Rows"
