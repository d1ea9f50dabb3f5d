"""Sarovia's answers to its four reviews, each in the style of its time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from upheld.core.positions import Position
from upheld.specimen.addendum import Addendum, answered, declared_totals
from upheld.specimen.number_lists import bare_ranges, short_ranges, stopped_list
from upheld.specimen.paper import Heading, Layout, Paragraph
from upheld.specimen.recommendations import Recommendation, recommendations
from upheld.specimen.upr_sarovia import in_position

IMPLEMENTED = (
    "Accepted recommendations that Sarovia considers already implemented or in the process of "
    "implementation"
)


def by_answer(items: Iterable[Recommendation]) -> tuple[list[int], list[int]]:
    """The places (from 1) of the supported and of the noted recommendations of a list."""
    supported: list[int] = []
    noted: list[int] = []
    for index, item in enumerate(items, start=1):
        (supported if item.answer is Position.SUPPORTED else noted).append(index)
    return supported, noted


@cache
def first_cycle() -> Addendum:
    """2009: a block for each number or group of numbers, "4., 5. The Government accepts ..."."""
    accepts = "The Government accepts these recommendations."
    answers = (
        ("1., 2.", f"{accepts} The internal procedures have begun.", Position.SUPPORTED),
        ("3.", "The Government cannot accept this recommendation.", Position.NOTED),
        ("4., 5.", f"{accepts} Draft laws are before Parliament.", Position.SUPPORTED),
        (
            "6.",
            "The Government takes note of this recommendation and will study the practice of "
            "other States.",
            Position.NOTED,
        ),
        ("7.", "The Government accepts the recommendation.", Position.SUPPORTED),
        (
            "8.",
            "Sarovia cannot, at this point in time, make a definitive statement. The matter is "
            "being examined by the Statistical Office.",
            None,
        ),
    )
    return Addendum(
        layout=Layout.Y2008,
        report="A/HRC/10/968",
        state="XSP",
        issued=date(2009, 3, 9),
        session=10,
        job="GE.09-90011 (E)",
        blocks=(
            Paragraph(
                "Sarovia welcomes the recommendations made during its review on 8 December 2008. "
                "Its answers to the recommendations that it undertook to examine are as follows:"
            ),
            *(Paragraph(text, number) for number, text, _ in answers),
        ),
        answers=tuple(
            (number, position)
            for numbers, _, position in answers
            for number in numbers.replace(".", "").split(", ")
        ),
    )


@cache
def second_cycle() -> Addendum:
    """2014: numbers without their paragraph, "accepts the recommendations 1–5, 14–16"."""
    supported, noted = by_answer(recommendations("cycle_2"))
    done = supported[3::4]
    accepted = [index for index in supported if index not in done]
    return Addendum(
        layout=Layout.Y2012,
        report="A/HRC/25/964",
        state="XSP",
        issued=date(2014, 3, 4),
        session=25,
        job="GE.14-90012 (E)",
        blocks=(
            Paragraph(
                "The present document is the response of Sarovia to the recommendations made "
                "during its second review, on 24 October 2013. The report of the Working Group "
                f"contains {len(supported) + len(noted)} recommendations.",
                "1.",
            ),
            Paragraph(
                f"The Government of Sarovia accepts {len(supported)} recommendations. It notes "
                f"{len(noted)} recommendations. The answers are arranged in three groups.",
                "2.",
            ),
            Heading("I. Accepted recommendations"),
            Paragraph(
                f"The Government of Sarovia accepts the recommendations {bare_ranges(accepted)}.",
                "3.",
            ),
            Heading(f"II. {IMPLEMENTED}"),
            Paragraph(
                f"The Government of Sarovia accepts the recommendations {bare_ranges(done)}. It "
                "considers that they are already implemented or in the process of implementation.",
                "4.",
            ),
            Paragraph(
                f"Rec. {done[0]} The report that was due has been submitted. See also "
                f"recommendation {noted[0]}."
            ),
            Paragraph(f"Rec. {done[1]} A standing body has been set up by decree."),
            Heading("III. Noted recommendations"),
            Paragraph(
                f"The Government of Sarovia notes the recommendations {bare_ranges(noted)}.", "5."
            ),
            Paragraph(f"Rec. {noted[-1]} Emergency care is open to everybody."),
        ),
        answers=answered("", {Position.SUPPORTED: supported, Position.NOTED: noted}),
        declared=declared_totals(len(supported), len(noted)),
    )


@cache
def third_cycle() -> Addendum:
    """2019: "122.1, 122.3-6, 122.8- 9,122.11": second numbers cut short, blanks astray."""
    supported, noted = by_answer(in_position("cycle_3", Position.PENDING))
    return Addendum(
        layout=Layout.Y2017,
        report="A/HRC/40/996",
        state="XSP",
        issued=date(2019, 3, 1),
        session=40,
        session_dates="25 February–22 March 2019",
        job="GE.19-90013 (E)",
        note="The present document is being issued without formal editing.",
        blocks=(
            Paragraph(
                "Sarovia gives below its position on the recommendations listed in paragraph 122 "
                "of the report of the Working Group.",
                "1.",
            ),
            Paragraph(
                f"Of these {len(supported) + len(noted)} recommendations, {len(supported)} are "
                f"supported and {len(noted)} noted.",
                "2.",
            ),
            Heading("I. Accepted recommendations"),
            Paragraph(
                "The Government accepts the following recommendations: "
                f"{short_ranges(122, supported)}.",
                "3.",
            ),
            Heading("II. Noted recommendations"),
            Paragraph(
                f"The Government notes the following recommendations: {short_ranges(122, noted)}.",
                "4.",
            ),
        ),
        answers=answered("122.", {Position.SUPPORTED: supported, Position.NOTED: noted}),
        declared=declared_totals(len(supported), len(noted)),
    )


@cache
def fourth_cycle() -> Addendum:
    """2024: each number written out, some commas full stops; headings of explanations mislead.

    "140.10-14" above an explanation also covers numbers that stand in another list.
    """
    supported, noted = by_answer(recommendations("cycle_4"))
    done = supported[7::3]
    accepted = [index for index in supported if index not in done]
    return Addendum(
        layout=Layout.Y2022,
        report="A/HRC/56/920",
        state="XSP",
        issued=date(2024, 5, 28),
        session=56,
        session_dates="18 June–12 July 2024",
        job="GE.24-90014 (E)",
        note="The present document is being issued without formal editing.",
        blocks=(
            Paragraph(
                "The present document contains the response of Sarovia to the recommendations "
                "made during its fourth review, on 25 January 2024.",
                "1.",
            ),
            Paragraph(
                f"Sarovia received {len(supported) + len(noted)} recommendations, of which "
                f"{len(supported)} are supported and {len(noted)} noted. The response is arranged "
                "in three groups.",
                "2.",
            ),
            Heading("I. Accepted recommendations"),
            Paragraph(
                "The Government accepts the following recommendations: "
                f"{stopped_list(140, accepted)}.",
                "3.",
            ),
            Heading(f"II. {IMPLEMENTED}"),
            Paragraph(
                "The Government accepts the following recommendations and gives some further "
                f"information on their implementation: {stopped_list(140, done)}.",
                "4.",
            ),
            Heading("140.28-33", 2),
            Paragraph("The strategy on equal treatment is being evaluated."),
            Heading("140.61, 63", 2),
            Paragraph("Parental leave has been extended by four weeks."),
            Heading("III. Noted recommendations"),
            Paragraph(
                f"The Government notes the following recommendations: {stopped_list(140, noted)}.",
                "5.",
            ),
            Heading("140.1-3", 2),
            Paragraph("The rights in question are protected by general laws."),
        ),
        answers=answered("140.", {Position.SUPPORTED: supported, Position.NOTED: noted}),
        declared=declared_totals(len(supported), len(noted)),
    )
