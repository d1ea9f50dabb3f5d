"""The thematic lists of Sarovia's second, third and fourth reviews."""

from __future__ import annotations

from upheld.core.positions import Position
from upheld.specimen import addenda_sarovia, upr_sarovia
from upheld.specimen.addendum import Addendum
from upheld.specimen.recommendations import Recommendation
from upheld.specimen.thematic_list import Listed, ThematicList
from upheld.specimen.upr_report import Report

# Paragraphs of the addenda that state the position.
_ACCEPTED, _NOTED = 3, {2: 5, 3: 4, 4: 5}


def second_cycle() -> ThematicList:
    """2014: themes with codes ("A12 ..."), "Affected persons:"."""
    return _listed(2, upr_sarovia.second_cycle(), addenda_sarovia.second_cycle())


def third_cycle() -> ThematicList:
    """2019: themes without codes, goals under "SDGs:" in the same cell."""
    return _listed(3, upr_sarovia.third_cycle(), addenda_sarovia.third_cycle())


def fourth_cycle() -> ThematicList:
    """2024: "Groups of Persons:", goals in a column of their own."""
    return _listed(4, upr_sarovia.fourth_cycle(), addenda_sarovia.fourth_cycle())


def _listed(cycle: int, report: Report, addendum: Addendum) -> ThematicList:
    rows = []
    for listed in report.lists:
        for index, item in enumerate(listed.items, start=1):
            number = f"{listed.paragraph}.{index}"
            if item.position is Position.PENDING:
                source = f"{addendum.symbol} - {_paragraph(cycle, item)}"
            else:
                source = f"{report.symbol} - Para.{listed.paragraph}"
            rows.append(Listed(number, item, source))
    return ThematicList(cycle, report.meeting.session, report.symbol, report.printing, tuple(rows))


def _paragraph(cycle: int, item: Recommendation) -> str:
    paragraph = _ACCEPTED if item.answer is Position.SUPPORTED else _NOTED[cycle]
    return f"Para. {paragraph}" if cycle == 2 else f"Para.{paragraph}"
