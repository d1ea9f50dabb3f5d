"""The printed page beside a record: which pages, and where on them the words stand.

A recommendation that begins at the foot of page 19 and ends on page 20 gives two sheets. A PDF
gives lines with boxes in points, drawn over the page's picture; a Word or text file gives the
words themselves, with the span marked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from upheld.core.document import RUNNING_KINDS, Block, Box, Document, Page, Span

# An item of more pages than this is a parser's mistake; the person needs to see where it begins.
MOST_SHEETS = 3
# Points of white left beside the words, where a UN page has 70 to 140, and above and below them,
# where headers and footers stand close.
MARGIN = 24
MARGIN_ABOVE = 6
# A Word file may have no pages at all: then this many letters round the words are shown.
LETTERS_AROUND = 2500


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle over one printed line, in points from the page's upper left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a page's text, ``marked`` where the words of the record stand."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page to show: its size and marks, or, where it has no size, only its text.

    ``shown`` is the part of the page to show: all of it, or only the running text, so that the
    words are as large as they can be.
    ``pieces`` are the text of the page, its marked words told from the others; ``begins`` and
    ``ends`` tell whether text was left out before or after.
    """

    page: int
    width: float
    height: float
    shown: Box
    marks: tuple[Mark, ...]
    pieces: tuple[Piece, ...]
    begins: bool = True
    ends: bool = True

    @property
    def view(self) -> tuple[float, float, float, float]:
        """The part to show as SVG counts it: left, top, width and height from the upper left."""
        left, bottom, right, top = self.shown
        return left, self.height - top, right - left, top - bottom

    @property
    def has_picture(self) -> bool:
        return self.width > 0 and self.height > 0


def sheets(document: Document, span: Span | None, page: int, *, close: bool = False) -> list[Sheet]:
    """The pages on which ``span`` is printed; without a span the page numbered ``page``.

    Heads and feet of pages that stand within the span are not marked. ``close`` shows the running
    text alone, without headers, footers and margins.
    """
    if span is None or span.start < 0:
        found = [one for one in document.pages if one.number == page]
        return [_sheet(document, one, [], close) for one in found]
    spans = document.running_spans(span)
    touched = [
        one
        for one in document.pages
        if any(part.start < one.span.end and one.span.start < part.end for part in spans)
    ]
    return [_sheet(document, one, spans, close) for one in touched[:MOST_SHEETS]]


def printed_words(document: Document, span: Span) -> str:
    """The words of ``span`` line by line as printed, without heads and feet of pages between."""
    lines = (document.raw(part).strip("\n") for part in document.running_spans(span))
    return "\n".join(lines)


def _sheet(document: Document, page: Page, spans: list[Span], close: bool) -> Sheet:
    here = [
        Span(max(one.start, page.span.start), min(one.end, page.span.end))
        for one in spans
        if one.start < page.span.end and page.span.start < one.end
    ]
    first, last = page.span.start, page.span.end
    if not page.width:
        begin, end = (here[0].start, here[-1].end) if here else (first, first)
        first = max(first, _line_start(document.text, begin - LETTERS_AROUND))
        last = min(last, _line_end(document.text, end + LETTERS_AROUND))
    return Sheet(
        page=page.number,
        width=page.width,
        height=page.height,
        shown=_running_text(document, page) if close else Box(0, 0, page.width, page.height),
        marks=tuple(mark for one in here for mark in _marks(document, page, one)),
        pieces=tuple(_pieces(document, Span(first, last), here)),
        begins=first == page.span.start,
        ends=last == page.span.end,
    )


def _pieces(document: Document, shown: Span, marked: list[Span]) -> Iterator[Piece]:
    """The text of ``shown``, cut where the marked words begin and end."""
    at = shown.start
    for span in marked:
        if at < span.start:
            yield Piece(document.text[at : span.start], marked=False)
        if span.start < span.end:
            yield Piece(document.raw(span), marked=True)
        at = span.end
    if at < shown.end:
        yield Piece(document.text[at : shown.end], marked=False)


def _running_text(document: Document, page: Page) -> Box:
    """The part of the page on which running text stands, with a little white round it."""
    boxes = [
        one.box
        for one in document.blocks
        if one.page == page.number and one.box and one.kind in RUNNING_KINDS
    ]
    if not boxes:
        return Box(0, 0, page.width, page.height)
    return Box(
        max(0, min(box.left for box in boxes) - MARGIN),
        max(0, min(box.bottom for box in boxes) - MARGIN_ABOVE),
        min(page.width, max(box.right for box in boxes) + MARGIN),
        min(page.height, max(box.top for box in boxes) + MARGIN_ABOVE),
    )


def _marks(document: Document, page: Page, span: Span) -> list[Mark]:
    return [
        _mark(block, page, span)
        for block in document.blocks
        if block.page == page.number
        and block.box
        and block.span.start < span.end
        and span.start < block.span.end
    ]


def _mark(block: Block, page: Page, span: Span) -> Mark:
    """The part of the line that belongs to the span, measured by its share of the letters."""
    assert block.box is not None  # noqa: S101 - the caller has looked
    letters = max(1, block.span.end - block.span.start)
    width = block.box.right - block.box.left
    from_share = max(0, span.start - block.span.start) / letters
    to_share = min(letters, span.end - block.span.start) / letters
    return Mark(
        left=round(block.box.left + width * from_share, 1),
        top=round(page.height - block.box.top - 1, 1),
        width=round(width * (to_share - from_share), 1),
        height=round(block.box.top - block.box.bottom + 2, 1),
    )


def _line_start(text: str, near: int) -> int:
    return 0 if near <= 0 else text.rfind("\n", 0, near) + 1


def _line_end(text: str, near: int) -> int:
    found = text.find("\n", near)
    return len(text) if found < 0 else found
