"""The line that shares most words with a question, and none where too little is shared."""

from __future__ import annotations

from upheld.analysis.glossary import syllables
from upheld.analysis.similar_line import similar_line
from upheld.core.fold import fold


def test_a_line_is_found_by_the_words_it_shares_with_and_without_marks() -> None:
    question = "hai cậu đàn ông yêu nhau"
    for asked in (question, fold(question)):
        found = similar_line(syllables(asked))
        assert found is not None
        assert any("same-sex" in way for way in found.entry.english)
        assert {0, 4, 5} <= found.places


def test_english_is_found_by_everyday_english() -> None:
    found = similar_line(["ratty", "screams", "from", "a", "police", "yard"], english=True)
    assert found is not None
    assert "torture" in found.entry.english


def test_one_word_shared_is_no_likeness_however_rare_it_is() -> None:
    # "hateful words" has it, and no other expression.
    for asked in (["words"], ["key", "words"], ["words", "words"], ["words", "or", "phrases"]):
        assert similar_line(asked, english=True) is None


def test_nothing_is_like_words_that_no_line_has() -> None:
    assert similar_line(["zyx", "wvu"], english=True) is None
    assert similar_line([]) is None
