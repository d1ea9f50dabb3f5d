"""The numbers of a section followed in order: paragraphs, and the items listed under them.

"143. The recommendations listed below …" opens paragraph 143; its items are printed "143.27." since
2011 and "27." before, and are cited as "143.27" either way. A number at the beginning of a line may
also be the tail of a sentence ("paragraphs 9 and" / "12."), equal the next paragraph's number, be
misprinted or printed twice: so numbers are followed, not believed one by one, and those that look
like items and are not taken are handed back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# "143.27. Ratify", "143.27 Ratify", "143. 27.", "143-27", "143.1Accelerate"
DOTTED = re.compile(r"(?m)^[ \t]*(\d{1,3})[.\-–,] ?(\d{1,3})\b(?!\s*per cent)[.:)]*[ \t]*(?=\S|$)")
# "(Spain);143.28. Take": the line break was lost before the number
INLINE = re.compile(r"(?<=[;.)])[ \t]?(\d{1,3})\.(\d{1,3})\.?[ \t]+(?=[A-Z])")
SINGLE = re.compile(r"(?m)^[ \t]*\(?(\d{1,3})(?:[.:)]+|(?=[ \t]+[A-Z]))[ \t]*(?=\S|$)")
OPENS_PARAGRAPH = re.compile(
    r"\W*(?:the (?:following )?recommendations?|all|other recommendations|with regard|in addition)",
    re.I,
)
FIRST_PARAGRAPH = 5  # the conclusions never begin before paragraph 5 of a report
LEAP = 5  # numbers that a list may skip; more is a number that means something else


@dataclass(slots=True)
class Numbered:
    """A list item: "143.27" as cited, from its number to its end, and where its words begin.

    ``printed`` is the number as it stands on the page: "143.27", "27", or a misprint.
    """

    number: str
    ordinal: int
    start: int
    words: int
    printed: str = ""
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
class Mark:
    """A number at the beginning of a line: "143.27" has paragraph 143, "27." has none."""

    start: int
    words: int
    paragraph: int | None
    ordinal: int
    inline: bool = False

    @property
    def printed(self) -> str:
        """The number as the page prints it."""
        return str(self.ordinal) if self.paragraph is None else f"{self.paragraph}.{self.ordinal}"


@dataclass(frozen=True, slots=True)
class Numbering:
    """The paragraphs of a section, and the marks that look like items and were not taken."""

    paragraphs: tuple[Paragraph, ...]
    refused: tuple[Mark, ...]


def follow_numbers(text: str, start: int, end: int) -> Numbering:
    """Follow the numbers of ``text[start:end]`` in order; what does not follow is text."""
    following = _Following(text, start)
    for mark in _marks(text, start, end):
        following.take(mark)
    return following.close(end)


def _marks(text: str, start: int, end: int) -> Iterator[Mark]:
    dotted = {m.start(): m for m in DOTTED.finditer(text, start, end)}
    inline = {m.start(): m for m in INLINE.finditer(text, start, end)}
    single = {m.start(): m for m in SINGLE.finditer(text, start, end)}
    for position in sorted(dotted.keys() | single.keys() | inline.keys()):
        if match := dotted.get(position):
            yield Mark(position, match.end(), int(match[1]), int(match[2]))
            if " " not in match[0].strip():
                continue  # "143.27" is no paragraph 143; "143. 27 States" may be
        elif match := inline.get(position):
            yield Mark(position, match.end(), int(match[1]), int(match[2]), inline=True)
            continue
        if match := single.get(position):
            yield Mark(position, match.end(), None, int(match[1]))


class _Following:
    """The state of following: the paragraphs so far and the marks refused."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._start = start
        self._paragraphs: list[Paragraph] = []
        self._refused: list[Mark] = []

    def take(self, mark: Mark) -> None:
        """Decide what a mark is: a paragraph, an item, or text."""
        if not self._paragraphs:
            self._open_section(mark)
        elif mark.paragraph is not None:
            self._take_dotted(mark)
        else:
            self._take_single(mark)

    def close(self, end: int) -> Numbering:
        """Each paragraph and item ends where the next one begins."""
        for index, paragraph in enumerate(self._paragraphs):
            after = self._paragraphs[index + 1 : index + 2]
            paragraph.end = after[0].start if after else end
            for position, item in enumerate(paragraph.items):
                following = paragraph.items[position + 1 : position + 2]
                item.end = following[0].start if following else paragraph.end
        return Numbering(tuple(self._paragraphs), tuple(self._refused))

    def _open_section(self, mark: Mark) -> None:
        if mark.paragraph is None and mark.ordinal >= FIRST_PARAGRAPH:
            self._paragraphs.append(Paragraph(mark.ordinal, mark.start, mark.words))
        elif mark.paragraph is not None and mark.ordinal == 1:
            # The lead sentence is absent or lost its number: "143.1" alone tells the paragraph.
            self._paragraphs.append(Paragraph(mark.paragraph, self._start, self._start))
            self._add(mark)

    def _take_dotted(self, mark: Mark) -> None:
        current = self._paragraphs[-1]
        last = current.items[-1].ordinal if current.items else 0
        follows = mark.ordinal == last + 1 and last > 0
        if mark.inline and not (follows and mark.paragraph == current.number):
            return
        if mark.paragraph == current.number and last < mark.ordinal <= last + LEAP:
            self._add(mark)
        elif mark.paragraph == current.number and mark.ordinal == last and self._at_sentence(mark):
            self._add(mark)  # the same number printed twice: both are items
        elif mark.paragraph == current.number + 1 and mark.ordinal == 1:
            self._paragraphs.append(Paragraph(current.number + 1, mark.start, mark.start))
            self._add(mark)
        elif follows:
            self._add(mark)  # a misprinted paragraph: "106.31" in the list of 105
        elif mark.paragraph in (current.number, current.number + 1, current.number - 1):
            self._refused.append(mark)

    def _take_single(self, mark: Mark) -> None:
        current = self._paragraphs[-1]
        is_next_item = not self._list_is_dotted() and (
            mark.ordinal == self._last_ordinal() + 1 or (not current.items and mark.ordinal == 1)
        )
        is_next_paragraph = mark.ordinal == current.number + 1
        opens = OPENS_PARAGRAPH.match(self._text, mark.words) is not None
        if is_next_item and is_next_paragraph:
            is_next_item, is_next_paragraph = not opens, opens
        at_sentence = self._at_sentence(mark)
        if is_next_paragraph and (not current.items or at_sentence or opens):
            # A heading before it ends without a full stop, hence "opens".
            self._paragraphs.append(Paragraph(mark.ordinal, mark.start, mark.words))
        elif is_next_item and (current.items or at_sentence):
            self._add(mark)
        elif is_next_item:
            self._refused.append(mark)

    def _list_is_dotted(self) -> bool:
        items = self._paragraphs[-1].items
        return bool(items) and "." in items[-1].printed

    def _last_ordinal(self) -> int:
        """The last item's number, also across paragraphs: some lists run on through several."""
        for paragraph in reversed(self._paragraphs):
            if paragraph.items:
                return paragraph.items[-1].ordinal
        return 0

    def _at_sentence(self, mark: Mark) -> bool:
        """True if the words before the mark end a sentence or an item."""
        return not self._text[: mark.start].rstrip()[-1:].isalpha()

    def _add(self, mark: Mark) -> None:
        paragraph = self._paragraphs[-1]
        paragraph.items.append(
            Numbered(
                f"{paragraph.number}.{mark.ordinal}",
                mark.ordinal,
                mark.start,
                mark.words,
                mark.printed,
            )
        )
