"""The outline of a UPR Working Group report: where its conclusions stand, and what is numbered there.

"II. Conclusions and/or recommendations" is followed by paragraphs ("143. The recommendations
formulated during the interactive dialogue …") whose lists are numbered "143.27." since 2011 and
"27." before. The section closes with "All conclusions and/or recommendations contained in the
present report reflect the position of the submitting State(s)". A number at the beginning of a
line may also be the tail of a sentence ("paragraphs 9 and" / "12.") or equal the next paragraph's
number, so numbers are followed in order and never believed one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from upheld.core.flow import Flow

CONCLUSIONS = re.compile(
    r"(?im)^[ \t]*(?:(?:[IVX]+|\d)[.\s]+)?(?:summary of )?conclusions?[ ]+and[ ]*/?[ ]*(?:or)?[ ]*"
    r"recommendations?[ ]*\*{0,3}[\d ]{0,3}$"
)
DISCLAIMER = re.compile(
    r"(?im)^[ \t]*(\d{1,3})[.\s]\s*(?:all|any|the)?\s*(?:of the\s+)?conclusions?\s+and\s*/?\s*(?:or)?\s*"
    r"recommendations?\s+(?:contained|set\s+out|reflected|listed|made)?\s*in\s+(?:the\s+present|this)\s+report"
)
PLEDGES = re.compile(
    r"(?im)^[ \t]*(?:[IVX]+[.\s]+)?(?:voluntary\s+(?:pledges|commitments)|pledges\s+and\s+commitments)[^\n.]{0,60}$"
)
ANNEX = re.compile(
    r"(?im)^[ \t]*annex(?:\s+[IVX]+)?\s*\*{0,3}[ \t]*$|^[ \t]*composition of the delegation[ *]*$"
)
# "143.27. Ratify", "143.27 Ratify", "143. 27.", "143-27", "143.1Accelerate"
DOTTED = re.compile(r"(?m)^[ \t]*(\d{1,3})[.\-–,] ?(\d{1,3})\b(?!\s*per cent)[.:)]*[ \t]*(?=\S|$)")
SINGLE = re.compile(r"(?m)^[ \t]*\(?(\d{1,3})(?:[.:)]+|(?=[ \t]+[A-Z]))[ \t]*(?=\S|$)")


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the flow: from ``start`` up to, not including, ``end``."""

    start: int
    end: int


@dataclass(slots=True)
class Numbered:
    """A list item: "143.27" as cited, the stretch from its number to its end, and where words begin."""

    number: str
    ordinal: int
    start: int
    words: int
    end: int = 0


@dataclass(slots=True)
class Paragraph:
    """A numbered paragraph of the section with the list that follows it, if any."""

    number: int
    start: int
    words: int
    end: int = 0
    items: list[Numbered] = field(default_factory=list)

    @property
    def lead_end(self) -> int:
        """Where the paragraph's own words end and its list begins."""
        return self.items[0].start if self.items else self.end


@dataclass(frozen=True, slots=True)
class Outline:
    """The three stretches of a report that matter, and the numbered paragraphs of the conclusions."""

    dialogue: Region
    conclusions: Region
    pledges: Region | None
    paragraphs: tuple[Paragraph, ...]


def read_outline(flow: Flow) -> Outline | None:
    """The outline of a Working Group report, or None when the text has no conclusions."""
    text = flow.text
    heading = _conclusions_heading(text)
    if heading is None:
        return _list_alone(text)
    end, after = _conclusions_end(text, heading.end())
    pledges = _pledges(text, after)
    conclusions = Region(heading.end(), end)
    paragraphs = tuple(read_paragraphs(text, conclusions))
    return Outline(Region(0, heading.start()), conclusions, pledges, paragraphs)


def _list_alone(text: str) -> Outline | None:
    """The outline of a draft that consists of its list: "6.1 Ratify …" from the first line on."""
    if not DOTTED.search(text):
        return None
    whole = Region(0, len(text))
    return Outline(Region(0, 0), whole, None, tuple(read_paragraphs(text, whole)))


def _conclusions_heading(text: str) -> re.Match[str] | None:
    """The heading in the body: the last one that numbered paragraphs follow, not the contents'."""
    best = None
    for match in CONCLUSIONS.finditer(text):
        if SINGLE.search(text, match.end(), match.end() + 400):
            best = match
    return best


def _conclusions_end(text: str, start: int) -> tuple[int, int]:
    """(end of the conclusions, where to look for what follows them)."""
    disclaimer = None
    for match in DISCLAIMER.finditer(text, start):
        disclaimer = match
        break
    if disclaimer is not None:
        return disclaimer.start(), disclaimer.end()
    ends = [m.start() for pattern in (PLEDGES, ANNEX) if (m := pattern.search(text, start))]
    end = min(ends, default=len(text))
    return end, end


def _pledges(text: str, start: int) -> Region | None:
    heading = PLEDGES.search(text, start)
    if heading is None:
        return None
    annex = ANNEX.search(text, heading.end())
    return Region(heading.end(), annex.start() if annex else len(text))


