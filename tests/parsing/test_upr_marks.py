"""Numbers at the beginning of a line, before it is known what they number."""

from __future__ import annotations

import pytest

from upheld.parsing.upr_marks import find_marks

# (text, [(number as printed, inline?, the words behind it) …])
MARKS = [
    # the layout since 2011, with and without a full stop
    ("143.27. Ratify CED", [("143.27", False, "Ratify CED")]),
    ("143.27 Ratify CED", [("143.27", False, "Ratify CED")]),
    # no blank at all
    ("143.27Ratify CED", [("143.27", False, "Ratify CED")]),
    # hyphen, dash or comma for the full stop
    ("143-27 Ratify CED", [("143.27", False, "Ratify CED")]),
    ("143–27 Ratify CED", [("143.27", False, "Ratify CED")]),
    ("143,27 Ratify CED", [("143.27", False, "Ratify CED")]),
    # a blank within the number: paragraph 143 may begin with 27 as well
    ("143. 27. Ratify CED", [("143.27", False, "Ratify CED"), ("143", False, "27. Ratify CED")]),
    # the single number of the layout before 2011
    ("27. Ratify CED", [("27", False, "Ratify CED")]),
    ("27) Ratify CED", [("27", False, "Ratify CED")]),
    ("(27) Ratify CED", [("27", False, "Ratify CED")]),
    # without a full stop, before a capital
    ("27 Ratify CED", [("27", False, "Ratify CED")]),
    ("27 schools", []),
    # the number on a line of its own
    ("27.\nRatify CED", [("27", False, "\nRatify CED")]),
    # a year, a thousand, a percentage
    ("2012. Ratify CED", []),
    ("3,000 schools", []),
    ("12.5 per cent of schools", []),
    # the end of a bracket that was opened on the line before
    ("as said there (art.\n6) and adopt a plan", []),
    ("as said there\n(6) and adopt a plan", [("6", False, "and adopt a plan")]),
    # line break lost before the number
    ("(Spain);143.28. Take", [("143.28", True, "Take")]),
    ("(Spain). 143.28 Take", [("143.28", True, "Take")]),
    ("(Spain); 28. Take", [("28", True, "Take")]),
    # … but not behind other words
    ("general comment No. 28. Take", []),
    ("in 2028; 28. Take", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_which_numbers_are_marks(text: str, expected: list[tuple[str, bool, str]]) -> None:
    found = [(m.printed, m.inline, text[m.words :]) for m in find_marks(text, 0, len(text))]
    assert found == expected


def test_marks_are_looked_for_in_the_section_only() -> None:
    text = "1. One\n2. Two\n3. Three"
    assert [mark.printed for mark in find_marks(text, 7, 14)] == ["2"]
