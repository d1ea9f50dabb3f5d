"""Judgements: whether two records ask for the same, as a person decided.

"Ratify OP-CAT" of 2009 and "Accede to the Optional Protocol to CAT" of 2014 are judged *same*,
"Ratify CAT" and "Ratify CRPD" *different*; *unsure* says that somebody looked and could not tell.
Same and same make same; same and different make different; two different ones say nothing. Records
joined by *same* form a cluster: one demand, whoever made it and whenever.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Verdict(StrEnum):
    """What a person said of two records."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judged(Generic[Key]):
    """One pair with its verdict; ``one`` and ``other`` have no order."""

    one: Key
    other: Key
    verdict: Verdict


class Judgements(Generic[Key]):
    """What follows from all judgements that stand.

    >>> known = Judgements([Judged("a", "b", Verdict.SAME), Judged("b", "c", Verdict.DIFFERENT)])
    >>> known.verdict("a", "c")
    <Verdict.DIFFERENT: 'different'>
    """

    def __init__(self, judged: Iterable[Judged[Key]]) -> None:
        self._parent: dict[Key, Key] = {}
        apart = []
        for pair in judged:
            if pair.verdict is Verdict.SAME:
                self._parent.setdefault(pair.one, pair.one)
                self._parent.setdefault(pair.other, pair.other)
                self._parent[self._root(pair.one)] = self._root(pair.other)
            elif pair.verdict is Verdict.DIFFERENT:
                apart.append((pair.one, pair.other))
        self.contradictions = [p for p in apart if self._root(p[0]) == self._root(p[1])]
        """Pairs judged different that a chain of *same* joins."""
        self._apart = {frozenset((self._root(a), self._root(b))) for a, b in apart}

    def _root(self, key: Key) -> Key:
        while (parent := self._parent.get(key, key)) != key:
            self._parent[key] = key = self._parent.get(parent, parent)
        return key

    def verdict(self, one: Key, other: Key) -> Verdict | None:
        """What follows for two records: same, different, or None where nothing follows."""
        first, second = self._root(one), self._root(other)
        if first == second:
            return Verdict.SAME
        return Verdict.DIFFERENT if frozenset((first, second)) in self._apart else None

    def would_contradict(self, judged: Judged[Key]) -> bool:
        """Whether the verdict says the opposite of what follows already."""
        known = self.verdict(judged.one, judged.other)
        return judged.verdict is not Verdict.UNSURE and known not in (None, judged.verdict)

    def cluster(self, key: Key) -> frozenset[Key]:
        """All records that ask for the same as this one, itself included."""
        root = self._root(key)
        return frozenset({key}).union(k for k in list(self._parent) if self._root(k) == root)

    def clusters(self) -> Iterator[frozenset[Key]]:
        """The clusters of more than one record."""
        members: dict[Key, set[Key]] = {}
        for key in list(self._parent):
            members.setdefault(self._root(key), set()).add(key)
        yield from map(frozenset, members.values())
