"""Reports of special procedures: recommendations of the last part, by paragraph and letter."""

from __future__ import annotations

import pytest

from tests.parsing.written import VISIT, facts, said
from upheld.core.facts import DocumentKind

BODY = """I. Introduction
1. The Special Rapporteur visited Sarovia in May 2022.
II. Schools
2. The Government should have counted the schools, said the Special Rapporteur.
III. Conclusions and recommendations
3. Sarovia has made progress. The next steps should reach the districts.
4. The Special Rapporteur recommends that the Government:
(a) Count the schools;
(b) Train the teachers; and
(c) Heat the classrooms.
5. Parliament should adopt a budget that suffices.
6. She encourages the country team to support these steps.
Annex
7. The Government should publish the programme of the visit.
"""
FOUND = [
    ("4", "The Special Rapporteur recommends that the Government"),
    ("4 (a)", "Count the schools"),
    ("4 (b)", "Train the teachers"),
    ("4 (c)", "Heat the classrooms"),
    ("5", "Parliament should adopt a budget that suffices"),
    ("6", "She encourages the country team to support these steps"),
]


def items(text: str) -> list[tuple[str, str | None]]:
    return [(item.number, item.text) for item in facts(text).items]


def test_only_the_last_part_recommends():
    found = facts(VISIT + BODY)
    assert (found.kind, found.first_page.states) == (DocumentKind.VISIT_REPORT, ("XSP",))
    assert [(item.number, item.text) for item in found.items] == FOUND
    assert {item.kind.value for item in found.items} == {"recommendation"}
    assert said(found) == []


def test_a_first_page_alone_has_no_items():
    found = facts(VISIT)
    assert (found.kind, found.items) == (DocumentKind.VISIT_REPORT, ())


@pytest.mark.parametrize(
    "heading",
    ["V. Recommendations", "IV. Conclusions, observations and recommendations", "RECOMMENDATIONS",
     "VI. Main conclusions and recommendations"],
)  # fmt: skip
def test_headings_of_the_last_part(heading: str):
    assert items(VISIT + BODY.replace("III. Conclusions and recommendations", heading)) == FOUND


def test_a_heading_glued_to_the_paragraph_before_it():
    assert items(VISIT + BODY.replace("\nIII. Conclusions", " III. Conclusions")) == FOUND


def test_a_report_that_summarises_its_recommendations_first():
    early = BODY.replace("II. Schools", "II. Recommendations of the first visit")
    assert items(VISIT + early) == FOUND


def test_a_thematic_report_is_read_alike():
    thematic = VISIT.replace("Visit to Sarovia\n", "The right to education of adults\n")
    found = facts(thematic + BODY)
    assert (found.kind, [item.number for item in found.items]) == (
        DocumentKind.VISIT_REPORT, [number for number, _ in FOUND],
    )  # fmt: skip


def test_comments_by_the_state_are_another_paper():
    comments = VISIT.replace("right to education\n", "right to education\nComments by the State\n")
    assert facts(comments + BODY).kind is DocumentKind.OTHER


def test_a_missing_letter_is_a_finding():
    assert said(facts(VISIT + BODY.replace("(c) Heat", "(d) Heat"))) == [
        "Number 4 (c) is missing after 4 (b)."
    ]
