"""The numbers of a section followed in order: paragraphs, and the items listed under them.

"143. The recommendations listed below …" opens paragraph 143; its items are printed "143.27." since
2011 and "27." before, and are cited as "143.27" either way. A number at the beginning of a line may
also be the tail of a sentence ("paragraphs 9 and" / "12."), equal the next paragraph's number, be
misprinted or printed twice: so numbers are followed, not believed one by one. A number out of order
is an item's where a bracket closes the words before it and a bracket of States its own; those that
look like items and are not taken are handed back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from upheld.parsing.recommending_states import find_brackets
from upheld.parsing.upr_marks import SINGLE, Mark, find_marks

OPENS_PARAGRAPH = re.compile(
    r"\W*(?:the (?:following )?recommendations?|all|other recommendations|with regards?|"
    r"in addition)\b",
    re.I,
)
# … and as no other words end before a number
LEADS_TO_LIST = re.compile(r"\brecommendations?\b[^;]*:\s*\Z", re.I)
# "(Spain);", "… are the following:", also with the heading of the next group of items behind it
ENDS_ITEM = re.compile(
    r"(?::|[)\]][ \d⁰¹²³⁴-⁹*]*[;.,:]*(?: and)?)\s*"
    r"(?:\n[ \t]*(?:[A-Z]{1,4}\.\s+)?[A-Z][^\n;.:()]{2,90}\s*)?\Z"
)
LONGEST_HEADING = 120
STOPS = re.compile(r"[.;:)\]][”\"’ \d⁰¹²³⁴-⁹*]*\Z")
# "…, paragraphs 7, 8," / "9. Ratify", "(art." / "6)", "136.45-" / "136.48": the sentence goes on
GOES_ON = re.compile(
    r"(?:[^\W\d_⁰¹²³⁴-⁹]|[-–(\[]|(?<![)\]])[ \d⁰¹²³⁴-⁹]*,|"
    r"\b(?:arts?|nos?|paras?|paragraphs?|chaps?|sect|vol|pp?|cf|e\.g|i\.e)\.)\Z",
    re.I,
)
FIRST_PARAGRAPH = 5  # the conclusions never begin before paragraph 5 of a report
LEAP = 5  # numbers that a list may skip; a longer leap must be followed by the next number
TELLING = 9  # items at the beginning of a list that tell how it is numbered
FAR = 40  # marks behind a number among which the one that follows it is looked for
PARAGRAPH_LEAP = 3  # paragraphs whose numbers may be lost, with a page or a line break


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

    @property
    def is_dotted(self) -> bool:
        """True for a list printed "143.27", False for one printed "27.": most items tell."""
        forms = ["." in item.printed for item in self.items[:TELLING]]
        return bool(forms) and 2 * forms.count(True) + forms[0] > len(forms)

    @property
    def misprinted(self) -> list[Numbered]:
        """The items whose printed number is not the one that the list expects there."""
        dotted = self.is_dotted
        return [
            item
            for item in self.items
            if item.printed not in ("", item.number)
            and (dotted or item.printed != str(item.ordinal))
        ]


@dataclass(frozen=True, slots=True)
class Numbering:
    """The paragraphs of a section, and the marks that look like items and were not taken."""

    paragraphs: tuple[Paragraph, ...]
    refused: tuple[Mark, ...]


def follow_numbers(text: str, start: int, end: int) -> Numbering:
    """Follow the numbers of ``text[start:end]`` in order; what does not follow is text."""
    following = _Following(text, start, end, find_marks(text, start, end))
    following.take_all()
    return following.close()


class _Following:
    """The state of following: the paragraphs so far and the marks refused."""

    def __init__(self, text: str, start: int, end: int, marks: Sequence[Mark]) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._marks = marks
        self._at = 0  # index of the mark that is being decided
        self._paragraphs: list[Paragraph] = []
        self._refused: list[Mark] = []
        # Number → where the last paragraph with this number begins, of those that begin as
        # paragraphs of conclusions do, and of "145. All conclusions …" behind the section
        self._openings = {
            mark.ordinal: mark.start
            for mark in marks
            if mark.paragraph is None and OPENS_PARAGRAPH.match(text, mark.words)
        }
        if closing := SINGLE.match(text, end):
            self._openings[int(closing[1])] = end

    def take_all(self) -> None:
        """Decide of each mark what it is: a paragraph, an item, or text."""
        for at, mark in enumerate(self._marks):
            self._at = at
            if not self._paragraphs:
                self._open_section(mark)
            elif mark.inline:
                self._take_inline(mark)
            elif mark.paragraph is not None:
                self._take_dotted(mark, mark.paragraph)
            else:
                self._take_single(mark)

    def close(self) -> Numbering:
        """Each paragraph and item ends where the next one begins."""
        for index, paragraph in enumerate(self._paragraphs):
            after = self._paragraphs[index + 1 : index + 2]
            paragraph.end = after[0].start if after else self._end
            for position, item in enumerate(paragraph.items):
                following = paragraph.items[position + 1 : position + 2]
                item.end = following[0].start if following else paragraph.end
        # "143. 27 States": what is refused in one reading may be taken in the other.
        taken = {part.start for part in self._paragraphs}
        taken |= {item.start for part in self._paragraphs for item in part.items}
        refused = {mark.start: mark for mark in self._refused if mark.start not in taken}
        return Numbering(tuple(self._paragraphs), tuple(refused.values()))

    def _open_section(self, mark: Mark) -> None:
        if mark.paragraph is None and mark.ordinal >= FIRST_PARAGRAPH:
            self._paragraphs.append(Paragraph(mark.ordinal, mark.start, mark.words))
        elif mark.paragraph is not None and (mark.ordinal <= LEAP or self._has_states(mark)):
            # The lead sentence is absent or lost its number: "143.1" alone tells the paragraph.
            self._open_list(mark, mark.paragraph, self._start)

    def _take_inline(self, mark: Mark) -> None:
        """A number behind the end of an item on the same line: only the very next one is one."""
        current = self._paragraphs[-1]
        if current.items and mark.ordinal == current.items[-1].ordinal + 1:
            own = current.number if current.is_dotted else None
            if mark.paragraph == own:
                self._add(mark, mark.ordinal)

    def _take_dotted(self, mark: Mark, paragraph: int) -> None:
        current = self._paragraphs[-1]
        last = self._last_before(mark)
        ours = paragraph == current.number
        number = mark.ordinal
        misprinted = number != last + 1 and self._next_ordinal(mark) == last + 2
        at_sentence = self._at_sentence(mark)
        if ours and last < number <= last + LEAP and not misprinted:
            self._add(mark, number)
        elif ours and number == last and at_sentence:
            self._add(mark, number)  # the same number printed twice: both are items
        elif paragraph == current.number + 1 and number == 1:
            self._open_list(mark, paragraph, mark.start)
        elif number == last + 1 and current.items and at_sentence:
            self._add(mark, number)  # a misprinted paragraph: "106.31" in the list of 105
        elif self._is_item(mark, paragraph):
            self._take_out_of_order(mark, paragraph, last, misprinted=misprinted)
        elif self._is_listed(mark):
            self._refused.append(mark)

    def _take_out_of_order(
        self, mark: Mark, paragraph: int, last: int, *, misprinted: bool
    ) -> None:
        """An item whose number does not follow: a page was lost, or the number is misprinted."""
        current = self._paragraphs[-1]
        goes_on = self._goes_on(mark, paragraph)
        ahead = 0 < paragraph - current.number <= PARAGRAPH_LEAP
        if paragraph != current.number and goes_on and (ahead or not current.items):
            if current.items:
                self._open_list(mark, paragraph, mark.start)
            else:
                current.number = paragraph  # the lead's own number is the misprint
                self._add(mark, mark.ordinal)
        elif paragraph == current.number and goes_on and not misprinted:
            self._add(mark, mark.ordinal)
        elif paragraph == current.number or misprinted:
            self._add(mark, last + 1)
        elif last < mark.ordinal <= last + LEAP and current.items:
            self._add(mark, mark.ordinal)
        else:
            self._refused.append(mark)

    def _take_single(self, mark: Mark) -> None:
        current = self._paragraphs[-1]
        dotted = current.is_dotted
        last = self._last_ordinal()
        number = mark.ordinal
        at_sentence = self._at_sentence(mark)
        is_next_item = not dotted and (number == last + 1 or (not current.items and number == 1))
        is_next_paragraph = number == current.number + 1
        opens = self._opens_paragraph(mark)
        if opens:
            ahead = number - current.number
            is_next_paragraph = ahead == 1 or (1 < ahead <= PARAGRAPH_LEAP and at_sentence)
        elif is_next_paragraph:
            # "11." may be paragraph 11, or item 11 of a list in paragraph 10.
            skips = bool(current.items) and not dotted and last < number <= last + LEAP
            is_next_paragraph = not (
                is_next_item or (skips and self._stands_between(mark)) or self._opens_later(mark)
            )
        if is_next_paragraph and (not current.items or at_sentence or opens):
            # A heading before it ends without a full stop, hence "opens".
            self._paragraphs.append(Paragraph(number, mark.start, mark.words))
        elif is_next_item and (at_sentence or self._ends_item(mark)):
            self._add(mark, number)
        elif not opens and self._is_item(mark):
            self._take_single_out_of_order(mark, self._last_before(mark))
        elif self._is_listed(mark):
            self._refused.append(mark)

    def _take_single_out_of_order(self, mark: Mark, last: int) -> None:
        """ "27." printed for "143.27", "72." for "27.", or "27." behind "24."."""
        dotted = self._paragraphs[-1].is_dotted
        if self._next_ordinal(mark) == last + 2 and mark.ordinal != last:
            self._add(mark, last + 1)
        elif dotted and mark.ordinal != last + 1:
            self._refused.append(mark)
        elif mark.ordinal - last in range(LEAP + 1) or self._goes_on(mark):
            self._add(mark, mark.ordinal)
        else:
            self._add(mark, last + 1)

    def _last_before(self, mark: Mark) -> int:
        """The number that the mark comes behind in its list; 0 at the beginning of a list.

        A list may carry on the numbers of the paragraph before: 67.40, then 68.41.
        """
        last = self._last_ordinal()
        runs_on = last < mark.ordinal <= last + LEAP
        return last if self._paragraphs[-1].items or runs_on else 0

    def _last_ordinal(self) -> int:
        """The last item's number, also across paragraphs: some lists run on through several."""
        for paragraph in reversed(self._paragraphs):
            if paragraph.items:
                return paragraph.items[-1].ordinal
        return 0

    def _next_ordinal(self, mark: Mark, paragraph: int | None = None) -> int | None:
        """The number after ``mark``, in a dotted list the next of ``paragraph``."""
        current = self._paragraphs[-1]
        own = paragraph or (current.number if current.is_dotted or mark.paragraph else None)
        following = (m.ordinal for m in self._after(mark) if m.paragraph == own)
        return next(following, None)

    def _after(self, mark: Mark) -> Iterator[Mark]:
        """The marks behind ``mark``, not its other reading ("143. 27 States")."""
        following = islice(self._marks, self._at + 1, self._at + 1 + FAR)
        return (other for other in following if other.start > mark.start)

    def _goes_on(self, mark: Mark, paragraph: int | None = None) -> bool:
        """True if the next number follows this one, some perhaps being left out."""
        following = self._next_ordinal(mark, paragraph)
        return following is not None and mark.ordinal < following <= mark.ordinal + LEAP

    def _opens_later(self, mark: Mark) -> bool:
        """True if a later paragraph with this number begins as paragraphs of conclusions do."""
        return self._openings.get(mark.ordinal, -1) > mark.start

    def _opens_paragraph(self, mark: Mark) -> bool:
        """True if the words behind the mark are those with which a paragraph opens a list."""
        if OPENS_PARAGRAPH.match(self._text, mark.words):
            return True
        return LEADS_TO_LIST.search(self._words(mark)) is not None

    def _at_sentence(self, mark: Mark) -> bool:
        """True if the words before the mark may end a sentence or an item."""
        return GOES_ON.search(self._before(mark).rstrip()) is None

    def _ends_item(self, mark: Mark) -> bool:
        """True if the words before the mark end with a bracket, or with the colon of a lead."""
        return ENDS_ITEM.search(self._before(mark)) is not None

    def _before(self, mark: Mark) -> str:
        current = self._paragraphs[-1]
        words = current.items[-1].words if current.items else current.words
        return self._text[max(words, mark.start - LONGEST_HEADING) : mark.start]

    def _has_states(self, mark: Mark) -> bool:
        """True if a bracket of States stands between the mark and the next one."""
        return any(bracket.states for bracket in find_brackets(self._words(mark)))

    def _words(self, mark: Mark) -> str:
        """The words behind the mark up to the next one."""
        following = (other.start for other in self._after(mark))
        return self._text[mark.words : next(following, self._end)]

    def _stands_between(self, mark: Mark) -> bool:
        """True if a bracket closes the words before the mark and one of States its own."""
        return self._ends_item(mark) and self._has_states(mark)

    def _is_item(self, mark: Mark, paragraph: int | None = None) -> bool:
        """True if an item begins here although its number does not follow the last one."""
        stops = STOPS.search(self._before(mark).rstrip()) and self._at_sentence(mark)
        return self._stands_between(mark) or bool(stops and self._goes_on(mark, paragraph))

    def _is_listed(self, mark: Mark) -> bool:
        """True if the mark stands in a list, or where one may begin: not within a lead."""
        current = self._paragraphs[-1]
        refused = bool(self._refused) and self._refused[-1].start > current.start
        begins = self._at_sentence(mark) or self._ends_item(mark)
        return bool(current.items) or refused or begins

    def _open_list(self, mark: Mark, paragraph: int, start: int) -> None:
        self._paragraphs.append(Paragraph(paragraph, start, start))
        self._add(mark, mark.ordinal)

    def _add(self, mark: Mark, ordinal: int) -> None:
        paragraph = self._paragraphs[-1]
        number = f"{paragraph.number}.{ordinal}"
        paragraph.items.append(Numbered(number, ordinal, mark.start, mark.words, mark.printed))
