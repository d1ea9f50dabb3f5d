"""How near in meaning the words are that two demands do not share: "conscript" and "recruit".

Two wordings of one demand differ in words that mean the same, two look-alikes in words that mean
something else; what both say tells nothing about which it is. A word's meaning is learned from the
words beside it in recommendations and reports, by ``train/word_meaning.py``: 100 numbers for each
of some 5,000 stems and each term of the table of terms, in ``models/word_meaning.npz``. Others say
nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from upheld.analysis.demand import Demand
from upheld.analysis.demand_terms import TermKind

MEANT = (TermKind.ACT, TermKind.GROUP, TermKind.THEME, TermKind.OBJECT)
"""The kinds of terms that have a meaning."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """The row of each stem or term, and the rows (marks, 100): the longer, the more it says."""

    rows: Mapping[str, int]
    vectors: NDArray[np.float32]


def mark(kind: TermKind, name: str) -> str:
    """How a term is written beside stems: "theme:torture"."""
    return f"{kind}:{name}"


def marks(demand: Demand) -> frozenset[str]:
    """Stems and terms of a demand, as they have meanings."""
    parts = zip(MEANT, (demand.acts, demand.groups, demand.themes, demand.objects), strict=True)
    return frozenset(demand.stems).union(mark(kind, name) for kind, own in parts for name in own)


def rest_likeness(one: Collection[str], other: Collection[str]) -> float | None:
    """How near the marks of ``one`` that ``other`` has not are to those that only ``other`` has.

    From 0 to 1, the same in either order; None where one of the two has no known mark to itself.
    """
    meanings, shared = shipped_meanings(), set(one) & set(other)
    left, right = (
        meanings.vectors[[meanings.rows[one] for one in sorted(own) if one in meanings.rows]]
        for own in (set(one) - shared, set(other) - shared)
    )
    if not len(left) or not len(right):
        return None
    first, second = left.sum(axis=0, dtype=np.float64), right.sum(axis=0, dtype=np.float64)
    length = float(np.sqrt(first @ first) * np.sqrt(second @ second))
    return float(np.clip((first @ second) / length, 0.0, 1.0)) if length else None


@cache
def shipped_meanings() -> Meanings:
    """The meanings that come with Upheld."""
    content = files("upheld.analysis").joinpath("models/word_meaning.npz").read_bytes()
    with np.load(BytesIO(content), allow_pickle=False) as file:
        known = file["marks"].tobytes().decode().split("\n")
        vectors, weight = file["vectors"].astype(np.float32), file["weight"]
    vectors *= weight[:, None] / np.linalg.norm(vectors, axis=1, keepdims=True)
    return Meanings({one: row for row, one in enumerate(known)}, vectors)
