"""Which record of the earlier version is this item of the new one? So that cited ids stay.

A final report renumbers its draft ("6.17" becomes "121.17"), a corrigendum changes words, an item
is inserted and all later numbers move. Words count for more than numbers: an equal text is the same
item wherever it stands; a number alone decides last, when nothing else speaks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from upheld.core.fold import fold_words


class Wording(NamedTuple):
    """What matching looks at; the text may be empty."""

    kind: str
    number: str
    part: str
    text: str


# Similarity in percent of the longer text's letters. Two different recommendations of one report
# stay under 85 as a rule; the same one after editing stays over 60.
SAME_NUMBER = 60
SAME_TAIL = 60
ANY_NUMBER = 85

# Comparing every rest with every rest grows with the square. A report has some hundred items; of
# a list of 28,000 rows nearly all are paired before.
MOST_PAIRS = 4_000_000


def match(old: Sequence[Wording], new: Sequence[Wording]) -> dict[int, int]:
    """``{index in new: index in old}``; each index at most once.

    Law: ``match(x, x)`` is the identity; a pair never joins two kinds.
    """
    rest = _Rest(old, new)
    rest.pair(lambda w: (w.kind, w.number, w.part, fold_words(w.text)))
    rest.pair(lambda w: (w.kind, fold_words(w.text)) if w.text else None, only_unique=True)
    rest.pair(lambda w: (w.kind, w.number, w.part), at_least=SAME_NUMBER)
    rest.pair(lambda w: (w.kind, w.number), at_least=SAME_NUMBER)
    rest.pair(lambda w: (w.kind, w.number.rpartition(".")[2]), at_least=SAME_TAIL)
    rest.pair_mostalike()
    rest.pair(lambda w: (w.kind, w.number, w.part) if w.number else None)
    return rest.pairs


class _Rest:
    """The items not yet paired, and the pairs so far."""

    def __init__(self, old: Sequence[Wording], new: Sequence[Wording]) -> None:
        self.old = dict(enumerate(old))
        self.new = dict(enumerate(new))
        self.pairs: dict[int, int] = {}

    def pair(
        self,
        key: Callable[[Wording], Hashable],
        *,
        at_least: int = 0,
        only_unique: bool = False,
    ) -> None:
        """Pair items with equal keys in printed order, if their texts are alike enough."""
        waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
        for index, wording in self.old.items():
            waiting[key(wording)].append(index)
        count: defaultdict[Hashable, int] = defaultdict(int)
        for wording in self.new.values():
            count[key(wording)] += 1
        for index, wording in list(self.new.items()):
            same = waiting[key(wording)] if key(wording) is not None else []
            if only_unique and (len(same) != 1 or count[key(wording)] != 1):
                continue
            for candidate in same:
                if at_least and alike(self.old[candidate].text, wording.text) < at_least:
                    continue
                same.remove(candidate)
                self._join(index, candidate)
                break

    def pair_mostalike(self) -> None:
        """Pair what is left by the likeness of the words alone, best first."""
        for kind in sorted({wording.kind for wording in self.new.values()}):
            new = [index for index, wording in self.new.items() if wording.kind == kind]
            old = [index for index, wording in self.old.items() if wording.kind == kind]
            if not new or not old or len(new) * len(old) > MOST_PAIRS:
                continue
            scores = process.cdist(
                [fold_words(self.new[index].text) for index in new],
                [fold_words(self.old[index].text) for index in old],
                scorer=fuzz.ratio,
                score_cutoff=ANY_NUMBER,
            )
            ranked = sorted(
                (-float(scores[n, o]), n, o)
                for n in range(len(new))
                for o in range(len(old))
                if scores[n, o]
            )
            for _score, n, o in ranked:
                if new[n] in self.new and old[o] in self.old:
                    self._join(new[n], old[o])

    def _join(self, new: int, old: int) -> None:
        self.pairs[new] = old
        del self.new[new], self.old[old]


def alike(a: str, b: str) -> float:
    """How alike two texts are, in percent, case and punctuation aside."""
    return float(fuzz.ratio(fold_words(a), fold_words(b)))
