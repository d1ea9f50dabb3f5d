"""Which words of rules stand in a text: "prison" in "overcrowding in prisons", and where.

Looking up the text's words is ten times faster than searching for every pattern in every text. A
pattern is taken apart into its alternatives; only those are searched for of which every run of
letters that cannot be absent stands in a word of the text. What is found is what searching for the
whole pattern would find.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple


class _Way(NamedTuple):
    """One alternative of a pattern: its place there, and the numbers of what it needs."""

    pattern: str
    place: int
    search: re.Pattern[str]
    needs: frozenset[int]


def first(pattern: str, small: str) -> re.Match[str] | None:
    """Where ``pattern`` is first found in ``small``, a text in small letters."""
    if pattern not in _KNOWN:
        _learn(pattern)
    best: re.Match[str] | None = None
    for way in _near(small).get(pattern, ()):
        match = way.search.search(small)
        if match and (best is None or match.start() < best.start()):
            best = match
    return best


def patterns_near(small: str) -> Iterable[str]:
    """Those of the patterns that were learnt which may stand in ``small``."""
    return _near(small).keys()


def learn(patterns: Iterable[str]) -> None:
    """Take these patterns apart, so that ``patterns_near`` knows them."""
    for pattern in patterns:
        if pattern and pattern not in _KNOWN:
            _learn(pattern)


_WORD = re.compile(r"[a-z0-9]+")
# They stand in nearly every text: nothing is told by their being there.
_EVERYWHERE = frozenset(
    {"all", "and", "for", "human", "its", "national", "not", "our", "people", "persons", "right"}
    | {"rights", "the", "with"}
)
_KNOWN: set[str] = set()
_NUMBERS: dict[frozenset[str], int] = {}  # runs of letters of which one has to stand there
_BY_NEED: dict[int, list[_Way]] = {}  # each way under the first thing that it needs
_FREE: list[_Way] = []  # ways that need nothing


def _learn(pattern: str) -> None:
    for place, alternative in enumerate(_alternatives(pattern)):
        needs = [
            _NUMBERS.setdefault(runs, len(_NUMBERS))
            for runs in _needs(alternative)
            if not runs & _EVERYWHERE
        ]
        way = _Way(pattern, place, re.compile(alternative), frozenset(needs))
        if needs:
            _BY_NEED.setdefault(needs[0], []).append(way)
        else:
            _FREE.append(way)
    _KNOWN.add(pattern)
    _near_word.cache_clear()
    _near.cache_clear()


@lru_cache(maxsize=16)
def _near(small: str) -> Mapping[str, list[_Way]]:
    """The ways that may stand in ``small``, by their pattern, in the pattern's order."""
    standing: set[int] = set()
    for word in set(_WORD.findall(small)):
        standing |= _near_word(word)
    found = list(_FREE)
    for number in standing:
        found += [way for way in _BY_NEED.get(number, ()) if way.needs <= standing]
    ways: dict[str, list[_Way]] = {}
    for way in sorted(found, key=lambda way: way.place):
        ways.setdefault(way.pattern, []).append(way)
    return ways


@lru_cache(maxsize=100_000)
def _near_word(word: str) -> frozenset[int]:
    return frozenset(n for runs, n in _NUMBERS.items() if any(run in word for run in runs))


# How often a piece of a pattern may stand there; a piece is a group up to its bracket, a class, an
# escaped letter, or one letter.
_OFTEN = re.compile(r"(?:[?*+]|\{\d*,?\d*\})\??")
_MAY_BE_ABSENT = re.compile(r"[?*]|\{0?,")


def _pieces(pattern: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a pattern one after another, each with whether it may be absent.

    A letter that may stand there more than once ends a run, as if it were absent.
    """
    at = 0
    while at < len(pattern):
        end = _end_of_piece(pattern, at)
        often = _OFTEN.match(pattern, end)
        single = end - at == 1
        yield pattern[at:end], bool(often and (single or _MAY_BE_ABSENT.match(often[0])))
        at = often.end() if often else end


def _end_of_piece(pattern: str, at: int) -> int:
    match pattern[at]:
        case "\\":
            return at + 2
        case "[":
            return pattern.index("]", at + 2) + 1
        case "(":
            end = at + 1
            while pattern[end] != ")":
                end = _end_of_piece(pattern, end)
            return end + 1
    return at + 1


def _alternatives(pattern: str) -> list[str]:
    """What stands between the bars outside every bracket."""
    found, at, begin = [], 0, 0
    while at < len(pattern):
        if pattern[at] == "|":
            found.append(pattern[begin:at])
            begin = at + 1
        at = _end_of_piece(pattern, at)
    return [*found, pattern[begin:]]


def _needs(alternative: str) -> list[frozenset[str]]:
    """Sets of runs of letters; of each set one has to stand in a word where this matches."""
    needs: list[frozenset[str]] = []
    run = ""
    for piece, absent in [*_pieces(alternative), ("", False)]:
        if not absent and piece.isalnum():
            run += piece
            continue
        if len(run) > 2 or run.isdigit():
            needs.append(frozenset({run}))
        run = ""
        if piece.startswith("(") and not absent and (either := _either(piece)):
            needs.append(either)
    return needs


def _either(group: str) -> frozenset[str]:
    """What one of has to stand there for a group; nothing for one that only looks about."""
    inside = group[1:-1]
    if inside.startswith("?") and not inside.startswith("?:"):
        return frozenset()
    each = [_needs(way) for way in _alternatives(inside.removeprefix("?:"))]
    # Of the runs of one alternative the longest tells most.
    return (
        frozenset().union(*(max(needs, key=lambda runs: min(map(len, runs))) for needs in each))
        if all(each)
        else frozenset()
    )
