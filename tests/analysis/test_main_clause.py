"""What a sentence asks for, without praise and without how."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.main_clause import main_clause, without_praise


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Abolish the death penalty, although the moratorium is a first step",
         "Abolish the death penalty"),
        ("While welcoming the new law, train judges in human rights",
         "train judges in human rights"),
        ("As recommended by the Committee, ratify the Covenant", "ratify the Covenant"),
        ("Close the camps, as requested by the Special Rapporteur", "Close the camps"),
        ("Raise the age of marriage to 18", "Raise the age of marriage to 18"),
        ("While it is so, act", "While it is so, act"),
    ],
)  # fmt: skip
def test_praise_and_reminders_ask_for_nothing(text: str, asked: str) -> None:
    assert without_praise(text) == asked


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Combat trafficking in persons, including by training the police",
         "Combat trafficking in persons"),
        ("Declare a moratorium with a view to abolition", "Declare a moratorium"),
        ("Ratify the Convention; report on time", "Ratify the Convention"),
        ("While noting progress, improve prisons, in particular for women", "improve prisons"),
        ("Build schools", "Build schools"),
    ],
)  # fmt: skip
def test_the_main_clause_is_without_ways_and_aims(text: str, clause: str) -> None:
    assert main_clause(text) == clause


@given(st.text())
def test_something_always_remains(text: str) -> None:
    assert main_clause(text) in text
    assert bool(main_clause(text)) == bool(text)
