"""Stories: who, what and where make a matter, in both languages, in any order."""

from __future__ import annotations

import pytest

from upheld.analysis import stories
from upheld.analysis.glossary import syllables
from upheld.core.fold import fold


def told(question: str, *, english: bool = False) -> list[str]:
    """The lines of the glossary that the question's stories mean."""
    words = question.split() if english else syllables(question)
    found = stories.stories_in(words, english=english)
    return [entry.vietnamese[0] for story in found for entry in story.means]


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        ("mums who die having babies", ["tử vong mẹ"]),
        ("dying while she gave birth", ["tử vong mẹ"]),
        ("the police shot him and nobody was punished", ["miễn trừ trách nhiệm"]),
        ("torture", []),
        ("", []),
    ],
)
def test_english_stories(question: str, lines: list[str]) -> None:
    assert told(question, english=True) == lines


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        ("mẹ chết vì không ai đỡ đẻ", ["tử vong mẹ"]),
        ("thầy giáo vụt học sinh", ["đánh trẻ em"]),
        ("nhà tù", []),
    ],
)
def test_vietnamese_stories_with_and_without_marks(question: str, lines: list[str]) -> None:
    assert told(question) == lines
    assert told(fold(question)) == lines


def test_the_longest_expression_counts() -> None:
    # "nhà tù" is a prison; the home in it is none, from which somebody could be driven.
    assert told("đuổi khỏi nhà tù") == []


def test_one_word_tells_one_part_only() -> None:
    # "biểu tình" stands for those who march; without anybody else there is no story.
    assert told("biểu tình biểu tình") == []


def test_without_marks_a_syllable_of_many_meanings_tells_nothing() -> None:
    assert told("con danh") == []
    assert told("con bị đánh") == ["đánh trẻ em"]


def test_a_longer_story_counts_before_the_shorter_ones_in_it() -> None:
    assert told("bộ đội đánh nhà báo") != told("công an đánh nhà báo")
    assert told("công an đánh nhà báo") == ["hành hung nhà báo"]


def test_every_story_is_of_known_words_and_means_a_line_that_can_be_searched() -> None:
    names = {row["name"] for row in stories._rows("story_words.csv")}
    parts = [set(story) for story, _ in stories._stories()]
    assert [sorted(story - names) for story in parts if story - names] == []
    assert sorted(names - set().union(*parts)) == []
    assert [story for story, means in stories._stories() if not any(e.english for e in means)] == []


def test_no_story_is_told_twice() -> None:
    told_in = [story for story, _ in stories._stories()]
    assert len(told_in) == len(set(told_in))
    assert all(len(story) > 1 for story in told_in)
