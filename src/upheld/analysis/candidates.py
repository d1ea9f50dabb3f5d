"""Which records may ask for the same: candidates out of many, for a comparison one by one.

Comparing every two of 270,000 recommendations would be 36 thousand million comparisons. A record's
candidates share its instruments, themes, groups, rare words, numbers or standard demand:
their lists are added up by how rare they are, and only the best ``LOOKED_AT`` are compared. Lists
so long that they tell nothing ("discrimination" in 270,000 records) are left out where a record has
shorter ones.

Cost on one busy core: 0.5 ms a record to make the lists (15 s for 27,000). A question takes about
60 ms among 270,000 records (95th of two hundred: 140 ms), the most of it for reading the records
that it compares. The candidates of all 270,000 would take hours,
so they are asked for one record or one State at a time.
``bench/linking.py --many`` prints the figures.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from upheld.analysis.demand import Demand, read_demand, subjects_of
from upheld.analysis.same_demand import LIKELY, Comparison, compare_with
from upheld.analysis.standard_demands import Made, demands_named, standard_demands

LOOKED_AT = 60
"""Candidates of a record that are compared with it."""

AT_ONCE = 256
"""Texts that are read together."""

LONGEST = 5_000
"""Records in a list that is still worth adding up, where a record has others."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record by its place among the texts, and how it compares."""

    place: int
    comparison: Comparison


class CandidateLists:
    """Which records, by place, stand under which mark; without their texts."""

    def __init__(self, count: int, lists: Mapping[str, NDArray[np.int32]]) -> None:
        self.count = count
        self._lists = dict(lists)

    @classmethod
    def of(cls, texts: Iterable[str]) -> CandidateLists:
        """The lists of English texts, in the order in which they come."""
        lists: dict[str, array[int]] = {}
        count = 0
        every = iter(texts)
        while part := list(islice(every, AT_ONCE)):
            for text, made in zip(part, standard_demands(part), strict=True):
                for mark in _marks(read_demand(text), made):
                    lists.setdefault(mark, array("i")).append(count)
                count += 1
        found = {mark: np.frombuffer(places, np.int32) for mark, places in lists.items()}
        return cls(count, found)

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """The same as plain arrays for a file: all places one after the other, where each list
        ends, and the marks as UTF-8 with a line end between them.
        """
        marks = sorted(self._lists)
        lists = [self._lists[mark] for mark in marks]
        return {
            "count": np.array([self.count], np.int64),
            "places": np.concatenate([*lists, np.zeros(0, np.int32)]),
            "ends": np.cumsum([0, *map(len, lists)], dtype=np.int64),
            "marks": np.frombuffer("\n".join(marks).encode(), np.uint8),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> CandidateLists:
        """The lists that ``to_arrays`` wrote."""
        places, ends = arrays["places"], arrays["ends"]
        marks = arrays["marks"].tobytes().decode().split("\n") if len(ends) > 1 else []
        lists = {mark: places[ends[n] : ends[n + 1]] for n, mark in enumerate(marks)}
        return cls(int(arrays["count"][0]), lists)

    def nearest(
        self, text: str, without: Collection[int] = (), *, most: int = LOOKED_AT
    ) -> list[int]:
        """The places of the records that share most with ``text``, before any comparison."""
        marks = _marks(read_demand(text), *standard_demands([text]))
        held = [self._lists[mark] for mark in sorted(marks) if mark in self._lists]
        held = [places for places in held if len(places) <= LONGEST] or held
        if not held:
            return []
        said = [np.full(len(listed), np.log1p(self.count / len(listed))) for listed in held]
        shared = np.bincount(np.concatenate(held), np.concatenate(said), self.count)
        if without:
            shared[list(without)] = 0
        best = _highest(shared.astype(np.float64), most)
        return [int(place) for place in best if shared[place] > 0]


class CandidateIndex:
    """The records of a State with their texts: what is near, and how it compares."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.lists = CandidateLists.of(texts)

    def find(
        self,
        text: str,
        *,
        most: int = 10,
        at_least: float = LIKELY,
        without: Collection[int] = (),
    ) -> list[Candidate]:
        """The ``most`` records that are likeliest to ask for the same as ``text``, best first.

        ``without`` leaves out records by place. Equal probabilities stand in the order of places.
        """
        places = self.lists.nearest(text, without)
        compared = compare_with(text, [self.texts[place] for place in places])
        found = map(Candidate, places, compared)
        likely = [one for one in found if one.comparison.probability >= at_least]
        return sorted(likely, key=lambda one: (-one.comparison.probability, one.place))[:most]


def candidate_pairs(
    texts: Sequence[str], *, most: int = 10, at_least: float = LIKELY
) -> Iterator[tuple[int, int, Comparison]]:
    """Every pair of ``texts`` that is likely the same demand, each once, by place."""
    index = CandidateIndex(texts)
    seen: set[tuple[int, int]] = set()
    for place, text in enumerate(texts):
        for found in index.find(text, most=most, at_least=at_least, without=(place,)):
            pair = (min(place, found.place), max(place, found.place))
            if pair not in seen:
                seen.add(pair)
                yield (*pair, found.comparison)


def _marks(demand: Demand, made: Made) -> set[str]:
    """What a record is listed under. An act alone is no mark: half of all records ratify."""
    marks = {f"instrument {code}" for code in demand.instruments}
    subjects = demand.themes | demand.groups | subjects_of(demand)
    marks |= {f"subject {name}" for name in subjects}
    marks |= {f"act {act} {name}" for act in demand.acts for name in subjects}
    marks |= {f"act {act} {code}" for act in demand.acts for code in demand.instruments}
    marks |= {f"word {stem}" for stem in demand.words | demand.names}
    marks |= {f"article {number}" for number in demand.articles}
    marks |= {f"number {stem}" for stem in demand.stems if stem.isdecimal()}
    marks |= {f"asks {name}" for name in demands_named(made)}
    return marks or {f"act {act}" for act in demand.acts} or {"nothing"}


def _highest(values: NDArray[np.float64], count: int) -> NDArray[np.intp]:
    """The places of the ``count`` highest values; among equal ones those that come first."""
    if len(values) > count:
        least = np.partition(values, -count)[-count]
        above = np.flatnonzero(values > least)
        level = np.flatnonzero(values == least)[: count - len(above)]
        return np.concatenate([above, level])
    return np.arange(len(values))
