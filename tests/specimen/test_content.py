"""The specimen's content: as many items as promised, names that the field knows, sound lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.core.positions import Position
from upheld.core.states import find_state
from upheld.specimen.content_lines import content_table
from upheld.specimen.number_lists import (
    bare_ranges,
    runs_of,
    short_ranges,
    stopped_list,
    written_ranges,
)
from upheld.specimen.ordinal_words import ordinal_words
from upheld.specimen.printed_states import bracket_name, running_name, sentence_name
from upheld.specimen.recommendations import recommendations
from upheld.specimen.themes import themes
from upheld.specimen.upr_sarovia import first_cycle, fourth_cycle, second_cycle, third_cycle

FILES = ("cycle_1", "cycle_2", "cycle_3", "cycle_4", "velmora_cycle_1")


@pytest.mark.parametrize(
    ("report", "numbers"),
    [(first_cycle, 38), (second_cycle, 64), (third_cycle, 96), (fourth_cycle, 120)],
)
def test_each_review_has_its_number_of_recommendations(report, numbers: int) -> None:
    _, truth = report().build()
    assert len({item.number for item in truth.items}) == numbers


@pytest.mark.parametrize("name", FILES)
def test_no_two_recommendations_of_a_review_say_the_same(name: str) -> None:
    said = [(part.text, part.states) for item in recommendations(name) for part in item.parts]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("name", FILES)
def test_every_recommendation_has_states_and_a_known_theme(name: str) -> None:
    without = [
        part.text for item in recommendations(name) for part in item.parts if not part.states
    ]
    unknown = {item.theme for item in recommendations(name)} - set(themes())
    assert (without, unknown) == ([], set())


@pytest.mark.parametrize("name", FILES)
def test_only_what_is_pending_gets_another_answer(name: str) -> None:
    changed = [
        item
        for item in recommendations(name)
        if item.position is not Position.PENDING and item.position is not item.answer
    ]
    assert changed == []


@pytest.mark.parametrize("year", [2008, 2013, 2018, 2024])
def test_every_printed_name_is_known_to_the_field(year: int) -> None:
    printed = {code: bracket_name(code, year) for code, *_ in content_table("states")}
    found = {code: find_state(name) for code, name in printed.items()}
    assert {code: state and state.iso3 for code, state in found.items()} == {
        code: code for code in printed
    }


def test_names_change_with_the_year() -> None:
    assert [bracket_name("TUR", year) for year in (2013, 2024)] == ["Turkey", "Türkiye"]
    assert [bracket_name("IRN", year) for year in (2013, 2024)] == [
        "Iran (Islamic Republic of)",
        "Islamic Republic of Iran",
    ]
    assert sentence_name("CZE", 2013) == "The Czech Republic"
    assert running_name("VEN", 2013) == "the Bolivarian Republic of Venezuela"


def test_lists_of_numbers_are_printed_as_each_cycle_prints_them() -> None:
    numbers = [1, 2, 3, 5, 7, 8, 9, 11, 13, 15, 16]
    assert bare_ranges(numbers) == "1–3, 5, 7–9, 11, 13, 15–16"
    assert short_ranges(122, numbers) == ("122.1-3, 122.5, 122.7- 9, 122.11, 122.13,122.15-16")
    assert stopped_list(140, numbers[:9]) == (
        "140.1, 140.2, 140.3, 140.5, 140.7, 140.8, 140.9. 140.11, 140.13"
    )
    assert written_ranges(118, numbers[:5]) == "118.1 to 118.3, 118.5 and 118.7"


@given(st.sets(st.integers(1, 400), min_size=1))
def test_runs_hold_every_number_once(numbers: set[int]) -> None:
    runs = runs_of(list(numbers))
    assert [n for first, last in runs for n in range(first, last + 1)] == sorted(numbers)


@pytest.mark.parametrize(
    ("number", "words"),
    [(3, "third"), (10, "tenth"), (20, "twentieth"), (25, "twenty-fifth"), (45, "forty-fifth")],
)
def test_sessions_are_written_in_words(number: int, words: str) -> None:
    assert ordinal_words(number) == words
