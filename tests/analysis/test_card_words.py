"""The card's sentences in Vietnamese: every one, with the figures of today."""

from __future__ import annotations

import re

import pytest

from upheld.analysis.card_words import Said, said_in
from upheld.analysis.model_file import shipped_card

SHOWN = ("measured_on", "method", "trained_on", "licence", "reproduce", "errors")


def sentences() -> list[str]:
    card = shipped_card()
    return [*(card[name] for name in SHOWN), *card["limits"]]


def test_every_sentence_of_the_card_is_translated() -> None:
    missing = [sentence for sentence in sentences() if said_in("vi", sentence).language != "vi"]
    assert missing == [], "add them to models/card_vi.json, with # for each number"


def test_every_number_of_a_sentence_stands_in_its_translation_once() -> None:
    for sentence in sentences():
        given = sorted(re.findall(r"\d", sentence))
        # ".901" is written "0,901" in Vietnamese.
        zeros = ["0"] * len(re.findall(r"(?<!\d)\.\d", sentence))
        assert sorted(re.findall(r"\d", said_in("vi", sentence).text)) == sorted(given + zeros)


def test_figures_measured_again_need_no_translation() -> None:
    before = shipped_card()["trained_on"]
    again = before.replace("27,217", "31,004")
    assert again != before
    assert "31.004" in said_in("vi", again).text


@pytest.mark.parametrize("language", ["en", "vi", "fr"])
def test_a_sentence_without_translation_stays_as_it_is(language: str) -> None:
    assert said_in(language, "Weights are weighed.") == Said("Weights are weighed.", "en")


def test_english_readers_get_the_card_itself() -> None:
    assert [said_in("en", sentence).text for sentence in sentences()] == sentences()
