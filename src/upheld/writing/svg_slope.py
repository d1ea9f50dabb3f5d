"""From one side to the other: a line for each row, "noted" from 27 % in 2009 to 42 % in 2014.

The figure of the first side stands before each line, the name and the figure of the second side
behind it. Labels that would lie on one another are moved apart; the points stay where they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.writing.svg import LINE, Drawing, Heading, lines_of

START, END = 24.0, 52.0
"""Where the lines begin and end, in per cent."""

HEIGHT = 13.0
"""Room for the lines, in em; a longer list of labels makes it more."""


@dataclass(frozen=True, slots=True)
class Slope:
    """One row: its name, its two values in one unit that begins at nothing, their figures."""

    name: str
    values: tuple[float, float]
    figures: tuple[str, str]


def slope_chart(heading: Heading, rows: Sequence[Slope]) -> str:
    """The chart as SVG; the highest value stands at the top, nothing at the bottom."""
    drawing = Drawing(heading)
    height = max(HEIGHT, 2 * LINE * len(rows))
    most = max((value for row in rows for value in row.values), default=0) or 1
    top = 0.0
    for name, x, ends_here in zip(heading.sides, (START, END), (True, False), strict=True):
        y = 0.0
        for line in lines_of(name, 14):
            y += LINE
            drawing.text(x, y, line, ends_here=ends_here, kind="chart-key")
        top = max(top, y)
    top += LINE
    heights = [tuple(top + height * (1 - value / most) for value in row.values) for row in rows]
    before = apart([pair[0] for pair in heights], LINE)
    behind = apart([pair[1] for pair in heights], LINE)
    for row, (from_y, to_y), left, right in zip(rows, heights, before, behind, strict=True):
        drawing.line((START + 2, from_y), (END - 2, to_y), "chart-slope")
        drawing.dot(START + 2, from_y, "chart-one")
        drawing.dot(END - 2, to_y, "chart-other")
        drawing.text(START, left + 0.35, row.figures[0], ends_here=True, kind="chart-figure")
        drawing.text(END, right + 0.35, f"{row.figures[1]} {row.name}", kind="chart-figure")
    lowest = max([top + height, *before, *behind])
    return drawing.finish(lowest + LINE)


def apart(places: Sequence[float], least: float) -> list[float]:
    """The places, moved downwards as far as needed so that ``least`` lies between any two.

    >>> apart([1.0, 1.0, 5.0], 2.0)
    [1.0, 3.0, 5.0]
    """
    moved = list(places)
    taken = float("-inf")
    for place in sorted(range(len(places)), key=lambda n: places[n]):
        taken = moved[place] = max(places[place], taken + least)
    return moved
