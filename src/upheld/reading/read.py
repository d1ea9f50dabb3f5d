"""Any file → Document: recognise the format by content, read it, say what was wrong.

``read_bytes("A_HRC_26_6.pdf", content)``. Pure: no database, no network, no clock; run it in the
reading process (``upheld.reading.sandbox``) for files that somebody else made.
"""

from __future__ import annotations

from dataclasses import replace

from upheld.core.document import Document
from upheld.reading.csv import read_csv
from upheld.reading.docx import read_docx
from upheld.reading.html import read_html
from upheld.reading.json import read_json
from upheld.reading.limits import Limits, in_force, printed_size
from upheld.reading.pdf import read_pdf
from upheld.reading.problems import damaged, file_problem
from upheld.reading.sniff import WORKBOOKS, FileFormat, mislabelled, recognise
from upheld.reading.text import read_text
from upheld.reading.xlsx import read_workbook

_READERS = {
    FileFormat.PDF: read_pdf,
    FileFormat.DOCX: read_docx,
    FileFormat.CSV: read_csv,
    FileFormat.JSON: read_json,
    FileFormat.HTML: read_html,
    FileFormat.TXT: read_text,
}


def read_bytes(name: str, content: bytes, limits: Limits | None = None) -> Document:
    """Read a file of any supported format.

    Raises ``InputProblem`` whose findings say why the file cannot be used: ``file.empty``,
    ``file.damaged``, ``file.encrypted``, ``file.unsupported``, ``file.too_large``, ``file.bomb``,
    ``file.too_many_pages``, ``file.no_text`` and their kin. What can be used with care comes back
    with findings of its own.
    """
    limits = limits or in_force()
    if len(content) > limits.file_bytes:
        raise file_problem(
            "file.too_large",
            name,
            size=printed_size(len(content)),
            limit=printed_size(limits.file_bytes),
        )
    found = recognise(name, content, limits)
    try:
        if found in WORKBOOKS:
            document = read_workbook(name, content, found, limits)
        else:
            document = _READERS[found](name, content, limits)
    except RecursionError as error:  # elements nested without end
        raise damaged(name, error) from error
    finding = mislabelled(name, found)
    if finding is None:
        return document
    return replace(document, findings=(finding, *document.findings))
