"""Assembling a Document from pieces of text in printed order.

"Recommendations" / "6.1<tab>Ratify the Convention (Spain);" / end of page. Blocks end with a line
feed and pages with a form feed, as plain-text tools print them, so that every block's span lies in
its page's span. Readers of PDF keep their own books, because lines there carry boxes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from upheld.core.document import Block, BlockKind, Document, Page, Span
from upheld.core.findings import Finding

# Letters that print nothing: soft hyphen, zero-width space, word joiner, byte-order mark.
_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x2060, 0xFEFF))
_BLANKS = {0x00A0: " ", 0x202F: " ", 0x2007: " ", 0x2028: "\n", 0x2029: "\n", 0x0085: "\n"}
_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), *range(0x7F, 0x85)), " ")
# Half a surrogate pair (a damaged JSON escape) cannot be written as UTF-8.
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_PRINTED = {**_SURROGATES, **_CONTROLS, **_INVISIBLE, **_BLANKS}
_UNUSUAL = re.compile("[^\\t\\n\\x20-\\x7e]")


def printed(text: str) -> str:
    """``text`` as it is printed: composed letters, plain blanks, nothing invisible."""
    if _UNUSUAL.search(text) is None:
        return text
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_PRINTED))


class Assembly:
    """Collects blocks and pages; ``document`` closes the last page and returns the whole."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._offset = 0
        self._page_start = 0
        self._pages: list[Page] = []
        self._blocks: list[Block] = []
        self.findings: list[Finding] = []

    @property
    def page(self) -> int:
        """The number of the page that is being filled, from 1."""
        return len(self._pages) + 1

    def add(
        self,
        kind: BlockKind,
        text: str,
        *,
        label: str = "",
        bold: bool = False,
        level: int = 0,
        size: float = 0.0,
    ) -> None:
        """Add one block. A ``label`` is printed before the text; blocks without words are none."""
        text = printed(text).strip()
        if label:
            text = f"{label}\t{text}" if text else label
        if not text:
            return
        span = self._write(text)
        self._blocks.append(
            Block(kind, span, self.page, size=size, label=label, bold=bold, level=level)
        )

    def add_blank_line(self) -> None:
        """An empty line between blocks: it parts the title of a first page from the agenda item."""
        self._write("")

    def add_row(
        self, cells: Sequence[str | Span], *, bold: bool = False, row: int = 0
    ) -> tuple[Span, ...]:
        """Add one row of a table and return its cells' spans; a row without words adds nothing.

        A cell given as a span continues a cell of an earlier row (merged downwards): its words
        were printed there, and its span leads there.
        """
        spans: list[Span] = []
        pieces: list[str] = []
        position = self._offset
        for cell in cells:
            if isinstance(cell, Span):
                spans.append(cell)
                continue
            text = printed(cell).strip()
            spans.append(Span(position, position + len(text)))
            pieces.append(text)
            position += len(text) + 1
        words = "\t".join(pieces)
        if words.strip("\t"):
            # Leading empty cells leave tabs; they stay, so that each cell keeps its place.
            span = self._write(words)
            self._blocks.append(
                Block(BlockKind.TABLE_ROW, span, self.page, cells=tuple(spans), bold=bold, row=row)
            )
        return tuple(spans)

    def end_page(self) -> None:
        """Close the page; what follows stands on the next one."""
        self._write("\f", end="")
        self._pages.append(Page(self.page, Span(self._page_start, self._offset)))
        self._page_start = self._offset

    def document(
        self, name: str, file_format: str, properties: Mapping[str, str] | None = None
    ) -> Document:
        """The finished document; the page that is being filled becomes its last."""
        self.end_page()
        return Document(
            name,
            file_format,
            "".join(self._pieces),
            tuple(self._pages),
            tuple(self._blocks),
            tuple(self.findings),
            properties or {},
        )

    def _write(self, text: str, end: str = "\n") -> Span:
        span = Span(self._offset, self._offset + len(text))
        self._pieces.append(text + end)
        self._offset += len(text) + len(end)
        return span
