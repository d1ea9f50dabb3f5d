"""The question language: operators, brackets, fields, and no question that is an error."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.query import (
    LONGEST,
    MOST_WORDS,
    AllOf,
    AnyOf,
    Not,
    Phrase,
    Prefix,
    Word,
    parse_question,
)
from upheld.analysis.query_fields import Field

W = Word


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("woman", W("woman")),
        ("woman OR women", AnyOf((W("woman"), W("women")))),
        ("child labour", AllOf((W("child"), W("labour")), loose=True)),
        ("a AND b", AllOf((W("a"), W("b")))),
        ("a AND b OR c", AnyOf((AllOf((W("a"), W("b"))), W("c")))),
        ("a AND (b OR c)", AllOf((W("a"), AnyOf((W("b"), W("c")))))),
        ("children NOT education", AllOf((W("children"), Not(W("education"))), loose=True)),
        ("children -education", AllOf((W("children"), Not(W("education"))), loose=True)),
        ("well-being", W("well-being")),
        ("NOT NOT a", W("a")),
        ('"best interests"', Phrase("best interests")),
        ('"best interests', Phrase("best interests")),
        ("“best interests”", Phrase("best interests")),
        ("((a", W("a")),
        ("discriminat*", Prefix("discriminat")),
        ("state:VNM", Field("state", "VNM", "VNM")),
        ('state:"Viet Nam"', Field("state", "VNM", "Viet Nam")),
        ("nước:Pháp", Field("state", "FRA", "Pháp")),
        ("chu kỳ:III", Field("cycle", "3", "III")),
        ('lập trường:"ghi nhận"', Field("position", "noted", "ghi nhận")),
        ('position:"not supported"', Field("position", "noted", "not supported")),
        ("a AND state:FRA", AllOf((W("a"), Field("state", "FRA", "FRA")))),
        ("số:143.27", Field("number", "143.27", "143.27")),
        ("symbol:a/hrc/26/6/add.1", Field("symbol", "a/hrc/26/6/add.1", "a/hrc/26/6/add.1")),
        ("note: children", AllOf((W("note"), W("children")), loose=True)),
    ],
)
def test_trees(text: str, root: object) -> None:
    assert parse_question(text).root == root


@pytest.mark.parametrize(
    ("text", "ignored"),
    [
        ("*", ("*",)),
        ("AND", ("AND",)),
        ("NOT", ("NOT",)),
        ("!@#", ("!@#",)),
        ("OR a", ("OR",)),
        ("a AND", ("AND",)),
        ('""', ('""',)),
        ("", ()),
    ],
)
def test_what_asks_for_nothing_is_told(text: str, ignored: tuple[str, ...]) -> None:
    assert parse_question(text).ignored == ignored


def test_a_long_question_is_read_to_its_limit_and_says_so() -> None:
    words = parse_question(" ".join(f"w{n}" for n in range(MOST_WORDS + 3)))
    assert isinstance(words.root, AllOf)
    assert len(words.root.nodes) == MOST_WORDS
    assert words.ignored == ("w64", "w65", "w66")
    assert parse_question("x" * (LONGEST + 1)).ignored == ("…x",)


QUESTIONS = st.lists(
    st.sampled_from(
        ["a", "trẻ", '"', "“", "(", ")", "AND", "OR", "NOT", "-", "*", "ab*", "state:", ":", "'"]
    )
    | st.text(max_size=4),
    max_size=30,
)


@given(QUESTIONS, st.sampled_from(["", " "]))
def test_no_question_is_an_error(pieces: list[str], between: str) -> None:
    asked = parse_question(between.join(pieces))
    assert asked.text == between.join(pieces)


@given(st.text(max_size=300))
def test_no_text_is_an_error(text: str) -> None:
    assert parse_question(text).text == text


def test_brackets_in_brackets_end() -> None:
    assert parse_question("(" * 500 + "a" + ")" * 500).ignored == ()


@pytest.mark.parametrize("text", ["a" * 2000, "a " * 1000, "a:" * 1000, '"' * 2000, "-" * 2000])
def test_a_question_of_any_shape_is_read_at_once(text: str) -> None:
    began = time.process_time()
    parse_question(text)
    assert time.process_time() - began < 1


def test_a_comma_between_words_parts_them_and_one_in_a_number_does_not() -> None:
    assert parse_question("torture,detention;1,000").root == AllOf(
        (Word("torture"), Word("detention;1,000")), loose=True
    )
    assert parse_question("torture,detention").root == AllOf(
        (Word("torture"), Word("detention")), loose=True
    )
