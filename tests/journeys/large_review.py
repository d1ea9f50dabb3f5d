"""A fourth review of Sarovia with 227 recommendations: 140.1 to 140.175 supported, 141.1 … noted.

It prints recommendations of the specimen's second, third and fourth cycles in the layout of 2024,
one demand a number, as a review of that size looks: some thirty pages.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from upheld.core.positions import Position
from upheld.specimen.pdf_paper import paper_to_pdf
from upheld.specimen.recommendations import Recommendation, recommendations
from upheld.specimen.upr_report import ItemList
from upheld.specimen.upr_sarovia import fourth_cycle

SYMBOL = "A/HRC/56/927"
FILE_NAME = "A_HRC_56_927_E.pdf"
SIZE = 227


@cache
def demands() -> tuple[Recommendation, ...]:
    """The first 227 with one demand under their number, the newest cycle first."""
    cycles = ("cycle_4", "cycle_3", "cycle_2")
    every = (one for cycle in cycles for one in recommendations(cycle) if len(one.parts) == 1)
    return tuple(one for one, _place in zip(every, range(SIZE), strict=False))


@cache
def large_review() -> bytes:
    """The report as a PDF."""
    supported = tuple(one for one in demands() if one.answer is not Position.NOTED)
    noted = tuple(one for one in demands() if one.answer is Position.NOTED)
    report = replace(
        fourth_cycle(),
        symbol=SYMBOL,
        lists=(
            ItemList(
                140,
                "The recommendations formulated during the interactive dialogue and listed below "
                "have been examined by Sarovia and enjoy the support of Sarovia:",
                supported,
                Position.SUPPORTED,
            ),
            ItemList(
                141,
                "The recommendations formulated during the interactive dialogue and listed below "
                "have been examined by Sarovia and have been noted by Sarovia:",
                noted,
                Position.NOTED,
            ),
        ),
    )
    return paper_to_pdf(report.build()[0])
