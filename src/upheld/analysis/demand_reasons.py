"""Why two demands are the same or not, told part by part: "one asks to repeal, the other to amend".

The features of one part (the same, another, more on one side) may speak at once, some for the same
demand and some against it. A person is told of each part what both say there, what only one of them
says, and what each weighs in all; no two sentences contradict each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from upheld.analysis.same_demand import Reason

VERY_SMALL = 0.05
"""Log-odds of a part that are not worth a sentence."""

PARTS = frozenset({"instruments", "acts", "groups", "themes", "objects", "numbers", "articles"})
"""Parts of which each demand says some values or none."""

STANDARD = "standard"
ISSUES, MEANING = "issues", "meaning"
LIKENESS = "meaning_and_issues"
"""What was learned about meaning and issues; they are told as one, as they are weighed."""

EXCHANGED = "essentials_exchanged"
"""That each says something of its own counts besides where both are short; it is told once."""

Names = tuple[str, ...]


class Found(StrEnum):
    """What was found in a part: MORE where only one says more than what both say, EACH_MORE where
    each does, NEAR where they share nothing and it speaks for the same demand, UNNAMED where
    nothing can be named.
    """

    SAME = "same"
    MORE = "more"
    EACH_MORE = "each more"
    NEAR = "near"
    OTHER = "other"
    OPPOSITE = "opposite"
    ONE_SIDED = "one sided"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Told:
    """One part with what was found, its ``effect`` in log-odds (above 0: the same demand), and what
    both, only the first and only the second demand say.

    ``sentence`` is that of the weightiest feature, for a part that has no words of its own.
    """

    part: str
    found: Found
    effect: float
    both: Names
    first: Names
    second: Names
    sentence: str

    @property
    def names(self) -> Names:
        """All that can be named of it."""
        return self.both + self.rest

    @property
    def rest(self) -> Names:
        """What only one of the two says, whichever it is."""
        return self.first + self.second


def told(why: Sequence[Reason]) -> list[Told]:
    """The reasons of a comparison by part, the weightiest first."""
    by_part: dict[tuple[str, bool], list[Reason]] = {}
    for reason in why:
        part = _part(reason.feature)
        by_part.setdefault((part, _only_more(part, reason)), []).append(reason)
    found = [_told(part, more, reasons) for (part, more), reasons in by_part.items()]
    worth = [one for one in found if abs(one.effect) >= VERY_SMALL]
    return sorted(worth, key=lambda one: (-abs(one.effect), one.part))


def _part(feature: str) -> str:
    part = feature.partition("_")[0]
    if part in PARTS or part == STANDARD:
        return part
    if part in (ISSUES, MEANING):
        return LIKENESS
    return EXCHANGED if feature.startswith(EXCHANGED) else feature


def _only_more(part: str, reason: Reason) -> bool:
    """Whether it is what one says besides what both say. That is told for itself: it speaks against
    the same demand, while what both say speaks for it.
    """
    one, other = map(set, reason.values)
    shared = one & other
    return part in PARTS and reason.feature.endswith("_more") and shared in (one, other)


def _told(part: str, more: bool, reasons: Sequence[Reason]) -> Told:
    effect = sum(reason.effect for reason in reasons)
    one, other = reasons[0].values
    both = tuple(value for value in one if value in other)
    first = tuple(value for value in one if value not in both)
    second = tuple(value for value in other if value not in both)
    features = {reason.feature for reason in reasons}
    if part == STANDARD:
        found = _standard(effect, both, first, second)
    elif part in PARTS:
        found = Found.MORE if more else _values(effect, both, first, second)
        if "acts_opposed" in features and found is Found.OTHER:
            found = Found.OPPOSITE
    else:
        found = Found.SAME if effect > 0 else Found.OTHER
        part = _speaking(effect, reasons) if part == LIKENESS else part
    return Told(part, found, effect, both, first, second, reasons[0].sentence)


def _values(effect: float, both: Names, first: Names, second: Names) -> Found:
    if both:
        return Found.EACH_MORE if first and second else Found.SAME
    if first and second:
        return Found.NEAR if effect > 0 else Found.OTHER
    return Found.ONE_SIDED if first or second else Found.UNNAMED


def _standard(effect: float, both: Names, first: Names, second: Names) -> Found:
    """Only the likeliest standard demands have names, and all were compared: what is named may be
    less than what was found.
    """
    if effect > 0:
        return Found.SAME if both else Found.NEAR
    if both or not (first or second):
        return Found.UNNAMED
    return Found.OTHER if first and second else Found.ONE_SIDED


def _speaking(effect: float, reasons: Sequence[Reason]) -> str:
    """Meaning, issues or both, whichever speaks on the side to which they come in all."""
    speaking = {reason.feature for reason in reasons if (reason.effect > 0) == (effect > 0)}
    kinds = {feature.partition("_")[0] for feature in speaking}
    return kinds.pop() if len(kinds) == 1 and LIKENESS not in speaking else LIKENESS
