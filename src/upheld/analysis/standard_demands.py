"""Which standard demand a text makes: "Let nobody hang" is *abolish the death penalty*.

The mechanisms make some 800 demands of States again and again, each in ever other words. They are
listed with some 28 wordings each in ``train/demands``, which were written for this; a small
network learned from them (``train/standard_demands.py``) says how likely a text makes each of them.
It sees the letters of the words, the stems and terms of the demand, and what these mean
(``word_meaning``), so that words which no wording has count as well.

Two texts that make the same standard demand ask for the same, as far as the list tells demands
apart: what it does not know (a treaty among others, an age, a place) is for the other features of
``demand_features``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from math import fsum, sqrt
from typing import NamedTuple

import numpy as np

from upheld.analysis.demand import Demand, read_demand
from upheld.analysis.features import words_of
from upheld.analysis.linear_model import LettersOfWords
from upheld.analysis.sparse import Block, Floats, scores, weigh
from upheld.analysis.word_meaning import marks, shipped_meanings

BLOCKS = ("letters", "marks")
KEPT = 12
"""Standard demands of a text that are kept, the likeliest; the others are next to nothing."""

NAMED = 0.3
"""From this chance on, the demand is named where two texts are compared."""

NONE = "none of these"
"""What a text asks for that makes no standard demand: it says nothing about likeness."""

LESS_SURE = 0.75
"""The network is surer of its wordings than it is right about others: its log-odds are scaled down
by so much, which was chosen on judged pairs of real reports."""

REMEMBERED = 30_000
BATCH = 256


Made = Mapping[int, float]
"""What a text is likely to ask for: places in the list, rising, with the chance of each."""


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """The network's weights: from marks and meanings to units, and from units to demands."""

    names: tuple[str, ...]
    general: frozenset[int]
    none: int
    blocks: Mapping[str, Block]
    letters: LettersOfWords
    weights: Mapping[str, Floats]
    of_meaning: Floats
    bias: Floats
    out: Floats
    out_bias: Floats


_known: dict[str, Made] = {}


def standard_demands(texts: Sequence[str]) -> list[Made]:
    """What each text asks for. Many at once cost a fraction of what they cost one by one."""
    fresh = [text for text in dict.fromkeys(texts) if text not in _known]
    if len(_known) + len(fresh) > REMEMBERED:
        _known.clear()
        fresh = list(dict.fromkeys(texts))
    for start in range(0, len(fresh), BATCH):
        part = fresh[start : start + BATCH]
        _known.update(zip(part, map(_likeliest, chances(part)), strict=True))
    return [_known[text] for text in texts]


class Shared(NamedTuple):
    """How far two texts make the same standard demand, each 0 to 1, the same in either order.

    ``alike`` is the Bhattacharyya coefficient, the sum of the roots of both chances; ``general``
    how much of it is demands that hold others ("promote human rights"); ``known`` how likely both
    make a standard demand at all; ``told`` how surely it was told which: the mean of both likeliest
    chances.
    """

    alike: float
    general: float
    known: float
    told: float


def standard_likeness(one: Made, other: Made) -> Shared:
    """What two texts share of standard demands."""
    none, general = layer().none, layer().general
    first, second = (
        {place: chance for place, chance in made.items() if place != none} for made in (one, other)
    )
    known = sqrt((1 - one.get(none, 0.0)) * (1 - other.get(none, 0.0)))
    both = {at: sqrt(first[at] * second[at]) for at in first if at in second}
    every = fsum(both.values())
    told = sqrt(max(first.values(), default=0.0) * max(second.values(), default=0.0))
    if not every or not known:
        return Shared(0.0, 0.0, known, told)
    return Shared(
        alike=min(1.0, every / known),
        general=fsum(share for at, share in both.items() if at in general) / every,
        known=known,
        told=told,
    )


def demands_named(made: Made) -> tuple[str, ...]:
    """The names of what a text is likely to ask for, in the order of the list."""
    names = layer().names
    return tuple(
        names[place] for place, chance in made.items() if chance >= NAMED and names[place] != NONE
    )


def chances(texts: Sequence[str]) -> Floats:
    """The chance of each standard demand: shape (texts, demands); each row adds up to one."""
    model = layer()
    units = np.tile(model.bias, (len(texts), 1))
    demands = [read_demand(text) for text in texts]
    index = model.blocks["marks"].index
    rows = {
        "letters": [model.letters.of(words_of(text)) for text in texts],
        "marks": [[index[mark] for mark in marks(one) if mark in index] for one in demands],
    }
    for name in BLOCKS:
        units += scores(weigh(model.blocks[name], rows[name]), model.weights[name])
    units += meanings_of(demands) @ model.of_meaning
    said = (np.maximum(units, 0) @ model.out + model.out_bias) * LESS_SURE
    powers = np.exp(said - said.max(axis=1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=1, keepdims=True)
    return shares


def meanings_of(demands: Sequence[Demand]) -> Floats:
    """The meaning of each demand as a whole, of length one: shape (demands, 100)."""
    known = shipped_meanings()
    out = np.zeros((len(demands), known.vectors.shape[1]), np.float32)
    for row, demand in enumerate(demands):
        rows = [known.rows[mark] for mark in sorted(marks(demand)) if mark in known.rows]
        if rows:
            whole = known.vectors[rows].sum(axis=0, dtype=np.float64)
            out[row] = whole / max(float(np.linalg.norm(whole)), 1e-9)
    return out


def _likeliest(row: Floats) -> Made:
    places = np.sort(np.argpartition(row, -KEPT)[-KEPT:])
    return dict(zip(places.tolist(), row[places].tolist(), strict=True))


@cache
def layer() -> Layer:
    """The network that comes with Upheld."""
    content = files("upheld.analysis").joinpath("models/standard_demands.npz").read_bytes()
    with np.load(BytesIO(content), allow_pickle=False) as file:
        kept = {name: file[name] for name in file.files}
    step = kept["step"]
    blocks = {
        name: Block(
            {
                mark: at
                for at, mark in enumerate(kept[f"{name}_marks"].tobytes().decode().split("\n"))
            },
            kept[f"{name}_rarity"],
            1.0,
        )
        for name in BLOCKS
    }
    names = tuple(kept["names"].tobytes().decode().split("\n"))
    return Layer(
        names=names,
        general=frozenset(np.flatnonzero(kept["general"]).tolist()),
        none=names.index(NONE),
        blocks=blocks,
        letters=LettersOfWords(blocks["letters"]),
        weights={name: kept[f"{name}_weights"] * step for name in BLOCKS},
        of_meaning=kept["meaning_weights"] * step,
        bias=kept["bias"],
        out=kept["out"] * kept["out_step"],
        out_bias=kept["out_bias"],
    )
