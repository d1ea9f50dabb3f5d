"""Positions that a report states behind its lists, by number or of "the recommendations above"."""

from __future__ import annotations

import pytest

from upheld.core.flow import Flow
from upheld.core.items import Item
from upheld.core.positions import Position
from upheld.parsing.upr_later_positions import with_later_positions
from upheld.parsing.upr_outline import read_outline
from upheld.reading.text import read_text

SUPPORTED, NOTED, PENDING = Position.SUPPORTED, Position.NOTED, Position.PENDING
LISTS = """\
II. Conclusions and/or recommendations
103. The following recommendations were made to Sarovia:
1. Ratify CED (Spain);
2. Ratify CAT (Chile);
3. Open schools (Togo).
104. The recommendations listed below enjoy the support of Sarovia:
104.4 Train judges (Mali);
104.5 Close camps (Chad).
"""
# (what stands behind the lists, positions of 103.1, 103.2, 103.3, 104.4, 104.5)
LATER = [
    # nothing
    ("", [PENDING, PENDING, PENDING, SUPPORTED, SUPPORTED]),
    # named by number with its paragraph
    ("105. The recommendation contained in paragraph 103, No. 2, did not enjoy the support of "
     "Sarovia.", [PENDING, NOTED, PENDING, SUPPORTED, SUPPORTED]),
    # several numbers, "and" before the last
    ("105. In paragraph 103, recommendations Nos. 1, 2 and 3 enjoy the support of Sarovia.",
     [SUPPORTED, SUPPORTED, SUPPORTED, SUPPORTED, SUPPORTED]),
    # full numbers
    ("105. Recommendations 103.1 and 103.3 are accepted by Sarovia.",
     [SUPPORTED, PENDING, SUPPORTED, SUPPORTED, SUPPORTED]),
    # a later "noted" stands against an earlier "supported"
    ("105. Recommendation 104.5 does not enjoy the support of Sarovia.",
     [PENDING, PENDING, PENDING, SUPPORTED, NOTED]),
    # a later "pending" does not
    ("105. Recommendation 104.5 will be examined again.",
     [PENDING, PENDING, PENDING, SUPPORTED, SUPPORTED]),
    # "above" speaks of the last list
    ("105. The recommendations listed above did not enjoy the support of Sarovia.",
     [PENDING, PENDING, PENDING, NOTED, NOTED]),
    # two sentences of one paragraph
    ("105. Recommendation 103.1 is accepted. Recommendation 103.2 is rejected.",
     [SUPPORTED, NOTED, PENDING, SUPPORTED, SUPPORTED]),
    # a number that no list has
    ("105. Recommendation 103.9 is rejected.", [PENDING, PENDING, PENDING, SUPPORTED, SUPPORTED]),
    # a sentence without a position
    ("105. Recommendation 103.1 was made by Spain in the dialogue.",
     [PENDING, PENDING, PENDING, SUPPORTED, SUPPORTED]),
]  # fmt: skip


@pytest.mark.parametrize(("behind", "expected"), LATER)
def test_positions_behind_the_lists(behind: str, expected: list[Position]) -> None:
    flow = Flow.of(read_text("report.txt", (LISTS + behind).encode()))
    outline = read_outline(flow)
    assert outline is not None
    items = [
        Item(listed.number, "Open schools", 1, flow.span(listed.start, listed.end),
             position=PENDING if paragraph.number == 103 else SUPPORTED)
        for paragraph in outline.paragraphs
        for listed in paragraph.items
    ]  # fmt: skip
    assert [item.position for item in with_later_positions(flow, outline, items)] == expected


def test_the_sentence_and_its_paragraph_are_kept() -> None:
    behind = "105. Recommendation 103.1\nis accepted. Recommendation 103.2 is rejected."
    flow = Flow.of(read_text("report.txt", (LISTS + behind).encode()))
    outline = read_outline(flow)
    assert outline is not None
    item = Item("103.2", "Ratify CAT", 1, flow.span(0, 1), position=PENDING)
    (found,) = with_later_positions(flow, outline, [item])
    assert found.position_words == "Recommendation 103.2 is rejected"
    assert found.position_paragraph == "105"
