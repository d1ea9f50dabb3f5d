"""Themes, persons and goals proposed from issues and key words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.classify import Classification, classify
from upheld.analysis.ohchr_labels import by_rule, rules_near
from upheld.analysis.ohchr_rules import GOALS, PERSONS, THEMES
from upheld.core.labels import Taxonomy
from upheld.core.taxonomies import GOALS as NUMBERS
from upheld.core.taxonomies import newest

LABELLED = {
    "Reduce overcrowding in prisons": (
        {"Conditions of detention"},
        {"16"},
        {
            "Law enforcement / police & prison officials",
            "Persons deprived of their liberty & detainees",
        },
    ),
    "Combat trafficking in persons": (
        {"Human trafficking & contemporary forms of slavery"},
        {"8"},
        {"Vulnerable persons/groups"},
    ),
    "Improve access of Roma children to school": (
        {"Members of minorities", "Right to education"},
        {"4", "10"},
        {
            "Children",
            "Children in vulnerable situations (abused, living on the street, institutionalized, "
            "indigenous, migrant children etc.)",
            "Educational staff & students",
            "Minorities/ racial, ethnic, linguistic, religious or descent-based groups",
            "Roma, Gypsies, Sinti & Travellers",
        },
    ),
    "Ensure safe drinking water in rural areas": (
        {"Safe drinking water & sanitation"},
        {"6"},
        {"persons living in rural areas"},
    ),
}


def names(found: Classification) -> tuple[set[str], set[str], set[str]]:
    themes, sdgs, persons = found.themes, found.sdgs, found.persons
    return (
        {proposal.label for proposal in themes},
        {proposal.label for proposal in sdgs},
        {proposal.label for proposal in persons},
    )


@pytest.mark.parametrize("text", LABELLED)
def test_a_text_gets_the_labels_of_its_words(text: str) -> None:
    assert names(classify([text])[0]) == LABELLED[text]


def test_scores_fall_and_stay_between_0_and_1() -> None:
    found = classify(list(LABELLED))
    for proposals in (p for f in found for p in (f.themes, f.sdgs, f.persons)):
        scores = [proposal.score for proposal in proposals]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 1 for score in scores)


WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        "women children of the against violence laws law fund funds and prisons 0.7 school hiv "
        "erased labour work judges trafficking in persons armed conflict land rights gay women's "
        "access to non-governmental follow-up Roma minorities co-operation aid media strategy poor "
        "the right to life gender-based pay gap birth registration rule of Istanbul Convention "
        "2030 Agenda national human people young",
    )
)


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_looking_up_words_first_leaves_no_rule_out(text: str) -> None:
    small = text.lower()
    rules = (*THEMES, *GOALS, *PERSONS)
    speaking = {rule.name for rule in rules if by_rule(rule, text, small, {})}
    assert speaking - rules_near(small) == set()


def test_all_names_are_names_in_use() -> None:
    assert [r.name for r in THEMES if newest(Taxonomy.THEME, r.name) != r.name] == []
    assert [r.name for r in PERSONS if newest(Taxonomy.PERSONS, r.name) != r.name] == []
    assert [r.name for r in GOALS if r.name not in NUMBERS] == []
