"""Themes, persons and goals proposed from issues and key words."""

from __future__ import annotations

import pytest

from upheld.analysis.classify import Classification, classify
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


def test_all_names_are_names_in_use() -> None:
    assert [r.name for r in THEMES if newest(Taxonomy.THEME, r.name) != r.name] == []
    assert [r.name for r in PERSONS if newest(Taxonomy.PERSONS, r.name) != r.name] == []
    assert [r.name for r in GOALS if r.name not in NUMBERS] == []
