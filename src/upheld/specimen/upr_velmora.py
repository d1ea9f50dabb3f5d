"""Reports that show what Sarovia's own file does not: the layout of 2010, and two States in one."""

from __future__ import annotations

from datetime import date
from functools import cache

from upheld.core.positions import Position
from upheld.specimen.paper import Layout
from upheld.specimen.printed_items import Printing, one_bracket
from upheld.specimen.recommendations import recommendations
from upheld.specimen.upr_frame import Meeting
from upheld.specimen.upr_report import ItemList, Report
from upheld.specimen.upr_sarovia import in_position

_MEETING = Meeting(
    session=8,
    period="3 to 14 May 2010",
    reviewed=date(2010, 5, 6),
    adopted=date(2010, 5, 11),
    selected=date(2010, 1, 20),
    troika=("CHL", "EGY", "SVK"),
    questions=("ARG", "NOR", "SVN"),
)


@cache
def velmora() -> Report:
    """2010: "68.12.", several recommendations in one number, alternatives with slashes."""
    name = "velmora_cycle_1"
    return Report(
        layout=Layout.Y2010,
        symbol="A/HRC/15/968",
        issued=date(2010, 6, 14),
        session=15,
        states=("XVM",),
        job="GE.10-90005 (E)",
        meeting=_MEETING,
        printing=Printing(2010, one_bracket),
        lists=(
            ItemList(
                68,
                "The recommendations formulated during the interactive dialogue and listed below "
                "have been examined by Velmora and enjoy the support of Velmora:",
                in_position(name, Position.SUPPORTED),
                Position.SUPPORTED,
                "{paragraph}.{index}.",
            ),
            ItemList(
                69,
                "The following recommendations will be examined by Velmora, which will provide "
                "responses in due course, but no later than the fifteenth session of the Human "
                "Rights Council, in September 2010:",
                in_position(name, Position.PENDING),
                Position.PENDING,
                "{paragraph}.{index}.",
            ),
            ItemList(
                70,
                "The recommendations below did not enjoy the support of Velmora:",
                in_position(name, Position.NOTED),
                Position.NOTED,
                "{paragraph}.{index}.",
            ),
        ),
    )


@cache
def joint() -> Report:
    """Two States under review in one report, a list for each; sentences end before the bracket."""
    return Report(
        layout=Layout.Y2010,
        symbol="A/HRC/15/969",
        issued=date(2010, 6, 15),
        session=15,
        states=("XSP", "XVM"),
        job="GE.10-90006 (E)",
        meeting=_MEETING,
        printing=Printing(2010, one_bracket, stop="."),
        lists=(
            ItemList(
                40,
                "The recommendations listed below have been examined by Sarovia and enjoy the "
                "support of Sarovia:",
                recommendations("joint_sarovia"),
                Position.SUPPORTED,
                "{paragraph}.{index}",
                heading="A. Sarovia",
            ),
            ItemList(
                41,
                "The recommendations listed below have been examined by Velmora and enjoy the "
                "support of Velmora:",
                recommendations("joint_velmora"),
                Position.SUPPORTED,
                "{paragraph}.{index}",
                heading="B. Velmora",
            ),
        ),
    )
