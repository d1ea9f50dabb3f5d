"""The lines of a first page in the order in which a reader sees them.

A PDF often stores "GE.14-07677" first and the symbol last, so lines with boxes are put in order by
their place on the page. A line knows whether white space stands above it: that is how a first page
parts the agenda item, the title and the State ("Report of the Working Group ..." / "Albania").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from upheld.core.document import Block, BlockKind, Box, Document

# What is read of a first page: the longest mastheads of joint documents take about 50 lines.
_LINES = 120
# Two boxes stand on one printed line when their lower edges differ by less than this.
_SAME_LINE = 4.0
# White space: the step from line to line exceeds this many times the height of the letters.
_WHITE_SPACE = 1.55

_OUTSIDE = frozenset({BlockKind.FOOTER, BlockKind.PAGE_NUMBER})


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line: its text with single blanks, white space above it, size of type (0: unknown)."""

    text: str
    gap: bool = False
    size: float = 0.0


def first_page_lines(document: Document) -> list[PrintedLine]:
    """The printed lines of the first page that has words, in reading order."""
    blocks = [block for block in document.blocks if block.kind not in _OUTSIDE]
    if not blocks:
        return []
    page = blocks[0].page
    blocks = [block for block in blocks if block.page == page][:_LINES]
    boxed = [(block.box, block) for block in blocks if block.box is not None]
    if boxed and len(boxed) == len(blocks):
        return list(_by_place(document, boxed))
    # Without boxes a footnote stands beside its mark, in the middle of the title.
    return list(_by_text(document, [b for b in blocks if b.kind is not BlockKind.FOOTNOTE]))


def _by_place(document: Document, boxed: Sequence[tuple[Box, Block]]) -> Iterator[PrintedLine]:
    rows: list[list[tuple[Box, Block]]] = []
    for box, block in sorted(boxed, key=lambda pair: -pair[0].bottom):
        if rows and abs(rows[-1][0][0].bottom - box.bottom) < _SAME_LINE:
            rows[-1].append((box, block))
        else:
            rows.append([(box, block)])
    above: Box | None = None
    for row in rows:
        row.sort(key=lambda pair: pair[0].left)
        text = " ".join(_plain(document.raw(block.span)) for _, block in row)
        size = max(block.size for _, block in row)
        box = row[0][0]
        height = max(size, 8.0)
        gap = above is not None and above.bottom - box.bottom > _WHITE_SPACE * height
        yield PrintedLine(text, gap, size)
        above = box


def _by_text(document: Document, blocks: Sequence[Block]) -> Iterator[PrintedLine]:
    end = blocks[0].span.start if blocks else 0
    paragraphs = document.format == "docx"
    for block in blocks:
        between = document.text[end : block.span.start]
        gap = paragraphs or between.count("\n") > 1
        for number, line in enumerate(document.raw(block.span).splitlines()):
            for cell in re.split(r"\t+", line):
                if _plain(cell):
                    yield PrintedLine(_plain(cell), gap and number == 0, block.size)
        end = block.span.end


def _plain(text: str) -> str:
    return " ".join(text.split())
