"""Slips of the fingers: one letter in long words that nobody knows, and nothing else."""

from __future__ import annotations

import pytest

from upheld.analysis.query import Meaning, Word, parse_question
from upheld.analysis.spelling import put_right
from upheld.analysis.understanding import understand


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("goverment", "government"),
        ("prisson", "prison"),
        ("childern", "children"),
        ("Disapeared", "disappeared"),
        ("polution", "pollution"),
        ("prisons", "prisons"),  # known
        ("martial", "martial"),
        ("jial", "jial"),  # too short
        ("Guantanamo", "Guantanamo"),  # near to nothing
        ("xrison", "xrison"),  # the first letter counts
        ("тюрьма", "тюрьма"),
        ("140.27", "140.27"),
        ("", ""),
    ],
)
def test_one_letter_is_put_right(typed: str, meant: str) -> None:
    assert put_right(typed) == meant


def test_the_word_as_typed_is_looked_for_too() -> None:
    root = understand(parse_question("polution")).root
    assert isinstance(root, Meaning)
    assert root.printed == "polution"
    assert root.alternatives[0] == Word("polution")
