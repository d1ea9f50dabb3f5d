"""The same demand or a look-alike: each essential tells, and either order says the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.demand_features import FEATURES
from upheld.analysis.same_demand import compare, weights

SAME = [
    ("Ratify OPCAT", "Accede to the Optional Protocol to the Convention against Torture"),
    ("Abolish the death penalty", "The death penalty should be abolished"),
    ("Combat trafficking in persons", "Step up efforts against human trafficking"),
    ("Organise training on human rights for police officers",
     "Train law enforcement officials in human rights"),
    ("Improve prison conditions", "Improve conditions in places of detention"),
]  # fmt: skip
DIFFERENT = [
    ("instruments_differ", "Ratify CAT", "Ratify CRPD"),
    ("instruments_differ", "Ratify the first Optional Protocol to ICCPR",
     "Ratify the Second Optional Protocol to ICCPR"),
    ("acts_differ", "Ratify CEDAW", "Withdraw reservations to CEDAW"),
    ("acts_differ", "Establish a national human rights institution",
     "Strengthen the national human rights institution"),
    ("acts_opposed", "Abolish the death penalty", "Reintroduce the death penalty"),
    ("groups_differ", "Eliminate discrimination against women",
     "Eliminate discrimination against Roma"),
    ("themes_differ", "Raise the age of marriage", "Raise the age of criminal responsibility"),
    ("numbers_differ", "Set the minimum age of marriage at 16",
     "Set the minimum age of marriage at 18"),
    ("articles_differ", "Lift the reservation to article 7 of CRC",
     "Lift the reservation to article 37 of CRC"),
    ("themes_differ", "Continue the poverty reduction strategy",
     "Close the gap between rich and poor"),
    ("acts_opposed", "Share its experience in education reform",
     "Seek technical assistance for education reform"),
    ("objects_differ", "Reduce overcrowding in prisons", "Abolish solitary confinement in prisons"),
    ("standard_other", "Abolish the death penalty",
     "Introduce a moratorium on the death penalty"),
    ("names_differ", "Allow humanitarian access to Karvia", "Allow humanitarian access to Delmora"),
]  # fmt: skip

demands = st.sampled_from([text for pair in SAME for text in pair] + [t[1] for t in DIFFERENT])
texts = demands | st.text(max_size=80)


@pytest.mark.parametrize(("a", "b"), SAME)
def test_rewordings_are_the_same_demand(a: str, b: str) -> None:
    assert compare(a, b).probability > 0.7


@pytest.mark.parametrize(("feature", "a", "b"), DIFFERENT)
def test_one_essential_makes_another_demand(feature: str, a: str, b: str) -> None:
    found = compare(a, b)
    assert found.probability < 0.3
    assert feature in {reason.feature for reason in found.why}


@given(texts, texts)
def test_either_order_says_the_same(a: str, b: str) -> None:
    one, other = compare(a, b), compare(b, a)
    assert one.probability == other.probability
    assert one.softened == other.softened
    assert [(r.feature, r.effect, r.values) for r in one.why] == [
        (r.feature, r.effect, r.values[::-1]) for r in other.why
    ]


@given(texts)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert compare(text, text).probability >= 0.98


def test_softening_is_said_and_is_no_other_demand() -> None:
    found = compare("Ratify CAT", "Consider ratifying CAT")
    assert found.softened
    assert found.probability > 0.9


def test_a_reason_names_what_was_compared() -> None:
    first = compare("Ratify CAT", "Ratify CRPD").why[0]
    assert (first.feature, first.sentence, first.values) == (
        "instruments_differ",
        "They name different instruments.",
        (("CAT",), ("CRPD",)),
    )
    assert first.effect < 0


def test_agreements_never_speak_against_and_differences_never_for() -> None:
    learned = weights().features
    assert set(learned) == set(FEATURES)
    assert [n for n, w in learned.items() if (w < 0) == FEATURES[n].agrees and w] == []
