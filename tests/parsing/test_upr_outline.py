"""The outline of a Working Group report: where its conclusions begin and end."""

from __future__ import annotations

import pytest

from upheld.core.flow import Flow
from upheld.parsing.upr_outline import Outline, Region, read_outline
from upheld.reading.text import read_text

BODY = """\
20. The recommendations listed below enjoy the support of Sarovia:
20.1 Open schools (Togo).
"""

# (heading of the conclusions, as printed on a line of its own)
HEADINGS = [
    "II. Conclusions and/or recommendations",
    # capitals, as in 2008
    "II. CONCLUSIONS AND/OR RECOMMENDATIONS",
    # with the stars of a footnote, or its number
    "II. Conclusions and/or recommendations**",
    "II. Conclusions and/or recommendations 12",
    # without a number, with an Arabic one
    "Conclusions and/or recommendations",
    "3. Conclusions and/or recommendations",
    # blanks round the slash
    "III. Conclusions and / or recommendations",
    "II. Conclusions and recommendations",
    "II. Summary of conclusions and/or recommendations",
    "II. Conclusion and recommendations",
]
# (what stands behind the list, up to which words the conclusions reach)
ENDS = [
    # the sentence that closes each report
    ("21. All conclusions and/or recommendations contained in the present report reflect the "
     "position of the submitting State(s).\nAnnex\n", "21. All"),
    # with other words
    ("21. All the conclusions and recommendations in this report reflect …\n", "21. All"),
    # absent: the annex
    ("Annex\nComposition of the delegation\n", "Annex"),
    ("Composition of the delegation\n", "Composition"),
    # absent: the pledges
    ("III. Voluntary pledges and commitments\n21. Sarovia will open a school.\n", "III."),
    # a last paragraph without the usual words belongs to the conclusions
    ("21. The response of Sarovia will follow.\n", ""),
]  # fmt: skip


def outline(text: str) -> tuple[str, Outline | None]:
    flow = Flow.of(read_text("report.txt", text.encode()))
    return flow.text, read_outline(flow)


def cut(text: str, region: Region | None) -> str | None:
    return None if region is None else text[region.start : region.end]


@pytest.mark.parametrize("heading", HEADINGS)
def test_the_conclusions_begin_behind_their_heading(heading: str) -> None:
    text, found = outline(f"5. Chile spoke of schools.\n{heading}\n{BODY}")
    assert found is not None
    assert cut(text, found.dialogue) == "5. Chile spoke of schools.\n"
    assert [paragraph.number for paragraph in found.paragraphs] == [20]


@pytest.mark.parametrize(("behind", "expected"), ENDS)
def test_the_conclusions_end(behind: str, expected: str) -> None:
    text, found = outline(f"II. Conclusions and/or recommendations\n{BODY}{behind}")
    assert found is not None
    assert text[found.conclusions.end :].startswith(expected)
    items = [item.number for paragraph in found.paragraphs for item in paragraph.items]
    assert items == ["20.1"]


def test_the_heading_in_the_contents_is_not_the_one() -> None:
    text, found = outline(
        "Contents\nII. Conclusions and/or recommendations\nAnnex\n"
        + "Chile spoke of schools. " * 30
        + f"\nII. Conclusions and/or recommendations\n{BODY}"
    )
    assert found is not None
    assert text[: found.conclusions.start].count("Conclusions and/or") == 2


def test_a_sentence_about_conclusions_is_no_heading() -> None:
    _, found = outline(f"II. Conclusions and/or recommendations were adopted.\n{BODY[:66]}\n")
    assert found is None


def test_pledges_have_a_section_of_their_own() -> None:
    text, found = outline(
        f"II. Conclusions and/or recommendations\n{BODY}"
        "21. All conclusions and/or recommendations contained in the present report reflect …\n"
        "III. Voluntary pledges and commitments\n22. Sarovia will open a school.\nAnnex\nNames\n"
    )
    assert found is not None
    assert cut(text, found.pledges) == "\n22. Sarovia will open a school.\n"


def test_a_draft_that_is_its_list_alone() -> None:
    text, found = outline("6.1 Open schools (Togo);\n6.2 Train judges (Mali).")
    assert found is not None
    assert cut(text, found.conclusions) == text
    assert [item.number for item in found.paragraphs[0].items] == ["6.1", "6.2"]


def test_a_text_without_conclusions_and_numbers_has_no_outline() -> None:
    assert outline("Chile spoke of schools.\n5. Togo thanked.") == (
        "Chile spoke of schools.\n5. Togo thanked.",
        None,
    )
