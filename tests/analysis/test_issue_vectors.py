"""Likeness by proposed issues: the same for the same text, either order, one by one or at once."""

from __future__ import annotations

import pytest

from upheld.analysis.issue_vectors import issue_likeness, issue_vectors

READING = "Teach women in the countryside to read and write"
LITERACY = "Reduce illiteracy among rural women"
TORTURE = "Ratify the Convention against Torture"


def test_what_is_about_the_same_is_alike_without_a_common_word() -> None:
    reading, literacy, torture = issue_vectors([READING, LITERACY, TORTURE])
    assert issue_likeness(reading, literacy) > issue_likeness(reading, torture)
    assert issue_likeness(reading, torture) == issue_likeness(torture, reading)
    assert issue_likeness(reading, reading) == pytest.approx(1)


def test_one_by_one_or_at_once() -> None:
    at_once = issue_vectors([TORTURE, LITERACY, TORTURE])
    assert [vector.tolist() for vector in at_once] == [
        issue_vectors([text])[0].tolist() for text in (TORTURE, LITERACY, TORTURE)
    ]
    assert issue_vectors([]) == []
