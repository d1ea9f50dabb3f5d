"""OHCHR's thematic lists of recommendations: a Word table, in the layouts of three cycles.

The rows stand under "Theme: ..." headings, supported ones first, not in the order of the numbers;
the first cell holds recommendation and "Source of position: A/HRC/25/964/Add.1 - Para. 3".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from upheld.core.facts import DocumentKind, FirstPage
from upheld.core.positions import Position
from upheld.specimen.paper import Grid, Layout, Masthead, Paper
from upheld.specimen.printed_items import Printing, expected, printed_text
from upheld.specimen.recommendations import Recommendation
from upheld.specimen.themes import Theme, themes
from upheld.specimen.truth import Expected, Truth

GOALS = {
    1: "NO POVERTY",
    3: "GOOD HEALTH AND WELL-BEING",
    4: "QUALITY EDUCATION",
    5: "GENDER EQUALITY",
    6: "CLEAN WATER AND SANITATION",
    8: "DECENT WORK AND ECONOMIC GROWTH",
    10: "REDUCED INEQUALITIES",
    11: "SUSTAINABLE CITIES AND COMMUNITIES",
    13: "CLIMATE ACTION",
    15: "LIFE ON LAND",
    16: "PEACE, JUSTICE AND STRONG INSTITUTIONS",
    17: "PARTNERSHIPS FOR THE GOALS",
}
_HEADERS = {
    2: (
        "Recommendation",
        "Position",
        "Full list of themes",
        "Assessment/comments on level of implementation",
    ),
    3: (
        "Recommendation",
        "Position",
        "Full list of themes",
        "Assessment/comments on level of implementation",
    ),
    4: (
        "Recommendation and recommending State",
        "Position of the State under review",
        "Human rights themes and groups of persons",
        "Relevant SDGs",
    ),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One row: printed number, recommendation, and where its position was stated."""

    number: str
    item: Recommendation
    source: str


@dataclass(frozen=True, slots=True)
class ThematicList:
    """The list of one cycle's review. ``report`` is the symbol it speaks about."""

    cycle: int
    session: int
    report: str
    printing: Printing
    rows: tuple[Listed, ...]

    def build(self) -> tuple[Paper, Truth]:
        ordered = sorted(self.rows, key=self._place)
        running = f"UPR of Sarovia ({_ordinal(self.cycle)} Cycle – {self.session}th session)"
        paper = Paper(
            Layout.Y2022,
            Masthead("", date(2000, 1, 1), "", "", (running,), ""),
            (Grid(_HEADERS[self.cycle], tuple(self._table(ordered)), (4, 1, 3, 2)),),
            running_title=f"{running} Thematic list of recommendations",
            landscape=True,
        )
        truth = Truth(
            DocumentKind.THEMATIC_LIST,
            FirstPage(states=("XSP",), session=self.session, language="en", languages=("en",)),
            items=tuple(found for row in ordered for found in self._expected(row)),
            relates_to=self.report,
        )
        return paper, truth

    def _place(self, row: Listed) -> tuple[int, bool]:
        return list(themes()).index(row.item.theme), row.item.answer is Position.NOTED

    def _table(self, ordered: list[Listed]) -> list[tuple[str, ...]]:
        table: list[tuple[str, ...]] = []
        heading = ""
        for row in ordered:
            theme = themes()[row.item.theme]
            label = theme.labels[self.cycle]
            if label != heading:
                heading = label
                table.append((f"Theme: {label}",))
            table.append(self._cells(row, theme))
        return table

    def _cells(self, row: Listed, theme: Theme) -> tuple[str, ...]:
        words = printed_text(row.item, self.printing, last=False)
        text = words if isinstance(words, str) else "".join(r for r in words if isinstance(r, str))
        source = "Source of Position" if self.cycle > 2 else "Source of position"
        label = theme.labels[self.cycle] if self.cycle == 2 else f"- {theme.labels[self.cycle]}"
        persons = theme.persons[self.cycle]
        affected = "Groups of Persons:" if self.cycle == 4 else "Affected persons:"
        goals = "\n".join(f"- {goal} - {GOALS[goal]}" for goal in theme.sdgs)
        lines = [label, *([affected, f"- {persons}"] if persons else [])]
        if self.cycle == 3:
            lines += ["SDGs:", goals]
        return (
            f"{row.number} {text}\n{source}: {row.source}",
            "Supported" if row.item.answer is Position.SUPPORTED else "Noted",
            "\n".join(lines),
            goals if self.cycle == 4 else "",
        )

    def _expected(self, row: Listed) -> list[Expected]:
        theme = themes()[row.item.theme]
        persons = theme.persons[self.cycle]
        return [
            Expected(
                found.number,
                found.text,
                found.states,
                row.item.answer,
                part=found.part,
                themes=(theme.labels[self.cycle],),
                persons=(persons,) if persons else (),
                sdgs=tuple(str(goal) for goal in theme.sdgs) if self.cycle > 2 else (),
            )
            for found in expected(row.item, row.number, row.item.answer)
        ]


def _ordinal(number: int) -> str:
    return {2: "2nd", 3: "3rd", 4: "4th"}[number]
