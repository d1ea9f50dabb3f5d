"""Sarovia's four reviews: 2008, 2013, 2018 and 2024, each in the layout of its time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from upheld.core.positions import Position
from upheld.specimen.paper import Layout, Paragraph
from upheld.specimen.printed_items import (
    Printing,
    bracket_each,
    bracket_each_stopped,
    one_bracket,
)
from upheld.specimen.recommendations import Recommendation, recommendations
from upheld.specimen.truth import Expected
from upheld.specimen.upr_frame import Meeting
from upheld.specimen.upr_report import ItemList, Report

_SAROVIA = ("XSP",)


def in_position(name: str, position: Position) -> tuple[Recommendation, ...]:
    """The recommendations of one content file that the report prints with this position."""
    return tuple(item for item in recommendations(name) if item.position is position)


@cache
def first_cycle() -> Report:
    """2008: numbering begins anew under 58, 59 and 60; paragraph 61 refers to the dialogue."""
    return Report(
        layout=Layout.Y2008,
        symbol="A/HRC/10/968",
        issued=date(2009, 1, 5),
        session=10,
        states=_SAROVIA,
        job="GE.09-90001 (E)",
        meeting=Meeting(
            session=3,
            period="1 to 15 December 2008",
            reviewed=date(2008, 12, 8),
            adopted=date(2008, 12, 10),
            selected=date(2008, 9, 8),
            troika=("BRA", "KOR", "SVN"),
            questions=("DNK", "DEU", "GBR"),
        ),
        printing=Printing(2008, one_bracket),
        lists=(
            ItemList(
                58,
                "The recommendations formulated during the interactive dialogue have been "
                "examined by Sarovia and the recommendations listed below enjoy the support of "
                "Sarovia:",
                in_position("cycle_1", Position.SUPPORTED),
                Position.SUPPORTED,
                "{index}.",
            ),
            ItemList(
                59,
                "The following recommendations will be examined by Sarovia, which will provide "
                "responses in due time. The response of Sarovia to these recommendations will be "
                "included in the outcome report to be adopted by the Human Rights Council at its "
                "tenth session:",
                in_position("cycle_1", Position.PENDING),
                Position.PENDING,
                "{index}.",
            ),
            ItemList(
                60,
                "The following recommendations did not enjoy the support of Sarovia:",
                in_position("cycle_1", Position.NOTED),
                Position.NOTED,
                "{index}.",
            ),
        ),
        spoken={
            17: (
                Paragraph(
                    "Latvia thanked the delegation for its presentation. It recommended that "
                    "Sarovia (a) extend a standing invitation to the special procedures; (b) "
                    "transfer the administration of prisons to the Ministry of Justice; (c) "
                    "continue the training of judges; and (d) publish the reports of the "
                    "inspectors of prisons.",
                    "17.",
                ),
            ),
            21: (
                Paragraph(
                    "Mexico asked about the review of the rules on detention. It recommended that "
                    "Sarovia publish the results of that review.",
                    "21.",
                ),
            ),
            24: (
                Paragraph(
                    "The Republic of Korea took note of the reform of the courts. It recommended "
                    "to Sarovia to: (a) abolish the fee for appeals; and (b) strengthen the Office "
                    "of the Public Defender of Rights.",
                    "24.",
                ),
            ),
        },
        after_lists=(
            Paragraph(
                "The recommendations noted in the report in paragraphs 17 (b) and (d), 21 and "
                "24 (a) above did not enjoy the support of Sarovia.",
                "61.",
                bold=True,
            ),
        ),
        referred=(
            Expected(
                "17 (b)",
                "transfer the administration of prisons to the Ministry of Justice",
                ("LVA",),
                Position.NOTED,
            ),
            Expected(
                "17 (d)",
                "publish the reports of the inspectors of prisons",
                ("LVA",),
                Position.NOTED,
            ),
            Expected(
                "21",
                "recommended that Sarovia publish the results of that review",
                ("MEX",),
                Position.NOTED,
            ),
            Expected("24 (a)", "abolish the fee for appeals", ("KOR",), Position.NOTED),
        ),
        pledges=(
            "Sarovia undertakes to submit two of its overdue reports to the treaty bodies before "
            "the end of 2010",
            "Sarovia commits itself to translating the present report into the languages of its "
            "minorities",
            "Sarovia will publish each year a list of the measures taken to follow up the present "
            "review",
        ),
    )


@cache
def second_cycle() -> Report:
    """2013: one list under paragraph 115, all of it still to be examined."""
    return Report(
        layout=Layout.Y2012,
        symbol="A/HRC/25/964",
        issued=date(2013, 12, 9),
        session=25,
        states=_SAROVIA,
        job="GE.13-90002 (E)",
        meeting=Meeting(
            session=17,
            period="21 October to 1 November 2013",
            reviewed=date(2013, 10, 24),
            adopted=date(2013, 10, 29),
            selected=date(2013, 1, 14),
            troika=("BWA", "CRI", "JPN"),
            questions=("CZE", "NLD", "SVN", "SWE"),
        ),
        printing=Printing(2013, one_bracket),
        lists=(
            ItemList(
                115,
                "The recommendations listed below will be examined by Sarovia, which will provide "
                "responses in due time, but no later than the twenty-fifth session of the Human "
                "Rights Council in March 2014:",
                recommendations("cycle_2"),
                Position.PENDING,
            ),
        ),
    )


@cache
def third_cycle() -> Report:
    """2018: supported, to be examined, and noted, under 121, 122 and 123."""
    return Report(
        layout=Layout.Y2017,
        symbol="A/HRC/40/996",
        issued=date(2018, 12, 27),
        session=40,
        session_dates="25 February–22 March 2019",
        states=_SAROVIA,
        job="GE.18-90003 (E)",
        meeting=Meeting(
            session=31,
            period="5 to 16 November 2018",
            reviewed=date(2018, 11, 9),
            adopted=date(2018, 11, 14),
            selected=date(2018, 1, 10),
            troika=("CHL", "SVK", "TGO"),
            questions=("BEL", "PRT", "ESP", "URY"),
        ),
        printing=Printing(2018, bracket_each),
        note=(
            "The annex is being circulated without formal editing, in the language of submission "
            "only."
        ),
        lists=(
            ItemList(
                121,
                "The recommendations formulated during the interactive dialogue/listed below have "
                "been examined by Sarovia and enjoy the support of Sarovia:",
                in_position("cycle_3", Position.SUPPORTED),
                Position.SUPPORTED,
            ),
            ItemList(
                122,
                "The following recommendations will be examined by Sarovia, which will provide "
                "responses in due time, but no later than the fortieth session of the Human "
                "Rights Council:",
                in_position("cycle_3", Position.PENDING),
                Position.PENDING,
            ),
            ItemList(
                123,
                "The recommendations below have been noted by Sarovia:",
                in_position("cycle_3", Position.NOTED),
                Position.NOTED,
            ),
        ),
    )


@cache
def fourth_cycle() -> Report:
    """2024: one list under paragraph 140, all of it still to be examined."""
    return Report(
        layout=Layout.Y2022,
        symbol="A/HRC/56/920",
        issued=date(2024, 3, 26),
        session=56,
        session_dates="18 June–12 July 2024",
        states=_SAROVIA,
        job="GE.24-90004 (E)",
        meeting=Meeting(
            session=45,
            period="22 January to 2 February 2024",
            reviewed=date(2024, 1, 25),
            adopted=date(2024, 1, 31),
            selected=date(2024, 1, 10),
            troika=("ERI", "IND", "LTU"),
            questions=("CRI", "DEU", "LIE", "PAN"),
        ),
        printing=Printing(2024, bracket_each),
        note=(
            "The annex is being circulated without formal editing, in the language of submission "
            "only."
        ),
        lists=(
            ItemList(
                140,
                "The following recommendations will be examined by Sarovia, which will provide "
                "responses in due time, but no later than the fifty-sixth session of the Human "
                "Rights Council:",
                recommendations("cycle_4"),
                Position.PENDING,
            ),
        ),
    )


# What the editors changed between the draft and the report: index in the list, words of the draft.
_DRAFT_WORDS = {
    4: "Ratify the Optional Protocol to the CRC on a communications procedure",
    47: "Strengthen the training of interpreters",
    99: "Enhance measures against early school leaving",
}


@cache
def fourth_cycle_draft() -> Report:
    """The same report as circulated in Word: numbers made by Word, summary not yet written."""
    final = fourth_cycle()
    items = tuple(
        replace(item, parts=(replace(item.parts[0], text=_DRAFT_WORDS[index]),))
        if index in _DRAFT_WORDS
        else item
        for index, item in enumerate(recommendations("cycle_4"), start=1)
    )
    return replace(
        final,
        issued=date(2024, 1, 31),
        printing=Printing(2024, bracket_each_stopped),
        lists=(replace(final.lists[0], paragraph=6, items=items),),
        draft=True,
    )
