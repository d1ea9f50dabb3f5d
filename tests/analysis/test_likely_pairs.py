"""Pairs between two lists are those that a comparison one by one would give."""

from __future__ import annotations

import pytest

from upheld.analysis.likely_pairs import MOST, MOST_SURE, SURE, likely_pairs
from upheld.analysis.same_demand import compare

EARLIER = [
    "Consider ratifying OP-CAT",
    "Combat trafficking in persons, especially of women and children",
    "Establish a moratorium on executions",
]
LATER = [
    "Protect the forests",
    "Accede to the Optional Protocol to the Convention against Torture",
    "Strengthen measures against trafficking in women and children",
]


def test_what_asks_for_the_same_is_found() -> None:
    assert {(one, other) for one, other, _ in likely_pairs(EARLIER, LATER)} == {(0, 1), (1, 2)}


def test_the_probability_is_that_of_the_two_alone() -> None:
    for one, other, probability in likely_pairs(EARLIER, LATER):
        assert probability == pytest.approx(compare(EARLIER[one], LATER[other]).probability)


def test_the_likeliest_come_first() -> None:
    found = [pair.probability for pair in likely_pairs(EARLIER, LATER, at_least=0)]
    assert found == sorted(found, reverse=True)


def test_within_one_list_each_pair_stands_once() -> None:
    texts = ["Ratify OP-CAT", "Combat corruption", "Consider acceding to OP-CAT"]
    assert [(one, other) for one, other, _ in likely_pairs(texts)] == [(0, 2)]


def test_a_record_has_only_so_many_partners() -> None:
    others = [f"Ratify the Convention against Torture in {year}" for year in range(2000, 2020)]
    found = likely_pairs(["Ratify the Convention against Torture"], others)
    assert [pair.probability >= SURE for pair in found] == [True] * MOST_SURE
    less = [f"Investigate corruption of the police in {year}" for year in range(2000, 2020)]
    unsure = likely_pairs(["Combat corruption in the courts"], less, at_least=0)
    assert [pair.probability < SURE for pair in unsure] == [True] * MOST


def test_nothing_is_near_nothing() -> None:
    assert likely_pairs([], LATER) == []
    assert likely_pairs(EARLIER, []) == []
    assert likely_pairs([]) == []
