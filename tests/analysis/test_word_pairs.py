"""Marks found all at once are the marks of each text, looked up one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.features import NEAR, near_grams, stems_of, word_grams
from upheld.analysis.issues import read_issues
from upheld.analysis.word_pairs import WordPairs

WORDS = ["prison", "reform", "of", "the", "law", "reforms", "prisons"]
TEXTS = st.lists(st.lists(st.sampled_from([*WORDS, "unheard"]), max_size=9), max_size=5)


def vocabulary(marks: Callable[[list[str]], list[str]]) -> dict[str, int]:
    """Every second mark of a text of these words."""
    return {mark: at for at, mark in enumerate(sorted(set(marks(WORDS * 2)))[::2])}


def one_by_one(
    index: dict[str, int], texts: list[list[str]], marks: Callable[[list[str]], list[str]]
) -> Counter[tuple[int, int]]:
    return Counter(
        (number, index[mark])
        for number, words in enumerate(texts)
        for mark in marks(words)
        if mark in index
    )


def all_at_once(pairs: WordPairs, texts: list[list[str]]) -> Counter[tuple[int, int]]:
    rows, places = pairs.of(texts)
    return Counter(zip(rows.tolist(), places.tolist(), strict=True))


@given(TEXTS)
def test_words_and_neighbours(texts: list[list[str]]) -> None:
    index = vocabulary(word_grams)
    found = all_at_once(WordPairs(index, (1,), either=False), texts)
    assert found == one_by_one(index, texts, word_grams)


@given(TEXTS)
def test_stems_near_each_other_in_either_order(texts: list[list[str]]) -> None:
    index = vocabulary(near_grams)
    stems = [[stem for _, stem in stems_of(words)] for words in texts]
    found = all_at_once(WordPairs(index, NEAR, either=True), stems)
    assert found == one_by_one(index, texts, near_grams)


@pytest.mark.parametrize("text", ["", "…", "Torture"])
def test_a_text_of_hardly_a_word_is_read_too(text: str) -> None:
    [alone] = read_issues([text])
    assert alone == read_issues(["Ratify CEDAW", text, "Protect the forests"])[1]
