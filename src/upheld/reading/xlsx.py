"""XLSX, XLS and ODS → Document: each sheet a page, each row with words a row.

A ministry's table "Số | Khuyến nghị | Cơ quan chủ trì | Thời hạn". The name of the sheet stands as
header of its page. Dates come out as 2026-05-07. A cell merged downwards leads from each of its
rows to the words printed once; hidden sheets are named and not read.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from upheld.core.document import BlockKind, Document, Span
from upheld.core.findings import Finding
from upheld.reading.archive import Archive
from upheld.reading.assemble import Assembly
from upheld.reading.limits import Limits, in_force
from upheld.reading.problems import damaged, file_problem
from upheld.reading.xlsx_decimals import Decimals
from upheld.reading.xlsx_extent import check_extent

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Value: TypeAlias = (
    int
    | float
    | str
    | bool
    | datetime.time
    | datetime.date
    | datetime.datetime
    | datetime.timedelta
)


def read_workbook(
    name: str, content: bytes, file_format: str, limits: Limits | None = None
) -> Document:
    """Read a workbook; ``file_format`` is xlsx, xls or ods, as its content says."""
    limits = limits or in_force()
    decimals = None
    if file_format != "xls":
        archive = Archive(name, content, limits)
        check_extent(archive, limits)
        decimals = Decimals(archive)
    workbook = _open(name, content)
    import python_calamine  # noqa: PLC0415  # slow import, already loaded by _open

    assembly = Assembly()
    names: list[str] = []
    for metadata in workbook.sheets_metadata:
        if metadata.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        if metadata.visible != python_calamine.SheetVisibleEnum.Visible:
            hidden = Finding("sheet.hidden", arguments={"sheet": metadata.name})
            assembly.findings.append(hidden)
            continue
        if len(names) >= limits.pages:
            raise file_problem(
                "file.too_many_pages",
                name,
                pages=len(workbook.sheet_names),
                limit=limits.pages,
            )
        if names:
            assembly.end_page()
        names.append(metadata.name)
        try:
            sheet = workbook.get_sheet_by_name(metadata.name)
            _read_sheet(assembly, sheet, decimals.of_sheet(metadata.name) if decimals else {})
        except (python_calamine.CalamineError, ValueError, OverflowError) as error:
            raise damaged(name, error) from error
    document = assembly.document(name, file_format, {"sheets": "\n".join(names)})
    if not any(block.kind is BlockKind.TABLE_ROW for block in document.blocks):
        raise file_problem("file.no_words", name)
    return document


def cells_of(
    name: str, content: bytes, file_format: str, limits: Limits | None = None
) -> Iterator[list[str]]:
    """The cells of a workbook row by row, without a Document: for lists of many thousand rows.

    Visible sheets one after the other; line breaks inside a cell stay.
    """
    limits = limits or in_force()
    if file_format != "xls":
        check_extent(Archive(name, content, limits), limits)
    workbook = _open(name, content)
    import python_calamine  # noqa: PLC0415  # slow import, already loaded by _open

    for metadata in workbook.sheets_metadata:
        if metadata.visible != python_calamine.SheetVisibleEnum.Visible:
            continue
        try:
            for row in workbook.get_sheet_by_name(metadata.name).iter_rows():
                yield [printed_value(value) for value in row]
        except (python_calamine.CalamineError, ValueError, OverflowError) as error:
            raise damaged(name, error) from error


def _open(name: str, content: bytes) -> CalamineWorkbook:
    import python_calamine  # noqa: PLC0415  # slow import: a compiled library

    try:
        return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except python_calamine.PasswordError as error:
        raise file_problem("file.encrypted", name) from error
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise damaged(name, error) from error


def _read_sheet(
    assembly: Assembly, sheet: CalamineSheet, decimals: dict[tuple[int, int], int]
) -> None:
    assembly.add(BlockKind.HEADER, sheet.name)
    merged = _merged_downwards(sheet)
    first_row, first_column = sheet.start or (0, 0)
    printed: dict[int, Span] = {}
    for number, row in enumerate(sheet.to_python(), start=first_row):
        values: list[str | Span] = [
            printed_value(value, decimals.get((number, column)))
            for column, value in enumerate(row, start=first_column)
        ]
        while values and not values[-1]:
            values.pop()
        if not any(values):
            continue
        for column in merged.get(number, ()):
            place = column - first_column
            if place < len(values) and not values[place] and place in printed:
                values[place] = printed[place]
        spans = assembly.add_row(values, row=number + 1)
        if merged:
            printed.update(enumerate(spans))


def _merged_downwards(sheet: CalamineSheet) -> dict[int, list[int]]:
    """For each row the columns in which it continues the cell above, counted from 0."""
    continued: dict[int, list[int]] = {}
    last_used = sheet.end[0] if sheet.end else -1
    for (first_row, column), (last_row, _) in sheet.merged_cell_ranges or []:
        for row in range(first_row + 1, min(last_row, last_used) + 1):
            continued.setdefault(row, []).append(column)
    return continued


def printed_value(value: Value, decimals: int | None = None) -> str:
    """A cell as a person reads it: 12.0 as "12", 143.1 shown with two decimals as "143.10"."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if decimals is not None and isinstance(value, int | float):
        return f"{value:.{decimals}f}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)
