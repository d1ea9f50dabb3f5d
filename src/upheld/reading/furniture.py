"""Page furniture: headers ("A/HRC/26/6"), footers ("GE.14-12984"), page numbers and footnotes.

They stand in the middle of sentences that continue on the next page. They are recognised by place,
repetition and size of type, and only where all signs agree: a list item taken for a footnote would
be lost, a footnote left in the text is merely ugly.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from upheld.core.document import BlockKind, Box, Span

TOP_BAND = 0.885  # share of the page's height above which headers stand
BOTTOM_BAND = 0.125  # … and below which page numbers and job numbers stand
FOOTNOTE_SIZE = 0.93  # share of the running text's size under which a line may be a footnote

PAGE_NUMBER = re.compile(
    r"(?:[-–]\s*)?(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*[-–])?", re.IGNORECASE
)
SYMBOL_LINE = re.compile(
    r"(?:United Nations\s+)?[A-Z]{1,5}(?:/[A-Z0-9][\w.\-]*){2,}\*{0,3}(?:\s+\d{1,4})?"
)
# pdfium may print the page number behind the symbol or the job number: "A/HRC/26/6 12"
JOB_NUMBER = re.compile(r"(?:\d{1,4}\s+)?GE\.\d\d-\d{4,6}\b.*|\d{2}-\d{5}\b.{0,12}|\*\d{7}\*")
WORD = re.compile(r"[^\W\d_]{2,}")
STARRED_NOTE = re.compile(r"\*{1,4}\s*[A-Z].*[a-z.]$")
# "143.27 Adopt", "27. Adopt": some lists are set smaller than the text, and no footnote begins so
LIST_ITEM = re.compile(r"\d{1,3}\.(?:\d{1,3}\b|\s+[A-Z])")
BEGINS_NOTE = re.compile(r"\d{1,3}\s*[A-Z“]|\*{1,4}|[†‡§]")
FOOTNOTE_MARK = re.compile(r"^(?:\d{1,3}|\*{1,4}|[†‡§]|[a-z]\b)|\s(?:\d{1,3}|\*{1,4})$")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of a page, before its kind is known. ``size`` is in points."""

    page: int
    span: Span
    text: str
    box: Box
    size: float
    page_height: float


def recognise_furniture(lines: Sequence[Line]) -> list[BlockKind]:
    """The kind of each line, in the order given."""
    repeated = _repeated_margins(lines)
    kinds = [_margin_kind(line, repeated) for line in lines]
    body = _body_size(lines, kinds)
    by_page: defaultdict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if kinds[index] is BlockKind.TEXT:
            by_page[line.page].append(index)
    for indices in by_page.values():
        for index in _footnotes(lines, indices, body):
            kinds[index] = BlockKind.FOOTNOTE
    return kinds


def _in_top(line: Line) -> bool:
    return line.box.bottom > TOP_BAND * line.page_height


def _in_bottom(line: Line) -> bool:
    return line.box.bottom < BOTTOM_BAND * line.page_height


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _repeated_margins(lines: Sequence[Line]) -> frozenset[str]:
    """Lines in the margins whose wording, numbers aside, stands on three pages or more."""
    seen: defaultdict[str, set[int]] = defaultdict(set)
    for line in lines:
        if _in_top(line) or _in_bottom(line):
            seen[_shape(line.text)].add(line.page)
    return frozenset(shape for shape, pages in seen.items() if len(pages) >= 3)


def _margin_kind(line: Line, repeated: frozenset[str]) -> BlockKind:
    top, bottom = _in_top(line), _in_bottom(line)
    if not (top or bottom):
        return BlockKind.TEXT
    if PAGE_NUMBER.fullmatch(line.text):
        return BlockKind.PAGE_NUMBER
    if bottom and JOB_NUMBER.fullmatch(line.text):
        return BlockKind.FOOTER
    if top and line.page > 1 and SYMBOL_LINE.fullmatch(line.text):
        return BlockKind.HEADER
    # A repeated "(Spain);" or "140.46" at the foot is text: furniture has words and no bracket.
    words = WORD.search(line.text) and not line.text.endswith((";", ".", ",", ")"))
    if words and _shape(line.text) in repeated:
        return BlockKind.HEADER if top else BlockKind.FOOTER
    return BlockKind.TEXT


def _body_size(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> float:
    """The size in which most letters of the running text are set."""
    letters: Counter[float] = Counter()
    for line, kind in zip(lines, kinds, strict=True):
        if kind is BlockKind.TEXT:
            letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _footnotes(lines: Sequence[Line], indices: Sequence[int], body: float) -> list[int]:
    """The lines at the foot of one page that are set smaller, when one of them carries a mark.

    pdfium often prints the raised mark of a footnote at the end of the line before it.
    """
    starred = [index for index in indices if _is_starred_note(lines[index])]
    small: list[int] = []
    for index in sorted(indices, key=lambda index: lines[index].box.bottom):
        if lines[index].size >= FOOTNOTE_SIZE * body:
            break
        if LIST_ITEM.match(lines[index].text):
            # Its own words may go on below it, down to the first line that begins a note.
            while small and not BEGINS_NOTE.match(lines[small[-1]].text):
                small.pop()
            break
        small.append(index)
    if any(FOOTNOTE_MARK.search(lines[index].text) for index in small):
        return sorted({*small, *starred})
    return starred


def _is_starred_note(line: Line) -> bool:
    """ "** Conclusions and recommendations have not been edited.", often in the text's size."""
    return line.box.bottom < 0.3 * line.page_height and STARRED_NOTE.match(line.text) is not None
