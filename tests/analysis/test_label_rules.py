"""Key words of the 54 issues."""

from __future__ import annotations

import pytest

from upheld.analysis.features import words_of
from upheld.analysis.label_rules import KEY_WORDS, spoken_labels
from upheld.analysis.model_file import shipped_model

SPOKEN = {
    "Stop forced evictions": ["Right to housing"],
    "Drinking water for all": ["Right to water"],
    "Abolish the death penalty": ["Death penalty"],
    "Nothing of the kind": [],
    "Fight corruption": ["Corruption"],
}


@pytest.mark.parametrize("text", SPOKEN)
def test_key_words_speak_for_their_labels(text: str) -> None:
    assert spoken_labels(words_of(text)) == SPOKEN[text]


def test_each_rule_belongs_to_an_issue_and_each_issue_has_one() -> None:
    assert sorted(KEY_WORDS) == sorted(shipped_model().labels)
