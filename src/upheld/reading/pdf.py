"""PDF → Document: printed lines with their place on the page, through pdfium.

pdfium's text is taken as it comes, line by line; of each line the boxes of the first and the last
letter are asked for, which costs a tenth of the extraction and is enough to tell headers, page
numbers and footnotes from running text (``upheld.reading.furniture``) and to highlight a record on
the page image. pdfium is not thread-safe: call this in the reading process only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from upheld.core.document import Block, Box, Document, Page, Span
from upheld.core.errors import InputProblem
from upheld.core.findings import Finding
from upheld.reading.furniture import Line, recognise_furniture
from upheld.reading.limits import Limits, in_force

if TYPE_CHECKING:
    import pypdfium2

# pdfium joins a word broken at the end of a line ("anti-" / "discrimination") and leaves this mark.
HYPHEN_MARK = "\ufffe"
# Private-use letters of the Symbol font that Word writes for digits in footnote marks.
SYMBOL_FONT = {0xF000 + code: chr(code) for code in range(0x20, 0x7F)}
# Control characters that broken font tables leave in the text; they print nothing.
CONTROLS = {code: " " for code in range(32) if code not in (9, 10, 13)}
# Digits behind a word or bracket that may be a footnote's mark, and how small it is printed
FOOTNOTE_MARK = re.compile(r"(?<=[^\W\d_]|[)\]”’;,.])\d{1,2}(?=[\s,.;:)\]]|$)")
RAISED = 0.75
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
REPAIRS = {**CONTROLS, **SYMBOL_FONT, 0x00AD: "-", 0x2217: "*"}

BROKEN = re.compile("[" + "".join(re.escape(chr(code)) for code in REPAIRS) + "]")


def read_pdf(name: str, content: bytes, limits: Limits | None = None) -> Document:
    """Read a PDF; pages that cannot be read or carry no text are findings, never a lost document.

    Raises ``InputProblem`` with ``file.encrypted``, ``file.damaged``, ``file.too_many_pages`` or
    ``file.no_text``.
    """
    limits = limits or in_force()
    pdf = _open(name, content)
    try:
        count = len(pdf)
        if count > limits.pages:
            raise InputProblem(
                f"{name} has {count} pages",
                findings=[
                    Finding(
                        "file.too_many_pages",
                        arguments={"name": name, "pages": count, "limit": limits.pages},
                    )
                ],
            )
        return _read_pages(name, pdf, count)
    finally:
        pdf.close()


def _open(name: str, content: bytes) -> pypdfium2.PdfDocument:
    import pypdfium2  # noqa: PLC0415  # slow import: loads pdfium
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            finding = Finding("file.encrypted", arguments={"name": name})
        else:
            finding = Finding("file.damaged", arguments={"name": name, "detail": str(error)})
        raise InputProblem(finding.message, findings=[finding]) from error


def _read_pages(name: str, pdf: pypdfium2.PdfDocument, count: int) -> Document:
    import pypdfium2  # noqa: PLC0415  # slow import, already loaded by _open

    findings: list[Finding] = []
    pieces: list[str] = []
    pages: list[Page] = []
    lines: list[Line] = []
    offset = 0
    for index in range(count):
        number = index + 1
        try:
            page = pdf[index]
            text_page = page.get_textpage()
            width, height = page.get_size()
            text, page_lines = _read_page(number, text_page, offset, height)
            if len(text.strip()) < 2 and _has_picture(page):
                findings.append(Finding("page.no_text", page=number, arguments={"page": number}))
            text_page.close()
            page.close()
        except pypdfium2.PdfiumError as error:
            findings.append(Finding("page.damaged", number, {"page": number, "detail": str(error)}))
            text, page_lines, width, height = "", [], 0.0, 0.0
        text += "\f"  # a page's end, as plain-text tools print it; keeps page spans apart
        pages.append(Page(number, Span(offset, offset + len(text)), width, height))
        lines.extend(page_lines)
        pieces.append(text)
        offset += len(text)
    full_text = "".join(pieces)
    if not full_text.strip():
        finding = Finding("file.no_text", arguments={"name": name})
        raise InputProblem(finding.message, findings=[finding])
    kinds = recognise_furniture(lines)
    blocks = tuple(
        Block(kind, line.span, line.page, line.box, line.size)
        for line, kind in zip(lines, kinds, strict=True)
    )
    return Document(name, "pdf", full_text, tuple(pages), blocks, tuple(findings))


def _read_page(
    number: int, text_page: pypdfium2.PdfTextPage, offset: int, page_height: float
) -> tuple[str, list[Line]]:
    """One page's text and printed lines; ``offset`` is where the page begins in the document."""
    raw = text_page.get_text_range()
    if BROKEN.search(raw):
        raw = raw.translate(REPAIRS)
    pieces: list[str] = []
    lines: list[Line] = []
    letters = _LetterBoxes(text_page)
    for start, printed in _printed_lines(raw):
        stripped = printed.strip()
        if stripped:
            first = start + len(printed) - len(printed.lstrip())
            box, size = letters.line(first, start + len(printed.rstrip()) - 1)
            stripped = _raise_marks(stripped, first, letters)
            hyphen = (
                "-" if raw[start + len(printed) : start + len(printed) + 1] == HYPHEN_MARK else ""
            )
            text = stripped + hyphen
            span = Span(offset, offset + len(text))
            lines.append(Line(number, span, text, box, size, page_height))
            pieces.append(text + "\n")
            offset += len(text) + 1
    return "".join(pieces), lines


