"""Concluding observations: each paragraph and letter is what its section and its words make it."""

from __future__ import annotations

import pytest

from tests.parsing.written import OBSERVATIONS, facts, said, written
from upheld.core.facts import DocumentKind
from upheld.core.items import ItemKind
from upheld.parsing.numbered_paragraphs import in_order
from upheld.parsing.observation_kinds import (
    Section,
    is_follow_up,
    kind_of,
    recommendation_start,
    section_of,
)

BODY = """1. The Committee considered the third periodic report of Sarovia.
A. Introduction
2. The Committee welcomes the dialogue.
B. Positive aspects
3. The Committee welcomes:
(a) The law on shelters;
(b) The new code.
C. Principal matters of concern and recommendations
Places of detention
4. The Committee is concerned about overcrowding, which was 118 per cent in
2021. It regrets the lack of statistics (arts. 11 and 16).
5. The State party should:
(a) Reduce overcrowding; and
(b) Publish statistics.
Follow-up procedure
6. The Committee requests the State party to provide, by 2 December 2023, information on \
follow-up to the recommendations in paragraph 5 (a) above.
Other issues
7. The State party is requested to disseminate widely the present concluding observations.
8. The Committee invites the State party to submit its next report by 2 December 2026.
"""
FOUND = [
    ("3", "The Committee welcomes", ItemKind.POSITIVE),
    ("3 (a)", "The law on shelters", ItemKind.POSITIVE),
    ("3 (b)", "The new code", ItemKind.POSITIVE),
    (
        "4",
        "The Committee is concerned about overcrowding, which was 118 per cent in 2021. It regrets "
        "the lack of statistics (arts. 11 and 16)",
        ItemKind.CONCERN,
    ),
    ("5", "The State party should", ItemKind.RECOMMENDATION),
    ("5 (a)", "Reduce overcrowding", ItemKind.RECOMMENDATION),
    ("5 (b)", "Publish statistics", ItemKind.RECOMMENDATION),
    (
        "6",
        "The Committee requests the State party to provide, by 2 December 2023, information on "
        "follow-up to the recommendations in paragraph 5 (a) above",
        ItemKind.FOLLOW_UP_REQUEST,
    ),
    (
        "7",
        "The State party is requested to disseminate widely the present concluding observations",
        ItemKind.REQUEST,
    ),
    (
        "8",
        "The Committee invites the State party to submit its next report by 2 December 2026",
        ItemKind.REQUEST,
    ),
]


def items(body: str) -> list[tuple[str, str | None, ItemKind]]:
    return [(item.number, item.text, item.kind) for item in facts(OBSERVATIONS + body).items]


def test_a_whole_document():
    found = facts(OBSERVATIONS + BODY)
    assert (found.kind, found.first_page.body, found.first_page.states) == (
        DocumentKind.CONCLUDING_OBSERVATIONS, "Committee against Torture", ("XSP",),
    )  # fmt: skip
    assert [(item.number, item.text, item.kind) for item in found.items] == FOUND
    assert said(found) == []


def test_a_first_page_alone_has_no_items():
    found = facts(OBSERVATIONS)
    assert (found.kind, found.items) == (DocumentKind.CONCLUDING_OBSERVATIONS, ())
    assert found.first_page.symbol == "CAT/C/XSP/CO/3"


def test_numbers_and_letters_inside_a_line():
    """Extractions lose line breaks: "… (art. 2). 6. The State party should …"."""
    damaged = BODY
    for number in (2, 4, 5, 7, 8):
        damaged = damaged.replace(f"\n{number}. ", f" {number}. ")
    damaged = damaged.replace(";\n(b)", "; (b)")
    assert items(damaged) == FOUND


def test_pages_in_between_leave_no_trace():
    damaged = BODY.replace("\n2021.", "\n3\n\nCAT/C/XSP/CO/3\n2021.").replace(
        "\n5. ", "\nGE.22-12345 (E)\n\n*\n\nAdopted by the Committee at its 70th session.\n\n5. "
    )
    assert items(damaged) == FOUND


def test_web_pages_that_lost_their_blanks():
    damaged = BODY.replace("5. The", "5.The").replace("Follow-up procedure", "F ollow-up procedure")
    lines = [*OBSERVATIONS.splitlines(), *damaged.splitlines()]
    page = "".join(f"<p>{line}</p>" for line in lines if line)
    found = facts(f"<html><body>{page}</body></html>", "tb.html")
    # A wrapped line is a paragraph of its own there
    assert [item.number for item in found.items] == [number for number, _, _ in FOUND]
    assert [item.kind for item in found.items] == [kind for _, _, kind in FOUND]


