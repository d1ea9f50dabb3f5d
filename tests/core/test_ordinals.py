"""Numbers of sessions in words, in the six official languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.core.ordinals import is_session_heading, ordinal, session_number


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Twenty-eighth session", 28),
        ("Twenty–fourth session", 24),
        ("SEVENTH SESSION", 7),
        ("Resumed fortieth session", 40),
        ("Twenty-second special session", 22),
        ("One hundred and twelfth session", 112),
        ("One hundredth session", 100),
        ("100th session", 100),
        ("Première session", 1),
        ("Vingt et unième session", 21),
        ("Vingt-huitième session", 28),
        ("Soixante et onzième session", 71),
        ("Quatre-vingt-cinquième session", 85),
        ("28º período de sesiones", 28),
        ("Vigésimo octavo período de sesiones", 28),
        ("Séptimo período de sesiones", 7),
        ("Двадцать восьмая сессия", 28),
        ("Тридцать четвертая сессия", 34),
        ("Сороковая сессия", 40),
        ("الدورة الثامنة والعشرون", 28),
        ("الدورة الحادية عشرة", 11),
        ("الدورة العشرون", 20),
        ("第二十八届会议", 28),
        ("第十届会议", 10),
        ("第一百一十二届会议", 112),
    ],
)
def test_session_headings(line: str, number: int) -> None:
    assert session_number(line) == number
    assert is_session_heading(line)


@pytest.mark.parametrize(
    "line", ["Session", "Agenda item 6", "in session", "", "its session", "High-level task force"]
)
def test_lines_without_a_session_number(line: str) -> None:
    assert session_number(line) is None
    assert not is_session_heading(line)


def test_a_title_that_names_a_session_is_no_heading() -> None:
    assert not is_session_heading("Second session of the Forum on Minority Issues")


@pytest.mark.parametrize(
    ("words", "number"),
    [("first", 1), ("twelfth", 12), ("forty-eighth", 48), ("hundred and fiftieth", 150)],
)
def test_ordinals_alone(words: str, number: int) -> None:
    assert ordinal(words) == number


def test_numbers_are_no_ordinals() -> None:
    assert ordinal("twenty") is None


TENS = ["", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"]
UNITS = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]


@given(st.integers(2, 9), st.integers(1, 9), st.booleans())
def test_every_compound_ordinal_to_199(ten: int, unit: int, hundred: bool) -> None:
    words = f"{TENS[ten]}-{UNITS[unit]} session"
    printed = f"One hundred and {words.lower()}" if hundred else words
    assert session_number(printed) == 100 * hundred + 10 * ten + unit
