"""How firmly a demand is put, by its first words."""

from __future__ import annotations

import pytest

from upheld.analysis.demand_strength import strength_of
from upheld.core.demand_course import Strength


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Ratify CAT", Strength.ACT),
        ("Consider ratifying CAT", Strength.CONSIDER),
        ("Examine the possibility of abolishing the death penalty", Strength.CONSIDER),
        ("Review its Penal Code", Strength.ACT),
        ("Review the possibility of ratifying CAT", Strength.CONSIDER),
        ("Continue efforts to ratify CAT", Strength.PURSUE),
        ("Take further steps towards abolition of the death penalty", Strength.PURSUE),
        ("Abolish the death penalty, and as regards all those who already stand sentenced today, "
         "continue efforts to commute their sentences", Strength.ACT),
    ],
)  # fmt: skip
def test_strength(text: str, strength: Strength) -> None:
    assert strength_of(text) is strength