def _raise_marks(text: str, first: int, letters: _LetterBoxes) -> str:
    """Footnote marks as they are printed: "buses¹ (New Zealand)", not "buses1"."""
    for mark in FOOTNOTE_MARK.finditer(text):
        # Smaller than the letter before: the whole of "/Add.1" is smaller than its "A".
        place = first + mark.start()
        if letters.size(place) < RAISED * letters.size(place - 1):
            raised = mark[0].translate(SUPERSCRIPTS)
            text = text[: mark.start()] + raised + text[mark.end() :]
    return text


def _printed_lines(raw: str) -> Iterator[tuple[int, str]]:
    """(index of the first letter, printed line) for each line of pdfium's text."""
    start = 0
    for line in raw.split("\r\n"):
        position = start
        for part in line.split(HYPHEN_MARK):
            yield position, part
            position += len(part) + 1
        start += len(line) + 2


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    return next(page.get_objects(max_depth=2), None) is not None


class _LetterBoxes:
    """Asks pdfium where letters stand; one a page, so that the C structures are made once."""

    def __init__(self, text_page: pypdfium2.PdfTextPage) -> None:
        import ctypes  # noqa: PLC0415  # only readers of PDF need it

        import pypdfium2.raw as pdfium  # noqa: PLC0415  # slow import, already loaded

        self._get_box = pdfium.FPDFText_GetLooseCharBox
        self._get_matrix = pdfium.FPDFText_GetMatrix
        self._get_font_size = pdfium.FPDFText_GetFontSize
        self._handle = text_page.raw
        self._rectangle = pdfium.FS_RECTF()
        self._rectangle_pointer = ctypes.byref(self._rectangle)
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_pointer = ctypes.byref(self._matrix)
        self._largest = 0.0  # of the page so far: a line that begins smaller may begin with a mark

    def line(self, first: int, last: int) -> tuple[Box, float]:
        """The box round letters ``first`` to ``last`` of one line, and the size of its type.

        A line may begin or end with a raised footnote mark: the larger of the two sizes is the
        line's. The box alone would not do, its height depends on the font and not on the size.
        """
        rectangle = self._rectangle
        self._get_box(self._handle, first, self._rectangle_pointer)
        left, bottom, top = rectangle.left, rectangle.bottom, rectangle.top
        self._get_box(self._handle, last, self._rectangle_pointer)
        box = Box(left, min(bottom, rectangle.bottom), rectangle.right, max(top, rectangle.top))
        size = self.size(first)
        if size < self._largest:
            size = max(size, self.size(last))
        self._largest = max(self._largest, size)
        return box, size

    def size(self, letter: int) -> float:
        """The size of one letter's type in points."""
        matrix = self._matrix
        self._get_matrix(self._handle, letter, self._matrix_pointer)
        scale = float(abs(matrix.d) or abs(matrix.b))  # b: text turned by a quarter
        return round(scale * float(self._get_font_size(self._handle, letter)), 1)
