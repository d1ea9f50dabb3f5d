"""The picture of one printed page, for the review desk: PNG, drawn by pdfium.

Runs in the reading process, because pdfium is not thread-safe and the file is somebody else's:
``sandbox.call_bytes("upheld.reading.page_image:render_page", name, content, page_number=19)``.
"""

from __future__ import annotations

import io

from upheld.core.errors import InputProblem
from upheld.core.findings import Finding
from upheld.reading.problems import damaged, file_problem

NARROWEST, WIDEST = 64, 4000  # pixels
_HIGHEST = 12_000


def render_page(name: str, content: bytes, page_number: int, width_px: int = 1000) -> bytes:
    """Page ``page_number`` (from 1) of a PDF as PNG, ``width_px`` wide.

    Raises ``InputProblem`` with ``file.encrypted``, ``file.damaged``, ``file.no_page`` or
    ``page.damaged``.
    """
    import pypdfium2  # noqa: PLC0415  # slow import: loads pdfium
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    width_px = min(max(width_px, NARROWEST), WIDEST)
    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise file_problem("file.encrypted", name) from error
        raise damaged(name, error) from error
    try:
        if not 1 <= page_number <= len(pdf):
            raise file_problem("file.no_page", name, page=page_number, pages=len(pdf))
        try:
            page = pdf[page_number - 1]
            width, height = page.get_size()
            scale = width_px / max(width, 1.0)
            scale = min(scale, _HIGHEST / max(height, 1.0))
            image = page.render(scale=scale).to_pil()
        except pypdfium2.PdfiumError as error:
            arguments: dict[str, str | int] = {"page": page_number, "detail": str(error)}
            finding = Finding("page.damaged", page_number, arguments)
            raise InputProblem(finding.message, findings=[finding]) from error
        stream = io.BytesIO()
        image.save(stream, "PNG", compress_level=6)
        return stream.getvalue()
    finally:
        pdf.close()
