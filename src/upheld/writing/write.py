"""The formats that a table can leave in, by the name people use for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from upheld.writing.csv import write_csv
from upheld.writing.docx import write_docx
from upheld.writing.json import write_json
from upheld.writing.pdf import write_pdf
from upheld.writing.table import Table
from upheld.writing.xlsx import write_xlsx


@dataclass(frozen=True, slots=True)
class Format:
    """One format: ending of the file name, media type, and the function that writes it."""

    suffix: str
    media_type: str
    write: Callable[[Table], bytes]


_OFFICE = "application/vnd.openxmlformats-officedocument"

FORMATS: Mapping[str, Format] = {
    "csv": Format(".csv", "text/csv; charset=utf-8", write_csv),
    "xlsx": Format(".xlsx", f"{_OFFICE}.spreadsheetml.sheet", write_xlsx),
    "json": Format(".json", "application/json", write_json),
    "pdf": Format(".pdf", "application/pdf", write_pdf),
    "docx": Format(".docx", f"{_OFFICE}.wordprocessingml.document", write_docx),
}


def write_table(table: Table, name: str) -> bytes:
    """``write_table(table, "xlsx")``; ``KeyError`` for a format that is not in ``FORMATS``."""
    return FORMATS[name].write(table)
