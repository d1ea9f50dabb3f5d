"""The line of the glossary that shares most words with a question that nobody thought of.

"hai cô yêu nhau bị nhốt" is no expression of the glossary, but "hai phụ nữ yêu nhau" is, and they
share *hai*, *yêu* and *nhau*. A shared word counts the more the fewer expressions have it, and most
of an expression must be there. Asked only about questions of which the glossary knows too little.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from upheld.analysis.glossary import AIDS, Entry, as_marked, entries, syllables
from upheld.core.fold import fold
from upheld.core.search_tokens import search_tokens

LEAST_SHARED = 0.4
"""The part of an expression, weighed by its words, that must be in the question."""

LEAST_WEIGHT = 8.0
"""The weight of the words shared; a word in one of five thousand expressions weighs 8.5."""

FEWEST_SHARED = 2
"""Different words that must be shared. One alone may be rare among the expressions and say nothing
all the same: "key words" has a word of "hateful words", and asks for no hate speech."""


@dataclass(frozen=True, slots=True)
class Similar:
    """The places in a question of the words it shares with an expression of ``entry``."""

    places: frozenset[int]
    entry: Entry


def similar_line(words: Sequence[str], *, english: bool = False) -> Similar | None:
    """The line most alike in its words, None where none is alike enough; "" is no word."""
    if english:
        keys = [" ".join(search_tokens(word)) for word in words]
    else:
        keys = [as_marked(word) for word in words]
        if keys == [fold(word) for word in words]:
            return _alike(keys, _lines("bare"))
    return _alike(keys, _lines("english" if english else "marked"))


@dataclass(frozen=True, slots=True)
class _Lines:
    """Each expression's line and weight, and each word's expressions and weight."""

    entries: tuple[Entry, ...]
    weights: tuple[float, ...]
    places: dict[str, list[int]]
    weight: dict[str, float]


def _alike(keys: Sequence[str], lines: _Lines) -> Similar | None:
    shared: dict[int, list[float]] = defaultdict(list)
    for key in set(keys):
        for at in lines.places.get(key, ()):
            shared[at].append(lines.weight[key])
    sums = ((at, sum(weights)) for at, weights in shared.items() if len(weights) >= FEWEST_SHARED)
    best = max(
        (
            (weight * weight / lines.weights[at], -at)
            for at, weight in sums
            if weight >= LEAST_WEIGHT and weight >= LEAST_SHARED * lines.weights[at]
        ),
        default=None,
    )
    if best is None:
        return None
    at = -best[1]
    places = (n for n, key in enumerate(keys) if at in lines.places.get(key, ()))
    return Similar(frozenset(places), lines.entries[at])


@cache
def _lines(kind: str) -> _Lines:
    found: list[Entry] = []
    said: list[set[str]] = []
    for entry in entries():
        if (entry.origin == "english") != (kind == "english"):
            continue
        if not entry.english or entry.category in AIDS:
            continue
        for expression in entry.vietnamese:
            found.append(entry)
            said.append(_words(expression, kind))
    places: dict[str, list[int]] = defaultdict(list)
    for at, several in enumerate(said):
        for word in several:
            places[word].append(at)
    weight = {word: math.log(len(said) / len(where)) for word, where in places.items()}
    whole = tuple(sum(weight[word] for word in several) or 1.0 for several in said)
    return _Lines(tuple(found), whole, dict(places), weight)


def _words(expression: str, kind: str) -> set[str]:
    if kind == "english":
        return {" ".join(search_tokens(word)) for word in expression.split()}
    return set(map(as_marked if kind == "marked" else fold, syllables(expression)))