@dataclass(frozen=True, slots=True)
class _Mark:
    """A number at the beginning of a line that may open a paragraph or an item."""

    start: int
    words: int
    paragraph: int | None  # "143" of "143.27", None for a single number
    ordinal: int


def _marks(text: str, region: Region) -> Iterator[_Mark]:
    dotted = {m.start(): m for m in DOTTED.finditer(text, region.start, region.end)}
    single = {m.start(): m for m in SINGLE.finditer(text, region.start, region.end)}
    for start in sorted(dotted.keys() | single.keys()):
        if match := dotted.get(start):
            yield _Mark(start, match.end(), int(match[1]), int(match[2]))
            if " " not in match[0].strip():
                continue  # "143.27" is no paragraph 143; "143. 27 States" may be
        if match := single.get(start):
            yield _Mark(start, match.end(), None, int(match[1]))


def read_paragraphs(text: str, region: Region) -> list[Paragraph]:
    """Follow the numbers of a section in order; what does not follow is text."""
    paragraphs: list[Paragraph] = []
    for mark in _marks(text, region):
        current = paragraphs[-1] if paragraphs else None
        if current is None:
            if mark.paragraph is None and mark.ordinal > 4:
                paragraphs.append(Paragraph(mark.ordinal, mark.start, mark.words))
            elif mark.paragraph is not None and mark.ordinal == 1:
                # The lead sentence lost its number: "143.1" alone tells the paragraph.
                paragraphs.append(Paragraph(mark.paragraph, region.start, region.start))
                _add_item(paragraphs[-1], mark)
            continue
        if mark.paragraph is not None:
            _follow_dotted(paragraphs, mark)
        else:
            _follow_single(text, paragraphs, mark)
    _close(paragraphs, region.end)
    return paragraphs


def _follow_dotted(paragraphs: list[Paragraph], mark: _Mark) -> None:
    current = paragraphs[-1]
    last = current.items[-1].ordinal if current.items else 0
    if mark.paragraph == current.number and last < mark.ordinal <= last + 5:
        _add_item(current, mark)
    elif mark.paragraph == current.number + 1 and mark.ordinal == 1:
        paragraphs.append(Paragraph(current.number + 1, mark.start, mark.start))
        _add_item(paragraphs[-1], mark)
    elif mark.ordinal == last + 1 and last > 0 and mark.paragraph is not None:
        # A misprinted paragraph ("106.31" in the list of 105): the ordinal carries on.
        _add_item(current, mark)


def _follow_single(text: str, paragraphs: list[Paragraph], mark: _Mark) -> None:
    current = paragraphs[-1]
    dotted_list = bool(current.items) and current.items[-1].number.startswith(f"{current.number}.#")
    last = _last_ordinal(paragraphs)
    is_next_item = mark.ordinal == last + 1 or (not current.items and mark.ordinal == 1)
    is_next_paragraph = mark.ordinal == current.number + 1
    if is_next_item and is_next_paragraph:
        is_next_item = not _opens_paragraph(text, mark)
        is_next_paragraph = not is_next_item
    if is_next_paragraph and (
        not current.items
        or _line_before_is_complete(text, mark.start)
        or _opens_paragraph(text, mark)  # behind a heading, which ends without a full stop
    ):
        paragraphs.append(Paragraph(mark.ordinal, mark.start, mark.words))
    elif is_next_item and not dotted_list and _may_list(text, current, mark):
        _add_item(current, mark)


def _last_ordinal(paragraphs: list[Paragraph]) -> int:
    """The last item's number, also across paragraphs: some lists run on through several."""
    for paragraph in reversed(paragraphs):
        if paragraph.items:
            return paragraph.items[-1].ordinal
    return 0


def _may_list(text: str, current: Paragraph, mark: _Mark) -> bool:
    """A list opens after a lead that ends its sentence; once open, it goes on."""
    return bool(current.items) or _line_before_is_complete(text, mark.start)


def _line_before_is_complete(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return before.endswith((":", ".", ";", ")", ",", "”", "]")) or before[-1:].isalpha() is False


def _opens_paragraph(text: str, mark: _Mark) -> bool:
    words = text[mark.words : mark.words + 160]
    return bool(
        re.match(
            r"\W*(?:the (?:following )?recommendations?|all|other recommendations|with regard|in addition)",
            words,
            re.I,
        )
    )


def _add_item(paragraph: Paragraph, mark: _Mark) -> None:
    paragraph.items.append(
        Numbered(f"{paragraph.number}.{mark.ordinal}", mark.ordinal, mark.start, mark.words)
    )


def _close(paragraphs: list[Paragraph], end: int) -> None:
    """Each paragraph and item ends where the next one begins."""
    for index, paragraph in enumerate(paragraphs):
        paragraph.end = paragraphs[index + 1].start if index + 1 < len(paragraphs) else end
        for position, item in enumerate(paragraph.items):
            following = paragraph.items[position + 1 : position + 2]
            item.end = following[0].start if following else paragraph.end
