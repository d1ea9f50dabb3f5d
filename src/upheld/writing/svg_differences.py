"""Where two sides differ most: bars to the one or the other hand of a line down the middle.

"International instruments", +12: twelve points more of all records on the second side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.writing.svg import Drawing, Heading

MIDDLE, REACH = 50.0, 34.0
"""Where the line stands and how far a bar may go from it, in per cent."""

_THICK, _GAP = 0.9, 0.6


@dataclass(frozen=True, slots=True)
class Difference:
    """One row: its name, by how much the second side has more (or less), and the figure."""

    name: str
    value: float
    figure: str


def difference_bars(heading: Heading, rows: Sequence[Difference]) -> str:
    """The chart as SVG, rows in the order given; towards the end of a line is "more"."""
    drawing = Drawing(heading)
    most = max((abs(row.value) for row in rows), default=0) or 1
    y = drawing.key(0)
    for row in rows:
        y = drawing.label(0, y, row.name)
        width = abs(row.value) / most * REACH
        is_more = row.value > 0
        start = MIDDLE if is_more else MIDDLE - width
        if width:
            drawing.bar(start, y + 0.15, width, _THICK, "chart-other" if is_more else "chart-one")
        at = MIDDLE + width if is_more else MIDDLE - width
        drawing.text(
            at, y + 0.95, row.figure, indent=0.4 if is_more else -0.4, ends_here=not is_more,
            kind="chart-figure",
        )  # fmt: skip
        drawing.line((MIDDLE, y), (MIDDLE, y + 1.2), "chart-axis")
        y += 1.2 + _GAP
    return drawing.finish(y)
