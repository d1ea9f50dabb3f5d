"""Two bars for each row, one under the other: "supported", 98 (60 %) beside 105 (93 %).

The label stands above its bars and the figure behind each bar. What only a machine proposed goes
on from the end of the bar in a paler part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.writing.svg import Drawing, Heading

LONGEST = 62.0
"""Width of the longest bar in per cent, so that its figure has room behind it."""

_THICK, _STEP, _GAP = 0.9, 1.25, 0.7


@dataclass(frozen=True, slots=True)
class PairedBar:
    """One row: its name, the length of its two bars in one unit, and the figures behind them.

    ``proposed`` are the lengths that a machine would add.
    """

    name: str
    lengths: tuple[float, float]
    figures: tuple[str, str]
    proposed: tuple[float, float] = (0, 0)


def paired_bars(heading: Heading, rows: Sequence[PairedBar]) -> str:
    """The chart as SVG, rows in the order given; bars share one scale that begins at nothing."""
    drawing = Drawing(heading)
    ends = [row.lengths[place] + row.proposed[place] for row in rows for place in (0, 1)]
    longest = max(ends, default=0) or 1
    y = drawing.key(0)
    for row in rows:
        y = drawing.label(0, y, row.name)
        for place, kind in enumerate(("chart-one", "chart-other")):
            width = row.lengths[place] / longest * LONGEST
            maybe = row.proposed[place] / longest * LONGEST
            if width:
                drawing.bar(0, y + 0.15, width, _THICK, kind)
            if maybe:
                drawing.bar(width, y + 0.15, maybe, _THICK, f"{kind} chart-proposed")
            drawing.text(
                width + maybe, y + 0.95, row.figures[place], indent=0.4, kind="chart-figure"
            )
            y += _STEP
        y += _GAP
    return drawing.finish(y)
