"""A name is one line and turns nothing round."""

from __future__ import annotations

import pytest

from upheld.core.person_names import kept_name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Trần  Thị\nHương ", "Trần Thị Hương"),
        ("An\u202eabc", "Anabc"),
        ("\u2067مرحبا\u2069", "مرحبا"),
        ("O'Brien <b>🎉", "O'Brien <b>🎉"),
        ("x" * 300, "x" * 200),
        ("\u202e", ""),
    ],
)
def test_a_name_is_one_line_that_turns_nothing_round(typed, kept):
    assert kept_name(typed) == kept
