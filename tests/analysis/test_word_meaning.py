"""The words that two demands do not share: near in meaning or far from it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.demand import read_demand
from upheld.analysis.demand_terms import TermKind, term_table
from upheld.analysis.word_meaning import MEANT, mark, marks, rest_likeness, shipped_meanings

known = st.sampled_from(sorted(shipped_meanings().rows)[::50])
some = st.frozensets(known | st.text(max_size=5), max_size=6)


def likeness(a: str, b: str) -> float | None:
    return rest_likeness(marks(read_demand(a)), marks(read_demand(b)))


def test_a_demand_has_its_stems_and_its_terms() -> None:
    assert marks(read_demand("Prevent torture")) == {"prevent", "tortur", "theme:torture"}


@pytest.mark.parametrize(
    ("a", "nearer", "farther"),
    [
        ("Protect farmers", "Protect peasants", "Protect journalists"),
        ("Build clinics", "Build hospitals", "Build courts"),
    ],
)
def test_words_used_alike_are_near(a: str, nearer: str, farther: str) -> None:
    near, far = likeness(a, nearer), likeness(a, farther)
    assert near is not None
    assert far is not None
    assert near > far


@pytest.mark.parametrize(
    ("a", "b"), [("", ""), ("Ratify CAT", "Ratify CAT"), ("Ratify CAT", "Ratify CAT now")]
)
def test_nothing_of_its_own_on_one_side_says_nothing(a: str, b: str) -> None:
    assert likeness(a, b) is None


def test_words_never_seen_say_nothing() -> None:
    assert rest_likeness({"qwertz"}, {"tortur"}) is None


@given(some, some)
def test_either_order_is_as_near(one: frozenset[str], other: frozenset[str]) -> None:
    found = rest_likeness(one, other)
    assert found == rest_likeness(other, one)
    assert found is None or 0 <= found <= 1


def test_every_row_says_something() -> None:
    meanings = shipped_meanings()
    assert len(meanings.rows) == len(meanings.vectors)
    assert meanings.vectors.shape[1] == 100
    assert np.linalg.norm(meanings.vectors, axis=1).min() > 0


def test_the_terms_are_those_of_the_table() -> None:
    terms = {mark(kind, name) for kind, name in term_table().ways if kind in MEANT}
    assert {row for row in shipped_meanings().rows if ":" in row} - terms == set()
    assert mark(TermKind.THEME, "torture") in shipped_meanings().rows
