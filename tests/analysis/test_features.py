"""Marks of a text: stems, and stems that stand near each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.features import near_grams, stem, words_of

STEMS = {
    "detained": "detain",
    "detaining": "detain",
    "ratification": "ratific",
    "country’s": "countr",
    "laws": "laws",
    "policies": "polic",
    "policy": "polic",
}


@pytest.mark.parametrize("word", STEMS)
def test_a_word_without_its_ending(word: str) -> None:
    assert stem(word) == STEMS[word]


def test_stems_near_each_other_are_a_mark_whichever_comes_first() -> None:
    one = near_grams(words_of("Reform of prisons"))
    other = near_grams(words_of("Prison reform"))
    assert sorted(one) == sorted(other) == ["prison", "prison reform", "reform"]


def test_stems_four_places_apart_are_no_pair() -> None:
    marks = near_grams(["train", "judges", "police", "guards", "teachers"])
    assert "teach train" not in marks
    assert "guard train" in marks


@given(st.lists(st.sampled_from(["train", "police", "prisons", "the", "of"]), max_size=9))
def test_the_same_words_backwards_have_the_same_marks(words: list[str]) -> None:
    assert sorted(near_grams(words)) == sorted(near_grams(words[::-1]))
