"""A comparison as a page shows it: tables with a link behind each figure, and their charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_bidi, gettext

from upheld.core.labels import Taxonomy
from upheld.core.sides import Side
from upheld.services.compared_tables import ComparedTable, Pair, Row, Subject
from upheld.services.comparison import Comparison
from upheld.web.side_names import (
    PUBLICATIONS,
    SUBJECTS,
    UNITS,
    full_name,
    is_english,
    row_name,
    side_names,
)
from upheld.writing.svg import Heading
from upheld.writing.svg_bars import PairedBar, paired_bars
from upheld.writing.svg_differences import Difference, difference_bars
from upheld.writing.svg_slope import Slope, slope_chart
from upheld.writing.table import Column, Table

IN_CHART = 12
"""Rows that a chart shows; the table beside it has all."""

AT_ONCE = 20
"""Rows of a table that are shown before one asks for all."""

UNFOLDED = frozenset({Subject.KIND, Subject.POSITION, Subject.DEMAND, Taxonomy.THEME})
"""Tables that are open when the page comes; of the others it shows what they are about."""

MOST_DIFFERENT = 8
LEAST_ROWS = 2
LEAST_RECORDS = 10
"""Sides with fewer records say nothing about how often a thing is asked for."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure: records, their share of the side in words, where they are listed; and those that
    the program only proposes.
    """

    count: int
    share: str
    address: str
    proposed: int
    proposed_address: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of a table with the cells of both sides."""

    name: str
    cells: tuple[Cell, Cell]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing and the sentence below it, which is also read out."""

    drawing: SafeString
    caption: str


@dataclass(frozen=True, slots=True)
class ShownTable:
    """One table with its charts; ``rest`` are the rows behind the first twenty.

    ``is_open`` says whether it is unfolded, ``is_whole`` whether all of its rows are.
    """

    key: str
    name: str
    note: str
    language: str
    charts: tuple[Chart, ...]
    rows: tuple[ShownRow, ...]
    rest: tuple[ShownRow, ...]
    is_open: bool
    is_whole: bool
    of: Pair
    adds_up: bool
    has_proposed: bool
    downloads: tuple[tuple[str, str], ...]


def asked(sides: tuple[Side, Side], publication: str = "") -> dict[str, str]:
    """Two sides as they stand in an address."""
    one, other = sides
    said = {"state": one.state, "part": one.part,
            "other_state": other.state, "other_part": other.part}  # fmt: skip
    return said | ({"source": publication} if publication else {})


def shown_table(
    comparison: Comparison, table: ComparedTable, *, everything: bool = False
) -> ShownTable:
    """``table`` with names, links and charts in the reader's language, ``everything`` unfolded."""
    address = asked(comparison.sides, comparison.publication)
    rows = tuple(_row(table, row, address) for row in table.rows)
    download = reverse("comparison_table")
    return ShownTable(
        key=table.subject.value,
        name=str(SUBJECTS[table.subject]),
        note=_note(table),
        language="en" if is_english(table) else "",
        charts=_charts(comparison, table),
        rows=rows[:AT_ONCE],
        rest=rows[AT_ONCE:],
        is_open=everything or table.subject in UNFOLDED,
        is_whole=everything,
        of=table.of,
        adds_up=table.adds_up,
        has_proposed=any(any(row.proposed) for row in table.rows),
        downloads=tuple(
            (name, f"{download}?{urlencode(address | {'table': table.subject, 'format': name})}")
            for name in ("csv", "xlsx")
        ),
    )


def file_of(comparison: Comparison, table: ComparedTable) -> Table:
    """The table as it leaves the program; each row names what was counted and by whom it is
    published.
    """
    one, other = (full_name(side) for side in comparison.sides)
    source = f"{PUBLICATIONS[comparison.publication]}. {UNITS[comparison.publication]}"
    columns = [Column("row", str(SUBJECTS[table.subject]), 40)]
    for place, name in enumerate((one, other), start=1):
        columns += [
            Column(f"records_{place}", gettext("Records: %(side)s") % {"side": name}, 16),
            Column(f"of_{place}", gettext("Out of: %(side)s") % {"side": name}, 16),
            Column(f"proposed_{place}", gettext("Proposed only: %(side)s") % {"side": name}, 16),
        ]
    columns.append(Column("counted", gettext("What is counted"), 60))
    return Table(
        title=str(SUBJECTS[table.subject]),
        columns=tuple(columns),
        rows=[
            (row_name(table, row.key), row.counts[0], table.of[0], row.proposed[0],
             row.counts[1], table.of[1], row.proposed[1], source)
            for row in table.rows
        ],
        source=source,
        language=get_language() or "en",
    )  # fmt: skip


