"""Pieces of a chart: a drawing that stands in a page, in the page's language and direction.

Heights are in ``em`` and widths in per cent, so that a chart fills any page from 320 pixels on
while its letters keep the reader's own size; there is no view box that would shrink them. Nothing
is inline: colours come from classes of the style sheet (``chart-one``, ``chart-other`` …), which
knows dark pages and paper. The first side is filled and the second is an outline, so that nobody
needs the colours. For right-to-left scripts the same drawing is mirrored.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

LETTERS = 38
"""Letters of a line of a label: what 288 pixels hold."""

LINE = 1.3
"""Height of a line, in em."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a chart is called by: ``key`` names it in the page, once; ``title`` and ``summary`` are
    read out in its place; ``sides`` are the names of the two sides, for the key above the bars.
    """

    key: str
    title: str
    summary: str
    sides: tuple[str, str]
    language: str = "en"
    is_mirrored: bool = False


class Drawing:
    """A chart on its way: marks from the reading edge (0 %) to the other (100 %), downwards in em.

    ``x`` is always counted from where reading starts; in Arabic that is the right edge.
    """

    def __init__(self, heading: Heading) -> None:
        self._heading = heading
        self._marks: list[str] = []

    def bar(self, x: float, y: float, width: float, height: float, kind: str) -> None:
        """A bar from ``x`` on, ``width`` wide, of the class ``kind``."""
        left = 100 - x - width if self._heading.is_mirrored else x
        self._marks.append(
            f'<rect class="{kind}" x="{_number(left)}%" y="{_number(y)}em" '
            f'width="{_number(width)}%" height="{_number(height)}em"/>'
        )

    def line(self, start: tuple[float, float], end: tuple[float, float], kind: str) -> None:
        """A line between two points."""
        (x1, y1), (x2, y2) = (self._at(*start), self._at(*end))
        self._marks.append(f'<line class="{kind}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>')

    def dot(self, x: float, y: float, kind: str) -> None:
        """A point."""
        at_x, at_y = self._at(x, y)
        self._marks.append(f'<circle class="{kind}" cx="{at_x}" cy="{at_y}" r="0.3em"/>')

    def text(
        self, x: float, y: float, words: str, *, indent: float = 0, ends_here: bool = False,
        kind: str = "",
    ) -> None:  # fmt: skip
        """Words on the line ``y`` that begin at ``x``, or end there; ``indent`` is in em."""
        at_x, at_y = self._at(x, y)
        mirror = -1 if self._heading.is_mirrored else 1
        shift = f' dx="{_number(mirror * indent)}em"' if indent else ""
        anchor = ' text-anchor="end"' if ends_here else ""
        named = f' class="{kind}"' if kind else ""
        self._marks.append(
            f'<text{named} x="{at_x}" y="{at_y}"{shift}{anchor}>{escape(words)}</text>'
        )

    def label(self, x: float, y: float, words: str, *, kind: str = "chart-label") -> float:
        """Words on as many lines as they need; the ``y`` below them."""
        for line in lines_of(words):
            y += LINE
            self.text(x, y - 0.35, line, kind=kind)
        return y

    def key(self, y: float) -> float:
        """The two sides by the look of their bars; the ``y`` below them."""
        for name, kind in zip(self._heading.sides, ("chart-one", "chart-other"), strict=True):
            self.bar(0, y + 0.3, 5, 0.7, kind)
            for line in lines_of(name, LETTERS - 6):
                y += LINE
                self.text(7, y - 0.35, line, kind="chart-key")
        return y + 0.5

    def finish(self, height: float) -> str:
        """The whole drawing, ``height`` em high, with its title and summary for who hears it."""
        given = self._heading
        title, summary = f"{given.key}-title", f"{given.key}-summary"
        direction = "rtl" if given.is_mirrored else "ltr"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" '
            f'aria-labelledby="{title} {summary}" lang={quoteattr(given.language)} '
            f'direction="{direction}" width="100%" height="{_number(height)}em">'
            f'<title id="{title}">{escape(given.title)}</title>'
            f'<desc id="{summary}">{escape(given.summary)}</desc>{"".join(self._marks)}</svg>'
        )

    def _at(self, x: float, y: float) -> tuple[str, str]:
        return f"{_number(100 - x if self._heading.is_mirrored else x)}%", f"{_number(y)}em"


def lines_of(words: str, letters: int = LETTERS) -> Sequence[str]:
    """``words`` in lines of at most so many letters; a longer word is broken."""
    return textwrap.wrap(words, letters) or [""]


def _number(value: float) -> str:
    """``value`` with two decimals at most and a full stop: "12.5"."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
