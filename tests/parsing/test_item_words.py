"""The words of an item, without what only the page needed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.parsing.item_words import clean, untied

CLEANED = [
    # line breaks within the words
    ("Adopt a law on\nthe right to water", "Adopt a law on the right to water"),
    # a compound broken at its hyphen keeps it
    ("fight anti-\nSemitism and inter-\n national crime",
     "fight anti-Semitism and inter-national crime"),
    # the semicolon that closes an item, and the comma before a bracket
    ("Ratify CAT ;", "Ratify CAT"),
    ("Ratify CAT,", "Ratify CAT"),
    # blank before a comma, as some typists print it
    ("Ratify CAT , CED and CRPD", "Ratify CAT, CED and CRPD"),
    # raised footnote marks
    ("free school buses¹ for girls²³", "free school buses for girls"),
    # letters of other alphabets stay
    ("Soutenir l’Union européenne", "Soutenir l’Union européenne"),
    # who recommends to whom stands beside the words
    ("Encourages Tunisia to work with the treaty bodies", "work with the treaty bodies"),
    ("recommended that the Government of Viet Nam should open schools", "open schools"),
    ("Urge the authorities of Papua New Guinea to repeal the law", "Urge the authorities of "
     "Papua New Guinea to repeal the law"),
    ("calls upon Bosnia and Herzegovina to close the camps", "close the camps"),
    # a comment that repeats the recommendation
    ("With regard to the recommendation to abolish the levy", "abolish the levy"),
    # "Encourage" as a demand of its own has no addressee
    ("Encourage women to stand for election", "Encourage women to stand for election"),
    # a frame without "to" belongs to the words
    ("Invites Special Rapporteurs", "Invites Special Rapporteurs"),
    ("", ""),
    # nothing but punctuation
    (" ; – / ", ""),
]  # fmt: skip
UNTIED = [
    # conjunction after a semicolon
    ("; and adopt a plan", "adopt a plan"),
    # slash between two verbs
    ("/consider ratifying", "consider ratifying"),
    # two connectors in a row
    (", as well as, furthermore, to open schools", "to open schools"),
    # a word that only begins like a connector
    ("; android phones", "android phones"),
    ("orphans and widows", "orphans and widows"),
    # full stop and "In addition"
    (". In addition, train judges.", "train judges"),
]


@pytest.mark.parametrize(("printed", "expected"), CLEANED)
def test_the_words_as_a_reader_wants_them(printed: str, expected: str) -> None:
    assert clean(printed) == expected


@pytest.mark.parametrize(("printed", "expected"), UNTIED)
def test_words_without_their_tie_to_the_words_before(printed: str, expected: str) -> None:
    assert untied(printed) == expected


@given(st.text(alphabet="abc DE,;.-–/²\n", max_size=60))
def test_clean_words_stay_as_they_are(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
