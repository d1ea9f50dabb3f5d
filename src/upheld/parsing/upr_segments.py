"""An item cut behind each bracket of States, and the sentences its segments share.

"Ratify CAT (Togo) and its Protocol (Benin); adopt a plan (Chile)" has three segments in two
sentences: within a sentence words may be shared, across a semicolon they are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from upheld.parsing.demand_verbs import begins_demand, begins_gerund, is_adverb, lacks_object
from upheld.parsing.item_words import clean, untied
from upheld.parsing.recommending_states import StatesBracket, find_brackets

# What may stand between two brackets of the same words: "(France) (Lithuania)", "(A), (B)".
ONLY_PUNCTUATION = re.compile(r"[\s,;:.&\d*⁰¹²³⁴-⁹]*(?:and\s*)?")
NEW_SENTENCE = re.compile(r"\s*[\d⁰¹²³⁴-⁹]{0,2}\s*[;.]\s*(?!/)")
FOOTNOTE_MARK = re.compile(r"\A\s*\d{1,2}(?=\s*[;.,])")
OBJECT_ENDS = re.compile(r"(?<=\w)\s*;\s+(?!and\b)")
TO_VERB = re.compile(r"to\b")
TIED = re.compile(r"\s*(?:[,;./]|and\b|or\b)")


@dataclass(frozen=True)
class Segment:
    """Words and the States behind them: "consider ratifying" (Mexico).

    ``start``/``end`` are its stretch of the item's text, bracket included. ``unrecognised`` holds
    names in the bracket that are no known State.
    """

    words: str
    states: tuple[str, ...]
    unrecognised: tuple[str, ...]
    start: int
    end: int

    @cached_property
    def bare(self) -> str:
        """The words without what ties them to the words before, and without a footnote's mark."""
        if self.start == 0:
            return clean(self.words)  # "While recognizing its efforts, continue …"
        return untied(FOOTNOTE_MARK.sub("", self.words))

    @cached_property
    def is_demand(self) -> bool:
        """True for words that could stand alone.

        "to eliminate torture" behind no "and" is a purpose, "including children" a detail.
        """
        if not begins_demand(self.bare):
            return False
        purpose = TO_VERB.match(self.bare) and not TIED.match(self.words)
        return self.start == 0 or not (purpose or begins_gerund(self.bare))


def read_segments(text: str) -> tuple[list[Segment], str]:
    """The item cut behind each group of brackets, and the words that remain behind the last."""
    segments: list[Segment] = []
    position = 0
    for group in _grouped_brackets(text):
        states = tuple(dict.fromkeys(code for bracket in group for code in bracket.states))
        unrecognised = tuple(name for bracket in group for name in bracket.unrecognised)
        end = group[-1].end
        words = text[position : group[0].start]
        segments.append(Segment(words, states, unrecognised, position, end))
        position = end
    for index in range(len(segments) - 2, -1, -1):
        # "Positively (Canada) consider ratification (Netherlands, Spain)"
        if is_adverb(segments[index].bare):
            words = f"{segments[index].words.rstrip()} {segments[index + 1].words.lstrip()}"
            segments[index] = replace(segments[index], words=words)
    return list(_parted(segments)), text[position:]


def _parted(segments: Sequence[Segment]) -> Iterator[Segment]:
    """ "Sign (Togo)/ratify (Chad) CED; adopt a plan (Mali)" has CED as a segment of its own.

    The object that verbs wait for is a segment without States; behind it a sentence begins.
    """
    waits = False
    for segment in segments:
        cut = OBJECT_ENDS.search(segment.words) if waits else None
        if cut and begins_demand(untied(segment.words[cut.start() :])):
            middle = segment.start + cut.start()
            yield Segment(segment.words[: cut.start()], (), (), segment.start, middle)
            yield replace(segment, words=segment.words[cut.start() :], start=middle)
        else:
            yield segment
        waits = lacks_object(segment.bare)


def _grouped_brackets(text: str) -> list[list[StatesBracket]]:
    groups: list[list[StatesBracket]] = []
    for bracket in find_brackets(text):
        if groups and ONLY_PUNCTUATION.fullmatch(text[groups[-1][-1].end : bracket.start]):
            groups[-1].append(bracket)
        else:
            groups.append([bracket])
    return groups


def sentences_of(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Segments that share one sentence: a semicolon or full stop before a demand parts them.

    "Continue its efforts: for health (Oman); in education (Chad)": the head before the colon
    serves both, so they stay together.
    """
    sentences: list[list[Segment]] = []
    for segment in segments:
        parted = NEW_SENTENCE.match(segment.words) and (
            segment.is_demand or not sentences or ":" not in sentences[-1][0].words
        )
        if not sentences or parted:
            sentences.append([segment])
        else:
            sentences[-1].append(segment)
    return sentences
