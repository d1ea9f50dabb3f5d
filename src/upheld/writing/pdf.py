"""Rows → a PDF for reading and printing: A4 landscape, head on every page, "2 / 7" at the foot.

Tagged, so that a screen reader finds title, head and cells. Latin letters with all Vietnamese
marks, Greek and Cyrillic come with Typst; Arabic and Chinese need a font of this machine
(Debian: ``apt-get install fonts-noto-core fonts-noto-cjk``).
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from upheld.writing.table import Table, cell_read, writable
from upheld.writing.typesetting import typeset


def write_pdf(table: Table) -> bytes:
    """The same table gives the same bytes on the same machine."""
    data = {
        "title": writable(table.title),
        "source": writable(table.source).splitlines(),
        "language": table.language,
        "labels": [writable(column.label) for column in table.columns],
        "widths": [column.width for column in table.columns],
        "rows": [[cell_read(cell, table.language) for cell in row] for row in table.rows],
    }
    inputs = {"table": json.dumps(data, ensure_ascii=False)}
    return typeset(_source(), inputs, system_fonts=True)


@cache
def _source() -> str:
    return files("upheld.writing").joinpath("table.typ").read_text(encoding="utf-8")
