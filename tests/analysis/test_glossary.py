"""The glossary: its lines are whole, and it understands with and without marks."""

from __future__ import annotations

from collections import Counter

import pytest

from upheld.analysis import glossary
from upheld.core.fold import fold
from upheld.core.search_tokens import search_tokens


def english(question: str) -> list[tuple[str, ...]]:
    """The first English expression of each piece that was understood."""
    words = glossary.syllables(question)
    pieces = glossary.translate(words)
    return [
        piece.entries[0].english[0] for piece in pieces if any(e.english for e in piece.entries)
    ]


def test_it_has_more_than_nine_hundred_lines_and_no_expression_heads_two() -> None:
    heads = Counter(entry.vietnamese[0].casefold() for entry in glossary.entries())
    assert len(heads) >= 900
    assert [head for head, count in heads.items() if count > 1] == []


def test_every_english_expression_can_be_searched() -> None:
    empty = [
        (entry.vietnamese[0], way)
        for entry in glossary.entries()
        for way in entry.english
        if not all(search_tokens(part) for part in way.split("+"))
    ]
    assert empty == []


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("quyền trẻ em", ["rights of the child"]),
        ("chồng đánh vợ", ["domestic violence"]),
        ("nhà tù quá đông đúc", ["prison overcrowding"]),
        ("tạm hoãn thi hành án tử hình", ["moratorium + executions"]),
        ("hoà giải", ["national reconciliation"]),
        ("hòa giải", ["national reconciliation"]),
        ("tù nhân lương tâm", ["prisoners of conscience"]),
    ],
)
def test_the_longest_expression_counts_with_and_without_marks(
    question: str, found: list[str]
) -> None:
    assert english(question) == found
    assert english(fold(question)) == found


def test_a_word_with_marks_is_only_itself() -> None:
    assert english("tù") != english("tư")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("trẻ em", True),
        ("tre em", True),
        ("toa an phai doc lap", True),
        ("ban on land reform", False),
        ("women in prison", False),
        ("death penalty", False),
        ("", False),
        ("droits de l'enfant", False),
    ],
)
def test_vietnamese_is_recognised(text: str, answer: bool) -> None:
    assert glossary.is_vietnamese(glossary.syllables(text)) is answer


def test_every_word_of_a_question_is_in_exactly_one_piece() -> None:
    words = glossary.syllables("cho tôi xem khuyến nghị về trẻ em xyz ở nông thôn")
    pieces = glossary.translate(words)
    assert [n for p in pieces for n in range(p.start, p.end)] == list(range(len(words)))


@pytest.mark.parametrize(
    ("general", "everyday"),
    [("well", "wells"), ("General", "generals"), ("can", "caning"), ("paper", "papers")],
)
def test_a_word_that_is_general_in_another_form_is_taken_as_listed(
    general: str, everyday: str
) -> None:
    pieces = [glossary.translate([word], english=True)[0] for word in (general, everyday)]
    assert [bool(piece.entries) for piece in pieces] == [False, True]


def test_words_as_listed_stand_alone_and_in_everyday_english() -> None:
    wrong = [
        (entry.vietnamese[0], said)
        for entry in glossary.entries()
        for said in entry.as_listed
        if entry.origin != "english" or len(said.split()) != 1
    ]
    assert wrong == []
    assert [e for e in glossary.entries() for said in e.vietnamese if said.startswith("=")] == []


@pytest.mark.parametrize("general", ["hệ thống", "kế hoạch", "chương trình", "tài liệu"])
def test_general_words_are_put_first_and_not_demanded(general: str) -> None:
    for asked in (general, fold(general)):
        piece, *more = glossary.translate(glossary.syllables(asked))
        assert more == []
        assert [entry.category for entry in piece.entries] == ["actions"]
