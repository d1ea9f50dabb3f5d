"""Is it the same demand? "Ratify OPCAT" and "Accede to the Optional Protocol to CAT" ask for one.

Two demands are the same when they ask one State for the same act on the same instrument, measure,
group of persons and theme, however long and however firmly: "consider ratifying" is the same demand
as "ratify", softened. Abolition and a moratorium, ratifying and withdrawing reservations, setting
up and strengthening an institution are different demands.

The answer is a probability and its reasons. It is a proposal: whether two records belong together
is for a person to judge. Weights: ``data/same_demand.json``, made by ``train/same_demand.py``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from upheld.analysis.demand import Demand, read_demand
from upheld.analysis.demand_features import FEATURES, Likeness, Values, compare_parts, compared
from upheld.analysis.issue_vectors import issue_likeness, issue_vectors
from upheld.analysis.main_clause import main_clause, without_praise
from upheld.analysis.standard_demands import (
    Made,
    demands_named,
    standard_demands,
    standard_likeness,
)

LIKELY = 0.3
"""Below this probability two records are not worth a person's time: of the pairs from here on, half
are the same demand and nearly all others overlap (``bench/linking_reports.py``).
"""

VERY_SMALL = 0.05
"""Log-odds that are not worth a sentence."""


class Understood(NamedTuple):
    """A text made ready to be compared: its parts, the issues and the standard demands likely, of
    all it says and of its main clause.
    """

    demand: Demand
    issues: NDArray[np.float64]
    made: Made
    mainly: Made


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature that spoke: its name, its ``effect`` in log-odds (above 0: the same demand), the
    sentence, and what was compared in the first and in the second demand.
    """

    feature: str
    effect: float
    sentence: str
    values: Values


@dataclass(frozen=True, slots=True)
class Comparison:
    """The probability that two texts ask for the same, and why, the weightiest reason first.

    ``softened`` says that one of the two asks only to consider it.
    """

    probability: float
    why: tuple[Reason, ...]
    softened: bool


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned: a weight for each feature, and how much each stem or theme says."""

    version: str
    bias: float
    features: Mapping[str, float]
    rarity: Mapping[str, float]

    def rare(self, stem: str) -> float:
        """From almost 0 for words of every demand to 1 for words never seen."""
        return self.rarity.get(stem, 1.0)


@cache
def weights() -> Weights:
    """The weights that ship with the program."""
    path = files("upheld.analysis").joinpath("data", "same_demand.json")
    kept = json.loads(path.read_text("utf-8"))
    return Weights(kept["version"], kept["bias"], kept["features"], kept["rarity"])


def understood(texts: Sequence[str]) -> list[Understood]:
    """English texts made ready; many at once cost a fraction of what they cost one by one."""
    said = list(map(without_praise, texts))
    read = zip(
        map(read_demand, said),
        issue_vectors(texts),
        standard_demands(said),
        standard_demands(list(map(main_clause, texts))),
        strict=True,
    )
    return [Understood(*parts) for parts in read]


def compare(a: str, b: str) -> Comparison:
    """Whether two English texts ask for the same; ``compare(a, b) == compare(b, a)``, with the
    compared values in the order of the texts.
    """
    return compare_demands(*understood((a, b)))


def compare_with(text: str, others: Sequence[str]) -> list[Comparison]:
    """``compare(text, other)`` for each of ``others``, all at once."""
    own, *theirs = understood((text, *others))
    return [compare_demands(own, other) for other in theirs]


def compare_demands(a: Understood, b: Understood) -> Comparison:
    """The same for texts already made ready."""
    learned = weights()
    likeness = Likeness(
        issue_likeness(a.issues, b.issues),
        standard_likeness(a.made, b.made),
        standard_likeness(a.mainly, b.mainly),
    )
    found = compare_parts(a.demand, b.demand, learned.rare, likeness)
    effects = {name: value * learned.features[name] for name, value in found.items()}
    # In one fixed order, so that the last bit is the same whichever demand comes first.
    odds = math.fsum([learned.bias, *(effects.get(name, 0.0) for name in FEATURES)])
    reasons = [
        Reason(name, round(effect, 3), FEATURES[name].sentence, _compared(name, a, b))
        for name, effect in effects.items()
        if abs(effect) >= VERY_SMALL
    ]
    reasons.sort(key=lambda reason: (-abs(reason.effect), reason.feature))
    softened = a.demand.softened != b.demand.softened
    return Comparison(1 / (1 + math.exp(-odds)), tuple(reasons), softened)


def _compared(name: str, a: Understood, b: Understood) -> Values:
    part = FEATURES[name].part
    if part == "standard":
        return demands_named(a.made), demands_named(b.made)
    return compared(part, a.demand, b.demand)