def test_a_concern_and_its_recommendation_in_one_paragraph():
    body = (
        "C. Principal subjects of concern and recommendations\n"
        "1. The Committee is concerned about overcrowding. It notes the new prison.\n"
        "The State party should reduce overcrowding. It should also publish statistics.\n"
    )
    found = facts(OBSERVATIONS + body).items
    assert [(item.number, item.part, item.kind, item.text) for item in found] == [
        (
            "1", "1", ItemKind.CONCERN,
            "The Committee is concerned about overcrowding. It notes the new prison",
        ),
        (
            "1", "2", ItemKind.RECOMMENDATION,
            "The State party should reduce overcrowding. It should also publish statistics",
        ),
    ]  # fmt: skip


def test_missing_numbers_and_letters_are_findings():
    body = BODY.replace("6. The Committee requests", "The Committee requests").replace(
        "(b) Publish", "(c) Publish"
    )
    assert said(facts(OBSERVATIONS + body)) == [
        "Number 5 (b) is missing after 5 (a).",
        "Number 6 is missing after 5.",
    ]


def test_displaced_lines_are_put_in_order_and_said():
    body = BODY.replace("(a) Reduce overcrowding; and", "(a) each year;\nReduce overcrowding")
    found = facts(OBSERVATIONS + body)
    texts = {item.number: item.text for item in found.items}
    assert texts["5 (a)"] == "Reduce overcrowding each year"
    assert [finding.code for finding in found.findings] == ["text.reordered"]


@pytest.mark.parametrize(
    "words", ["Reduce overcrowding; and\n", "The law of 2019;\n", "each year;\nPublish it.\n"]
)
def test_words_in_order_stay(words: str):
    assert in_order(words) == words


def test_every_item_leads_to_its_words():
    document = written(OBSERVATIONS + BODY)
    for item in facts(OBSERVATIONS + BODY).items:
        printed = " ".join(document.raw(item.span).split())
        assert (item.text or "") in printed
        assert printed.startswith((item.number + ".", item.number.partition(" ")[2] or "?"))


def test_follow_up_letters_and_lists_of_issues_are_no_observations():
    for title in (
        "Follow-up letter to the concluding observations on Sarovia",
        "List of issues prior to submission of the fourth periodic report of Sarovia",
    ):
        text = OBSERVATIONS.replace("/CO/3", "/Q/4").replace(
            "Concluding observations on the third periodic report of Sarovia*", title
        )
        assert facts(text + BODY).kind is DocumentKind.OTHER


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("A. Introduction", Section.OPENING),
        ("III. Factors and difficulties impeding the implementation", Section.OPENING),
        ("II. Follow-up measures undertaken and progress achieved", Section.POSITIVE),
        ("B. Positive aspects", Section.POSITIVE),
        ("IV. Main areas of concern and recommendations", Section.CONCERNS),
        ("C. Principal subjects of concern and recommendations", Section.CONCERNS),
        ("D. Dissemination and follow-up", Section.CLOSING),
        ("Preparation of the next report", Section.CLOSING),
        ("Access to justice", None),
        ("Political R ights", None),
    ],
)
def test_sections(heading: str, section: Section | None):
    assert section_of(heading) == section


@pytest.mark.parametrize(
    ("text", "section", "kind"),
    [
        ("The Committee recommends that the State party:", Section.CONCERNS, "recommendation"),
        ("It urges the State party to act.", Section.CONCERNS, "recommendation"),
        ("The Committee requests that the State party act.", Section.CONCERNS, "recommendation"),
        ("The Committee notes that few are applied.", Section.CONCERNS, "concern"),
        ("The Committee regrets the absence of data.", None, "concern"),
        ("The Committee also welcomes the law.", None, "positive"),
        ("The State party should disseminate the report.", Section.CLOSING, "recommendation"),
        ("The Committee notes with concern that nothing was done.", Section.CLOSING, "concern"),
        ("The Committee welcomes the dialogue.", Section.OPENING, None),
    ],
)
def test_kinds(text: str, section: Section | None, kind: str | None):
    assert kind_of(text, section) == kind


def test_bold_decides_where_words_do_not():
    text = "Legal aid is to be extended to all courts."
    assert kind_of(text, Section.CONCERNS, bold=True) is ItemKind.RECOMMENDATION
    assert kind_of(text, Section.CONCERNS) is ItemKind.CONCERN


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        (
            "is requested to provide, within one year, information on the implementation of the "
            "recommendations in paragraphs 12, 24 and 48",
            True,
        ),
        ("requests information, by 25 March 2025, on paragraph 8", True),
        ("requests the State party to submit its report by 25 March 2028", False),
        ("draws attention to the recommendations in paragraphs 8 and 9", False),
    ],
)
def test_follow_up_requests(text: str, follows: bool):
    assert is_follow_up(text) is follows


def test_where_a_recommendation_begins():
    text = "The Committee is concerned. It notes the law. The State party should act."
    assert text[recommendation_start(text) :] == "The State party should act."
    assert recommendation_start("In the light of the law, the State party should act.") == 0
