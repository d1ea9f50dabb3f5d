"""Addenda in the styles that Sarovia does not use: a table, prose, a self-contradiction."""

from __future__ import annotations

from datetime import date
from functools import cache

from upheld.core.positions import Position
from upheld.specimen.addenda_sarovia import by_answer
from upheld.specimen.addendum import Addendum, answered, declared_totals
from upheld.specimen.number_lists import bare_ranges, written_ranges
from upheld.specimen.paper import Grid, Heading, Layout, Paragraph
from upheld.specimen.upr_sarovia import in_position


@cache
def table() -> Addendum:
    """2010: a table of number, answer and remarks."""
    items = in_position("velmora_cycle_1", Position.PENDING)
    supported, noted = by_answer(items)
    words = {
        Position.SUPPORTED: ("Accepted", "Work on this recommendation has begun."),
        Position.NOTED: ("Not accepted", "The matter needs further study."),
    }
    return Addendum(
        layout=Layout.Y2010,
        report="A/HRC/15/968",
        state="XVM",
        issued=date(2010, 9, 6),
        session=15,
        job="GE.10-90015 (E)",
        blocks=(
            Paragraph("The answers of Velmora are given in the following table.", "1."),
            Grid(
                ("Recommendation", "Position", "Remarks"),
                tuple(
                    (f"69.{index}", *words[item.answer])
                    for index, item in enumerate(items, start=1)
                ),
                (1, 1, 3),
            ),
        ),
        answers=answered("69.", {Position.SUPPORTED: supported, Position.NOTED: noted}),
    )


@cache
def prose() -> Addendum:
    """2014: sentences; totals declared in the first of them."""
    supported = [*range(1, 10), 12, *range(14, 21)]
    noted = [10, 11, 13, *range(21, 25)]
    return Addendum(
        layout=Layout.Y2012,
        report="A/HRC/27/931",
        state="XVM",
        issued=date(2014, 9, 1),
        session=27,
        job="GE.14-90016 (E)",
        blocks=(
            Paragraph(
                f"Velmora has examined with care the {len(supported) + len(noted)} "
                f"recommendations that it received, of which {len(supported)} are supported and "
                f"{len(noted)} noted.",
                "1.",
            ),
            Paragraph(
                "Velmora supports recommendations "
                f"{written_ranges(118, supported)}. Most of them are in line with the plan of "
                "action on the rights of the child.",
                "2.",
            ),
            Paragraph(
                "Velmora takes note of recommendations 118.10 and 118.11, since the treaties in "
                "question are still being studied.",
                "3.",
            ),
            Paragraph(
                "Recommendations 118.13 and 118.21 to 118.24 do not enjoy the support of Velmora.",
                "4.",
            ),
        ),
        answers=answered("118.", {Position.SUPPORTED: supported, Position.NOTED: noted}),
        declared=declared_totals(len(supported), len(noted)),
    )


@cache
def contradictory() -> Addendum:
    """2019: 4 is accepted and noted at once, 9 is left out, and the totals are wrong."""
    supported = [1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 13]
    noted = [14, 15, 16, 17, 18]
    return Addendum(
        layout=Layout.Y2017,
        report="A/HRC/42/931",
        state="XVM",
        issued=date(2019, 9, 2),
        session=42,
        session_dates="9–27 September 2019",
        job="GE.19-90017 (E)",
        note="The present document is being issued without formal editing.",
        blocks=(
            Paragraph(
                "Velmora received 18 recommendations, of which 14 are supported and 4 noted.", "1."
            ),
            Heading("I. Accepted recommendations"),
            Paragraph(f"Velmora accepts the recommendations {bare_ranges([*supported, 4])}.", "2."),
            Heading("II. Noted recommendations"),
            Paragraph(f"Velmora notes the recommendations {bare_ranges([*noted, 4])}.", "3."),
        ),
        answers=answered("", {Position.SUPPORTED: supported, Position.NOTED: noted}),
        declared=declared_totals(14, 4),
        contradictions={
            "4": "listed as accepted and as noted",
            "9": "listed nowhere",
            "supported": "14 declared, 12 listed",
            "noted": "4 declared, 6 listed",
        },
    )
