"""Taking a reading back: the question that looks for the words as typed instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.as_typed import AsTyped, as_typed
from upheld.analysis.query import Phrase, parse_question
from upheld.analysis.understanding import understand


def taken_back(text: str) -> list[tuple[str, str]]:
    return [(one.printed, one.question) for one in as_typed(understand(parse_question(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("moratorium", []),
        ("state:VNM", []),
        ('"Viet Nam"', []),
        ("moratorium in Viet Nam", [("Viet Nam", 'moratorium in ="Viet Nam"')]),
        ("143.27", [("143.27", '="143.27"')]),
        ("phu nu", [("phu nu", '="phu nu"')]),
        (
            "moratorium cycle 3 noted by Viet Nam",
            [
                ("cycle 3", 'moratorium ="cycle 3" noted by Viet Nam'),
                ("noted", 'moratorium cycle 3 ="noted" by Viet Nam'),
                ("Viet Nam", 'moratorium cycle 3 noted by ="Viet Nam"'),
                (
                    "moratorium cycle 3 noted by Viet Nam",
                    'moratorium ="cycle 3" ="noted" by ="Viet Nam"',
                ),
            ],
        ),
    ],
)
def test_each_reading_is_taken_back_by_itself_and_all_together(text: str, found) -> None:
    assert taken_back(text) == found


@pytest.mark.parametrize("text", ["quyền trẻ em", "Viet Nam", "noted by Viet Nam", "chu kỳ 3"])
def test_what_was_taken_back_is_not_read_again(text: str) -> None:
    corrected = taken_back(text)[-1][1]
    assert taken_back(corrected) == []


def test_exact_words_stay_as_typed_in_vietnamese_too() -> None:
    assert understand(parse_question('="quyền trẻ em"')).root == Phrase("quyền trẻ em", exact=True)


@given(st.text(max_size=60))
def test_no_question_is_too_odd(text: str) -> None:
    for one in as_typed(understand(parse_question(text))):
        assert isinstance(one, AsTyped)
        assert one.question.count("=") > text.count("=")
