"""What changed between two versions, word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.word_difference import Kind, word_difference

TEXT = st.text(alphabet="ab đề \n.", max_size=60)


def pieces(before: str, after: str) -> list[tuple[str, str]]:
    return [(piece.kind.value, piece.text) for piece in word_difference(before, after)]


def test_words_that_were_put_in_and_taken_out():
    assert pieces("A bill was drafted.", "A bill of 3 May was adopted.") == [
        ("kept", "A bill "),
        ("in", "of 3 May "),
        ("kept", "was "),
        ("out", "drafted."),
        ("in", "adopted."),
    ]


def test_lines_are_kept():
    assert pieces("One.\nTwo.", "One.\nThree.") == [
        ("kept", "One.\n"),
        ("out", "Two."),
        ("in", "Three."),
    ]


@given(TEXT, TEXT)
def test_both_texts_can_be_put_together_again(before, after):
    found = word_difference(before, after)
    assert "".join(p.text for p in found if p.kind is not Kind.IN) == before
    assert "".join(p.text for p in found if p.kind is not Kind.OUT) == after


@given(TEXT)
def test_the_same_text_has_no_difference(text):
    assert {piece.kind for piece in word_difference(text, text)} <= {Kind.KEPT}
