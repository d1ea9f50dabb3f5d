"""Rows of a body's sheet → a workbook whose structure is locked and whose open cells are guided.

Drop-downs for the status, a check of days, long texts wrapped, the head frozen. The protection has
no password: it keeps fingers from slipping, it keeps nobody out. What comes back is checked anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from upheld.core.body_sheet import (
    FIRST_ROW,
    KEY_ROW,
    MARK,
    NAME_ROW,
    OPEN_COLUMNS,
    SheetColumn,
)
from upheld.writing.package import settle_package
from upheld.writing.table import writable

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Cells = Mapping[SheetColumn, str | date | None]

_FIXED = datetime(2000, 1, 1)
_WIDTHS = {
    SheetColumn.KEY: 7,
    SheetColumn.DOCUMENT: 14,
    SheetColumn.NUMBER: 9,
    SheetColumn.WORDS: 48,
    SheetColumn.PART: 10,
    SheetColumn.DUE: 11,
    SheetColumn.STATE: 12,
    SheetColumn.SENT_BACK: 26,
    SheetColumn.DONE: 44,
    SheetColumn.RESULT: 34,
    SheetColumn.STATUS: 20,
    SheetColumn.AS_OF: 12,
    SheetColumn.EVIDENCE: 30,
}


@dataclass(frozen=True, slots=True)
class BodySheet:
    """What the sheet says, in the reader's language.

    ``statuses`` are the choices of the status; ``names`` the heads of the columns; ``told`` says
    what to do; ``wrong_status`` and ``wrong_day`` are what a program for sheets says when a cell
    is given something else.
    """

    sheet: str
    title: str
    told: str
    names: Mapping[SheetColumn, str]
    statuses: Sequence[str]
    wrong_status: str
    wrong_day: str
    rows: Sequence[Cells]


def write_body_sheet(given: BodySheet) -> bytes:
    """The workbook; the same sheet gives the same bytes."""
    import xlsxwriter  # noqa: PLC0415  # slow import: only sheets and exports need it

    written = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(written, options) as workbook:
        workbook.set_properties({"title": writable(given.title), "created": _FIXED})
        locked = {"text_wrap": True, "valign": "top", "bg_color": "#F2F2F2", "border": 1,
                  "border_color": "#D0D0D0"}  # fmt: skip
        looks = {
            "title": workbook.add_format({"bold": True, "font_size": 14}),
            "plain": workbook.add_format({"text_wrap": False}),
            "head": workbook.add_format(locked | {"bold": True}),
            "locked": workbook.add_format(locked),
            "locked_day": workbook.add_format(locked | {"num_format": "yyyy-mm-dd"}),
            "open": workbook.add_format(locked | {"bg_color": "#FFFFFF", "locked": False}),
            "open_day": workbook.add_format(
                locked | {"bg_color": "#FFFFFF", "locked": False, "num_format": "yyyy-mm-dd"}
            ),
        }
        sheet = workbook.add_worksheet("Upheld")
        _write_head(sheet, given, looks)
        for place, cells in enumerate(given.rows, start=FIRST_ROW - 1):
            _write_row(sheet, place, cells, looks)
        _guide(sheet, given)
        may = {"autofilter": True, "format_columns": True, "format_rows": True}
        sheet.protect("", may)
    return settle_package(written.getvalue())


def _write_head(sheet: Worksheet, given: BodySheet, looks: Mapping[str, Any]) -> None:
    sheet.write_string(0, 0, writable(given.title), looks["title"])
    sheet.write_string(1, 0, f"{MARK} {given.sheet}", looks["plain"])
    sheet.write_string(2, 0, writable(given.told), looks["plain"])
    for place, column in enumerate(SheetColumn):
        sheet.set_column(place, place, _WIDTHS[column])
        sheet.write_string(KEY_ROW - 1, place, column.value)
        sheet.write_string(NAME_ROW - 1, place, writable(given.names[column]), looks["head"])
    sheet.set_row(KEY_ROW - 1, None, None, {"hidden": True})
    sheet.freeze_panes(NAME_ROW, 3)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(NAME_ROW - 1)


def _write_row(sheet: Worksheet, place: int, cells: Cells, looks: Mapping[str, Any]) -> None:
    for at, column in enumerate(SheetColumn):
        look = "open" if column in OPEN_COLUMNS else "locked"
        value = cells.get(column)
        if isinstance(value, date):
            sheet.write_datetime(place, at, value, looks[f"{look}_day"])
        elif column in {SheetColumn.AS_OF, SheetColumn.DUE} and not value:
            sheet.write_blank(place, at, None, looks[f"{look}_day"])
        elif value:
            sheet.write_string(place, at, writable(value), looks[look])
        else:
            sheet.write_blank(place, at, None, looks[look])


def _guide(sheet: Worksheet, given: BodySheet) -> None:
    last = max(FIRST_ROW, FIRST_ROW + len(given.rows) - 1) - 1
    columns = list(SheetColumn)
    status, day = columns.index(SheetColumn.STATUS), columns.index(SheetColumn.AS_OF)
    sheet.data_validation(
        FIRST_ROW - 1,
        status,
        last,
        status,
        {"validate": "list", "source": list(given.statuses), "error_message": given.wrong_status},
    )
    sheet.data_validation(
        FIRST_ROW - 1,
        day,
        last,
        day,
        {
            "validate": "date",
            "criteria": ">=",
            "value": date(2000, 1, 1),
            "error_message": given.wrong_day,
        },
    )
    sheet.autofilter(NAME_ROW - 1, 0, last, len(columns) - 1)
