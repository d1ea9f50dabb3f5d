"""Marks of quality as printed in recommendations."""

from __future__ import annotations

import pytest

from upheld.analysis.quality_marks import QualityMarks, quality_marks

MARKED = {
    "Respect human rights": QualityMarks("", "", "", ""),
    "Reduce overcrowding in prisons by 2027": QualityMarks("", "", "by 2027", ""),
    "Amend the Family Code before its next review": QualityMarks(
        "", "Amend", "before its next review", ""
    ),
    "Allocate at least 15 per cent of the budget to health": QualityMarks(
        "", "Allocate", "", "at least 15"
    ),
    "Train the police on the use of force within two years": QualityMarks(
        "the police", "", "within two years", ""
    ),
    "Ensure that parliament adopts a comprehensive law against discrimination": QualityMarks(
        "parliament", "adopts a comprehensive law", "", ""
    ),
    "Raise the minimum age of criminal responsibility": QualityMarks("", "", "", "minimum age"),
}


@pytest.mark.parametrize("text", MARKED)
def test_marks_are_the_printed_words(text: str) -> None:
    assert quality_marks(text) == MARKED[text]
