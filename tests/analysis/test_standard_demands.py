"""Standard demands: told in words of any kind, held against each other in either order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.standard_demands import (
    KEPT,
    NONE,
    chances,
    demands_named,
    layer,
    standard_demands,
    standard_likeness,
)

texts = st.text(max_size=60) | st.sampled_from(["Ratify CAT", "Abolish the death penalty"])


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("Abolish the death penalty", "abolish the death penalty"),
        ("Do away with hanging as a punishment", "abolish the death penalty"),
        ("Decriminalize consensual relations between men", "decriminalize same-sex relations"),
        ("Let couples of the same sex marry", "same-sex marriage"),
    ],
)
def test_a_demand_is_told_in_other_words(text: str, demand: str) -> None:
    [made] = standard_demands([text])
    assert demands_named(made) == (demand,)


def test_every_row_is_a_share_of_one_and_the_likeliest_are_kept() -> None:
    rows = chances(["Abolish the death penalty", "", "qwertz"])
    assert rows.shape == (3, len(layer().names))
    assert rows.sum(axis=1) == pytest.approx(np.ones(3), abs=1e-4)
    [made, *_] = standard_demands(["Abolish the death penalty"])
    assert len(made) == KEPT
    assert max(made.values()) == pytest.approx(float(rows[0].max()), abs=1e-6)


def test_many_at_once_say_what_each_says_alone() -> None:
    said = ["Ratify CAT", "Build clinics in villages", "Ratify CAT"]
    together = standard_demands(said)
    assert together[0] == together[2]
    assert [standard_demands([text])[0] for text in said] == together
    assert standard_demands([]) == []


@given(texts, texts)
def test_likeness_is_the_same_in_either_order(one: str, other: str) -> None:
    a, b = standard_demands([one, other])
    assert standard_likeness(a, b) == pytest.approx(standard_likeness(b, a))
    assert [part for part in standard_likeness(a, b) if not 0 <= part <= 1.000001] == []


def test_a_rewording_is_nearer_than_a_look_alike() -> None:
    one, same, other = standard_demands(
        [
            "Ban so-called conversion therapy",
            "Outlaw practices that pretend to cure people of being gay",
            "Ban unnecessary surgery on intersex children",
        ]
    )
    assert standard_likeness(one, same).alike > 0.5 > standard_likeness(one, other).alike


def test_what_is_surely_told_is_near_one_and_a_riddle_is_not() -> None:
    clear, riddle = standard_demands(
        ["Issue a standing invitation to special procedures", "qwertz"]
    )
    assert standard_likeness(clear, clear).told > 0.9
    assert standard_likeness(clear, riddle).told == standard_likeness(riddle, clear).told < 0.5


def test_a_demand_that_holds_others_is_known_as_general() -> None:
    general, special = standard_demands(
        ["Continue to promote and protect human rights", "Issue a standing invitation"]
    )
    assert standard_likeness(general, general).general > 0.5
    assert standard_likeness(special, special).general < 0.5


def test_what_makes_no_standard_demand_is_like_nothing_and_has_no_name() -> None:
    [made] = standard_demands(["Celebrate the anniversary of the Universal Declaration"])
    assert max(made, key=made.__getitem__) == layer().names.index(NONE)
    assert demands_named(made) == ()
    assert standard_likeness(made, made).known < 0.5
