"""Rows → a Word table: title, source, A4 landscape, head row repeated on every page."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from upheld.writing.package import settle_package
from upheld.writing.table import Table, cell_read, writable

if TYPE_CHECKING:
    from docx.document import Document

_FIXED = datetime(2000, 1, 1)
_POINTS_WIDE = 842 - 2 * 36


def write_docx(table: Table) -> bytes:
    """The same table gives the same bytes."""
    import docx  # noqa: PLC0415  # slow import: only exports need it
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Pt(842), Pt(595)
    section.left_margin = section.right_margin = Pt(36)
    core = document.core_properties
    core.title, core.language, core.author = writable(table.title), table.language, ""
    core.created = core.modified = _FIXED
    document.add_heading(writable(table.title), level=1)
    for line in table.source.splitlines():
        document.add_paragraph(writable(line))
    _add_table(document, table)
    written = BytesIO()
    document.save(written)
    return settle_package(written.getvalue())


def _add_table(document: Document, table: Table) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415  # slow import
    from docx.shared import Pt  # noqa: PLC0415

    grid = document.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    head = grid.rows[0]
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    total = sum(column.width for column in table.columns) or 1
    for cell, column in zip(head.cells, table.columns, strict=True):
        cell.paragraphs[0].add_run(writable(column.label)).bold = True
        cell.width = Pt(_POINTS_WIDE * column.width // total)
    for row in table.rows:
        for cell, value in zip(grid.add_row().cells, row, strict=True):
            cell.text = cell_read(value, table.language)
