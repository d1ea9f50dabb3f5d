"""How firmly a demand is put: "Ratify CAT", "Continue efforts to ratify CAT", "Consider it"."""

from __future__ import annotations

import re

from upheld.analysis.demand import read_demand
from upheld.core.demand_course import Strength

# What comes first sets the strength: "Ratify CAT and continue efforts against torture" asks for
# ratification.
_BEGINNING = 90
_PURSUE = re.compile(
    r"\b(?:continu\w+|pursu\w+|further\w*|efforts?|endeavou?rs?|steps\s+to|steps\s+towards?|"
    r"work\s+towards?|progressively|gradually|encourage)\b",
    re.IGNORECASE,
)


def strength_of(text: str) -> Strength:
    """The strength of an English demand, by its first words."""
    beginning = text[:_BEGINNING]
    if read_demand(beginning).softened:
        return Strength.CONSIDER
    return Strength.PURSUE if _PURSUE.search(beginning) else Strength.ACT
