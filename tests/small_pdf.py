"""Prints paragraphs as a PDF by hand: one font, one column, a header on each page.

Enough for tests that need a page to look at; the specimen documents look like the UN's own.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

WIDTH, HEIGHT = 595, 842  # A4 in points
LEFT, TOP, BOTTOM = 72, 740, 90
SIZE, LEADING, GAP = 11, 15, 8
LETTERS = 82  # of Times at 11 points on a line of 16 centimetres


def print_pdf(paragraphs: Sequence[str], *, header: str) -> bytes:
    """The paragraphs on as many pages as they need."""
    pages: list[list[str]] = [[]]
    height = TOP
    for paragraph in paragraphs:
        for line in textwrap.wrap(paragraph, LETTERS):
            if height < BOTTOM:
                pages.append([])
                height = TOP
            pages[-1].append(shown(line, LEFT, height))
            height -= LEADING
        height -= GAP
    return pdf_of(
        [
            "\n".join([shown(header, LEFT, 790), *lines, shown(str(n), 290, 50)])
            for n, lines in enumerate(pages, start=1)
        ]
    )


def shown(text: str, left: float, height: float, size: float = SIZE) -> str:
    """The drawing of one line of text, ``height`` points above the page's foot."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf {left} {height} Td ({escaped}) Tj ET\n"


def pdf_of(contents: Sequence[str]) -> bytes:
    """A PDF with one page for each drawing."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(contents)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    ]
    for n, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * n} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    return out + (head + table + trailer).encode()
