"""Published lists that come as a table: the Index's workbook, UPR Info's CSV.

Read in the reading process, because a workbook may be damaged or hostile. The cells go straight to
records: a list of 28,000 rows needs no pages and no spans.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from upheld.parsing import uhri_xlsx, upr_info_rows
from upheld.parsing.published import Published, Publisher
from upheld.reading.csv import separator
from upheld.reading.encoding import decode
from upheld.reading.limits import in_force
from upheld.reading.problems import damaged
from upheld.reading.sniff import WORKBOOKS, FileFormat, recognise
from upheld.reading.xlsx import cells_of

_MOST_ABOVE = 30
_LONGEST_CELL = 2_000_000


def read_table(
    name: str, content: bytes, *, progress: Callable[[int, int], None] | None = None
) -> dict[str, Any]:
    """The records of a published table: ``{"publisher": "uhri", "rows": […]}``.

    ``publisher`` is None when the head is neither's.
    """
    file_format = recognise(name, content, in_force())
    if file_format not in (*WORKBOOKS, FileFormat.CSV, FileFormat.TXT):
        return {"publisher": None}
    head = list(islice(_cells(name, content, file_format), _MOST_ABOVE))
    cells = _cells(name, content, file_format)
    if any(map(uhri_xlsx.columns, head)):
        publisher, found = Publisher.UHRI, uhri_xlsx.rows(cells)
    elif any(map(upr_info_rows.columns, head)):
        publisher, found = Publisher.UPR_INFO, upr_info_rows.rows(cells)
    else:
        return {"publisher": None}
    rows = [
        row.to_dict() if isinstance(row, Published) else [row.code, row.row, row.what]
        for row in found
    ]
    if progress:
        progress(1, 1)
    return {"publisher": publisher.value, "rows": rows}


def _cells(name: str, content: bytes, file_format: FileFormat) -> Iterator[list[str]]:
    if file_format in WORKBOOKS:
        yield from cells_of(name, content, file_format, in_force())
        return
    text, _encoding = decode(content)
    text = text.replace("\x00", "")
    csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator(text))
    except csv.Error as error:
        raise damaged(name, error) from error