def share(count: int, of: int) -> str:
    """ "60 %" of the side's records; "< 1 %" for less, nothing where there are none."""
    if not of:
        return ""
    percent = 100 * count / of
    if 0 < percent < 1:
        return gettext("< %(percent)s %%") % {"percent": 1}
    return gettext("%(percent)s %%") % {"percent": round(percent)}


def _row(table: ComparedTable, row: Row, address: dict[str, str]) -> ShownRow:
    records = reverse("compared_records")

    def cell(place: int) -> Cell:
        said = address | {"side": str(place + 1), "table": table.subject, "row": row.key}
        return Cell(
            row.counts[place],
            share(row.counts[place], table.of[place]),
            f"{records}?{urlencode(said)}",
            row.proposed[place],
            f"{records}?{urlencode(said | {'proposed': '1'})}",
        )

    return ShownRow(row_name(table, row.key), (cell(0), cell(1)))


def _note(table: ComparedTable) -> str:
    if table.adds_up:
        return gettext("Each record stands in one row: the rows add up.")
    return gettext("A record may stand in several rows or in none: the rows do not add up.")


def _charts(comparison: Comparison, table: ComparedTable) -> tuple[Chart, ...]:
    """Bars of all, lines for positions, and where long lists differ most."""
    if not all(table.of) or len(table.rows) < LEAST_ROWS:
        return ()
    rows = table.rows[:IN_CHART]
    charts = [_bars(comparison, table, rows)]
    if table.subject == Subject.POSITION:
        charts.append(_slope(comparison, table, rows))
    differing = _differing(table)
    if len(table.rows) > IN_CHART and differing and min(table.of) >= LEAST_RECORDS:
        charts.append(_differences(comparison, table, differing))
    return tuple(charts)


def _chart(heading: Heading, drawing: str) -> Chart:
    # The drawing escapes whatever it is given.
    return Chart(mark_safe(drawing), heading.summary)  # noqa: S308


def _bars(comparison: Comparison, table: ComparedTable, rows: Sequence[Row]) -> Chart:
    bars = [
        PairedBar(
            row_name(table, row.key),
            _shares(row.counts, table.of),
            (_figure(row, table, 0), _figure(row, table, 1)),
            _shares(row.proposed, table.of),
        )
        for row in rows
    ]
    said = gettext(
        "Bars as long as the share of all records of each side. The same figures stand in the "
        "table."
    )
    heading = _heading(comparison, table, "bars", said)
    return _chart(heading, paired_bars(heading, bars))


def _slope(comparison: Comparison, table: ComparedTable, rows: Sequence[Row]) -> Chart:
    slopes = [
        Slope(
            row_name(table, row.key),
            _shares(row.counts, table.of),
            (share(row.counts[0], table.of[0]), share(row.counts[1], table.of[1])),
        )
        for row in rows
    ]
    said = gettext(
        "Lines from the share on the first side to the share on the second. The same figures "
        "stand in the table."
    )
    heading = _heading(comparison, table, "slope", said)
    return _chart(heading, slope_chart(heading, slopes))


def _differing(table: ComparedTable) -> list[tuple[float, Row]]:
    """Where the shares differ most, in points of per cent; one point is the least."""
    points = [(_points(row, table.of), row) for row in table.rows]
    points = [pair for pair in points if abs(pair[0]) >= 1]
    return sorted(points, key=lambda pair: (-abs(pair[0]), pair[1].key))[:MOST_DIFFERENT]


def _differences(
    comparison: Comparison, table: ComparedTable, rows: Sequence[tuple[float, Row]]
) -> Chart:
    bars = [
        Difference(row_name(table, row.key), points, f"{points:+.0f}".replace("-", "−"))
        for points, row in rows
    ]
    said = gettext(
        "Where the shares of the two sides differ most, in points of per cent; the bar goes to "
        "the side that has more. The figures come from the table."
    )
    heading = _heading(comparison, table, "differences", said)
    return _chart(heading, difference_bars(heading, bars))


def _points(row: Row, of: Pair) -> float:
    one, other = _shares(row.counts, of)
    return other - one


def _shares(counts: Pair, of: Pair) -> tuple[float, float]:
    return 100 * counts[0] / of[0], 100 * counts[1] / of[1]


def _figure(row: Row, table: ComparedTable, place: int) -> str:
    count, proposed = row.counts[place], row.proposed[place]
    if proposed and not count:
        return f"+ {proposed}"
    said = f"{count} ({share(count, table.of[place])})"
    return f"{said} + {proposed}" if proposed else said


def _heading(comparison: Comparison, table: ComparedTable, kind: str, summary: str) -> Heading:
    return Heading(
        key=f"{table.subject}-{kind}",
        title=str(SUBJECTS[table.subject]),
        summary=summary,
        sides=side_names(comparison.sides),
        language=get_language() or "en",
        is_mirrored=get_language_bidi(),
    )
