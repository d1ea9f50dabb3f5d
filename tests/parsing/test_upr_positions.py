"""Positions in words, as leads and sentences of reports state them."""

from __future__ import annotations

import pytest

from upheld.core.positions import Position
from upheld.parsing.upr_positions import answers, read_position

SUPPORTED, NOTED, PENDING = Position.SUPPORTED, Position.NOTED, Position.PENDING

POSITIONS = [
    # the usual leads since 2008
    ("The recommendations listed below enjoy the support of Sarovia:", SUPPORTED),
    ("have been examined by Sarovia and enjoy the support of Sarovia:", SUPPORTED),
    ("The following recommendations will be examined by Sarovia, which will provide responses in "
     "due time, but no later than the thirtieth session:", PENDING),
    ("The recommendations below did not enjoy the support of Sarovia and would thus be noted:",
     NOTED),
    ("The recommendations listed below have been noted by Sarovia:", NOTED),
    # supported because it is done already
    ("enjoy the support of Sarovia, which considers that they are already implemented", SUPPORTED),
    # noted, whatever the State says has been done
    ("Sarovia noted the following recommendations and said that measures of this kind have been "
     "implemented or are being implemented:", NOTED),
    ("Sarovia noted those recommendations", NOTED),
    # line breaks within the words
    ("do not\nenjoy the\nsupport of Sarovia", NOTED),
    # "cannot", "does not", "is not in a position to"
    ("Sarovia cannot accept the following recommendations:", NOTED),
    ("Sarovia does not accept the following recommendations:", NOTED),
    ("Sarovia is not in a position to accept recommendation 4", NOTED),
    ("Sarovia is unable to support the following recommendations", NOTED),
    ("Sarovia rejects the following recommendations", NOTED),
    ("The following recommendations are considered not part of the review", NOTED),
    ("Sarovia takes note of the following recommendations", NOTED),
    # "noted" that only says where something stands
    ("The recommendations noted in the report in paragraph 27 enjoy the support of Sarovia",
     SUPPORTED),
    ("The recommendations noted during the interactive dialogue will be examined by Sarovia",
     PENDING),
    # examined already, and supported
    ("The recommendations were considered and are accepted by Sarovia", SUPPORTED),
    # to be examined before they may be supported
    ("will be examined before Sarovia says whether it accepts them", PENDING),
    # the list is introduced and nothing else said
    ("In the course of the discussion, the following recommendations were made to Sarovia:",
     PENDING),
    ("It was recommended that Sarovia:", PENDING),
    # nothing stated
    ("The delegation thanked all speakers.", None),
    ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), POSITIONS)
def test_the_position_that_words_state(words: str, expected: Position | None) -> None:
    assert read_position(words) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # what the State says or will say
        ("enjoy the support of Sarovia", True),
        ("will be examined by Sarovia", True),
        ("were rejected", True),
        # that it was asked is no answer
        ("the following recommendations were made to Sarovia:", False),
        ("It was recommended that Sarovia:", False),
        # nor is the place where they are noted
        ("the recommendations noted in the present report", False),
    ],
)
def test_an_answer_is_told_from_a_mere_list(words: str, expected: bool) -> None:
    assert answers(words) is expected
