"""What is told of each part of two demands: one finding, and never one against another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.demand_features import FEATURES
from upheld.analysis.demand_reasons import PARTS, STANDARD, Found, told
from upheld.analysis.same_demand import Reason, compare

NAMES = st.frozensets(st.sampled_from("abcd")).map(lambda found: tuple(sorted(found)))


def reason(feature: str, effect: float, one: str = "", other: str = "") -> Reason:
    return Reason(feature, effect, f"{feature}.", (tuple(one.split()), tuple(other.split())))


@pytest.mark.parametrize(
    ("why", "found"),
    [
        ([reason("acts_same", 1, "ratify", "ratify")], Found.SAME),
        ([reason("acts_same", 1, "train", "awareness train")], Found.SAME),
        ([reason("acts_more", -0.5, "train", "awareness train")], Found.MORE),
        ([reason("acts_same", 1, "plan train", "awareness train")], Found.EACH_MORE),
        ([reason("groups_same", 0.5, "girls", "children"),
          reason("groups_differ", -0.2, "girls", "children")], Found.NEAR),
        ([reason("groups_same", 0.2, "girls", "children"),
          reason("groups_differ", -0.5, "girls", "children")], Found.OTHER),
        ([reason("acts_differ", -1, "abolish", "reintroduce"),
          reason("acts_opposed", -1, "abolish", "reintroduce")], Found.OPPOSITE),
        ([reason("instruments_one_side", -1, "", "CAT")], Found.ONE_SIDED),
        ([reason("themes_same", 1)], Found.UNNAMED),
        ([reason("standard_same", 1, "a", "a b")], Found.SAME),
        ([reason("standard_same", 1, "a", "b")], Found.NEAR),
        ([reason("standard_differs", -1, "a", "b"),
          reason("standard_other", -2, "a", "b")], Found.OTHER),
        ([reason("standard_differs", -1, "", "b")], Found.ONE_SIDED),
        ([reason("standard_differs", -1)], Found.UNNAMED),
        ([reason("standard_differs", -1, "a", "a b")], Found.UNNAMED),
    ],
)  # fmt: skip
def test_a_part_is_told_once_with_what_was_found(why: list[Reason], found: Found) -> None:
    assert [one.found for one in told(why)] == [found]


def test_the_weight_of_a_part_is_that_of_its_features_together() -> None:
    values = ("plan train", "awareness train")
    (one,) = told([reason("acts_same", 0.75, *values), reason("acts_more", -0.25, *values)])
    assert (one.effect, one.both, one.rest) == (0.5, ("train",), ("plan", "awareness"))


def test_what_both_say_and_what_one_says_besides_are_told_one_by_one() -> None:
    values = ("expression", "expression press")
    found = told([reason("themes_same", 0.25, *values), reason("themes_more", -0.5, *values)])
    assert [(one.found, one.effect, one.both, one.rest) for one in found] == [
        (Found.MORE, -0.5, ("expression",), ("press",)),
        (Found.SAME, 0.25, ("expression",), ("press",)),
    ]


def test_what_weighs_next_to_nothing_is_not_told() -> None:
    assert told([reason("acts_same", 0.5, "a", "b"), reason("acts_differ", -0.49, "a", "b")]) == []


def test_meaning_and_issues_are_told_as_one() -> None:
    both = [reason("meaning_and_issues", 2.0), reason("meaning_differs", -0.5)]
    assert [(one.part, one.found) for one in told(both)] == [("meaning_and_issues", Found.SAME)]
    against = [reason("meaning_differs", -2.0), reason("issues_same", 0.5)]
    assert [(one.part, one.found) for one in told(against)] == [("meaning", Found.OTHER)]
    alone = [reason("issues_same", 0.5)]
    assert [(one.part, one.found) for one in told(alone)] == [("issues", Found.SAME)]


def test_something_of_ones_own_is_told_once_in_short_demands_too() -> None:
    why = [reason("essentials_exchanged", -1.0), reason("essentials_exchanged_short", -0.5)]
    assert [(one.part, one.effect) for one in told(why)] == [("essentials_exchanged", -1.5)]


def test_a_part_without_words_of_its_own_keeps_its_sentence() -> None:
    (one,) = told([reason("all_same", 8.0)])
    assert (one.part, one.sentence) == ("all_same", "all_same.")


@given(NAMES, NAMES, st.floats(-4, 4), st.floats(-4, 4))
def test_either_order_finds_the_same(
    one: tuple[str, ...], other: tuple[str, ...], same: float, differ: float
) -> None:
    def why(values: tuple[tuple[str, ...], tuple[str, ...]]) -> list[Reason]:
        return [Reason(f"acts_{name}", effect, "", values)
                for name, effect in (("same", same), ("differ", differ))]  # fmt: skip

    there, back = told(why((one, other))), told(why((other, one)))
    assert [(t.found, t.effect, t.first, t.second) for t in there] == [
        (t.found, t.effect, t.second, t.first) for t in back
    ]


def test_the_theme_of_an_instrument_is_among_the_themes_compared() -> None:
    found = compare("Ratify the Convention against Torture", "Prevent torture")
    values = {reason.values for reason in found.why if reason.feature == "themes_same"}
    assert values == {(("torture",), ("torture",))}


def test_every_part_is_one_that_features_compare() -> None:
    compared = {name.partition("_")[0] for name, one in FEATURES.items() if one.part}
    assert sorted((PARTS | {STANDARD}) - compared) == []
