"""The overview as a page shows it: tables with a link behind each number, charts, files."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_bidi, gettext

from upheld.core.flags import RULES, Flag
from upheld.core.positions import Position
from upheld.core.reporting_clock import Timing
from upheld.core.typed_days import day_typed
from upheld.services.overview import Overview
from upheld.services.overview_facts import OverviewFilter
from upheld.services.overview_tables import ALL, OWN, STATUSES, OverviewTable, Row, Subject
from upheld.store.models import Body, Document
from upheld.web.body_words import Said
from upheld.web.flag_words import FLAGS
from upheld.web.overview_words import (
    COLUMNS,
    FIRST_COLUMNS,
    NOTES,
    SEES,
    SUBJECTS,
    column_name,
    row_name,
)
from upheld.writing.svg import Heading
from upheld.writing.svg_bars import PairedBar, paired_bars
from upheld.writing.table import Column, Table

IN_CHART = 12
"""Rows that a chart shows; the table below it has all."""

SHOWN_LEVELS = 2
"""Levels of a tree of bodies that stand open; the others open row by row."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number with the address of what it counts, and what it is called."""

    name: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row; ``own`` is what is the body's own alone, ``toggle`` opens or shuts what is below."""

    name: Said
    level: int
    link: str
    cells: tuple[Number, ...]
    own: Number | None
    toggle: str
    is_open: bool
    note: str


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table with its chart, if it has one."""

    key: str
    name: str
    note: str
    first: str
    columns: tuple[str, ...]
    rows: tuple[ShownRow, ...]
    total: tuple[Number, ...]
    chart: SafeString
    caption: str
    downloads: tuple[tuple[str, str], ...]


def filter_of(get: QueryDict) -> OverviewFilter:
    """The filter of an address; what is no value of it asks for nothing."""
    cycle = get.get("cycle", "")
    return OverviewFilter(
        document=get.get("document", "")[:100],
        cycle=int(cycle) if cycle in set("123456789") else None,
        body=get.get("body", "")[:60],
        theme=get.get("theme", "")[:300],
        since=day_typed(get.get("since", "")),
        until=day_typed(get.get("until", "")),
    )


def asked(wanted: OverviewFilter) -> dict[str, str]:
    """The filter as it stands in an address."""
    said = {
        "document": wanted.document,
        "cycle": str(wanted.cycle or ""),
        "body": wanted.body,
        "theme": wanted.theme,
        "since": wanted.since.isoformat() if wanted.since else "",
        "until": wanted.until.isoformat() if wanted.until else "",
    }
    return {name: value for name, value in said.items() if value}


def shown_table(found: Overview, table: OverviewTable, opened: Collection[str]) -> ShownTable:
    """``table`` with names, links and its chart in the reader's language."""
    heads = (ALL, *table.columns, *table.besides)
    chart, caption = _chart(table)
    rows = [row for row in table.rows if _is_shown(table, row, opened)]
    download = reverse("overview_table")
    said = asked(found.wanted) | {"table": table.subject.value}
    return ShownTable(
        key=table.subject.value,
        name=str(SUBJECTS[table.subject]),
        note=str(NOTES[table.subject]),
        first=str(FIRST_COLUMNS[table.subject]),
        columns=tuple(column_name(column) for column in heads),
        rows=tuple(_row(found, table, row, heads, opened) for row in rows),
        total=numbers(found, table, table.total, heads),
        chart=chart,
        caption=caption,
        downloads=tuple(
            (name, f"{download}?{urlencode(said | {'format': name})}") for name in ("csv", "xlsx")
        ),
    )


def number(found: Overview, table: OverviewTable, row: Row, column: str) -> Number:
    """One cell."""
    return numbers(found, table, row, (column,))[0]


def numbers(
    found: Overview, table: OverviewTable, row: Row, columns: tuple[str, ...]
) -> tuple[Number, ...]:
    """Cells of one row; nothing has no rows to lead to."""
    said = asked(found.wanted) | {"table": table.subject.value, "row": row.key}
    address = f"{reverse('overview_rows')}?{urlencode(said)}&column="
    return tuple(
        Number(column_name(column), count, f"{address}{column}" if count else "")
        for column in columns
        for count in [row.count(column)]
    )


def first_numbers(found: Overview) -> list[Number]:
    """What to look at first: late, silent, contradictory."""
    parts, flags = found.table(Subject.PARTS), found.table(Subject.FLAGS)
    if parts is None or flags is None:
        return []
    late = number(found, parts, parts.total, Timing.LATE)
    silent = number(found, parts, parts.total, Flag.SILENT)
    return [late, silent, *(_flag(found, flags, row) for row in flags.rows)]


def file_of(found: Overview, table: OverviewTable) -> Table:
    """The table as it leaves the program: all its rows, with the day and what counted."""
    heads = (ALL, *((OWN,) if _is_tree(table) else ()), *table.columns, *table.besides)
    counted = f"{NOTES[table.subject]} {SEES[found.sees]}"
    chosen = "; ".join(f"{name}: {value}" for name, value in asked(found.wanted).items())
    columns = [Column("row", str(FIRST_COLUMNS[table.subject]), 40)]
    if _is_tree(table):
        columns.append(Column("code", gettext("Code"), 18))
    columns += [Column(head, column_name(head), 12) for head in heads]
    columns += [
        Column("day", gettext("As of"), 12),
        Column("counted", gettext("What is counted"), 60),
        Column("chosen", gettext("Narrowed down to"), 30),
    ]
    ends = (found.day, counted, chosen)
    return Table(
        title=str(SUBJECTS[table.subject]),
        columns=tuple(columns),
        rows=[
            (
                str(row_name(table, row)),
                *((row.thing.code if isinstance(row.thing, Body) else "",) * _is_tree(table)),
                *(row.count(head) for head in heads),
                *ends,
            )
            for row in (*table.rows, table.total)
        ],
        source=counted,
        language=get_language() or "en",
    )


def context_of(found: Overview, opened: Collection[str]) -> dict[str, Any]:
    """What the pages of the overview share."""
    return {
        "overview": found,
        "first": first_numbers(found),
        "tables": [
            shown_table(found, table, opened)
            for table in found.tables
            if table.rows or table.subject == Subject.COVERAGE
        ],
        "total": found.table(Subject.COVERAGE).total.count(ALL),  # type: ignore[union-attr]
        "sees": SEES[found.sees],
        "is_narrowed": found.wanted != OverviewFilter(),
    }


def _flag(found: Overview, table: OverviewTable, row: Row) -> Number:
    one = number(found, table, row, ALL)
    return Number(str(FLAGS[Flag(row.key)]), one.count, one.address)


def _is_tree(table: OverviewTable) -> bool:
    return any(isinstance(row.thing, Body) for row in table.rows)


def _is_shown(table: OverviewTable, row: Row, opened: Collection[str]) -> bool:
    return not _is_tree(table) or row.level < SHOWN_LEVELS or row.above in opened


def _row(
    found: Overview,
    table: OverviewTable,
    row: Row,
    heads: tuple[str, ...],
    opened: Collection[str],
) -> ShownRow:
    folds = _is_tree(table) and row.has_below and row.level >= SHOWN_LEVELS - 1
    is_open = row.key in opened
    keys = [key for key in opened if key != row.key] + ([] if is_open else [row.key])
    said = [*asked(found.wanted).items(), *(("open", key) for key in sorted(keys))]
    own = number(found, table, row, OWN) if _is_tree(table) and row.has_below else None
    return ShownRow(
        name=row_name(table, row),
        level=row.level,
        link=_link(row),
        cells=numbers(found, table, row, heads),
        own=own,
        toggle=f"?{urlencode(said)}#by-{table.subject.value}" if folds else "",
        is_open=is_open,
        note=gettext(RULES[Flag(row.key)]) if table.subject == Subject.FLAGS else "",
    )


def _link(row: Row) -> str:
    if isinstance(row.thing, Body):
        return reverse("overview_body", args=[row.thing.code])
    return reverse("document", args=[row.thing.slug]) if isinstance(row.thing, Document) else ""


def _chart(table: OverviewTable) -> tuple[SafeString, str]:
    """Noted beside supported recommendations; late parts beside answered ones."""
    if table.subject == Subject.POSITION:
        pair = tuple(table.row(position.value) for position in Position)[:2]
        names = tuple(str(row_name(table, Row(p.value, p.value))) for p in list(Position)[:2])
        bars = [
            _bar(column_name(status), tuple(row.count(status) if row else 0 for row in pair))
            for status in STATUSES
            if any(row.count(status) for row in pair if row)
        ]
        said = gettext(
            "The State's own status of supported and noted recommendations. The same numbers "
            "stand in the table below."
        )
    elif table.subject == Subject.PARTS:
        level = max(0, min(1, *(row.level for row in table.rows))) if len(table.rows) > 1 else 0
        rows = [row for row in table.rows if row.level == level] or list(table.rows)
        if len(rows) == 1:
            rows = [row for row in table.rows if row.level == level + 1] or rows
        largest = sorted(rows, key=lambda row: -row.count(ALL))[:IN_CHART]
        names = (str(COLUMNS[Timing.ANSWERED]), str(COLUMNS[Timing.LATE]))
        bars = [
            _bar(
                str(row_name(table, row)),
                (row.count(Timing.ANSWERED), row.count(Timing.LATE)),
            )
            for row in largest
        ]
        said = gettext(
            "Parts that are answered and parts that are late, of the bodies that were asked most. "
            "The same numbers stand in the table below."
        )
    else:
        return SafeString(""), ""
    heading = Heading(
        key=f"{table.subject}-chart",
        title=str(SUBJECTS[table.subject]),
        summary=said,
        sides=(names[0], names[1]),
        language=get_language() or "en",
        is_mirrored=get_language_bidi(),
    )
    # The drawing escapes whatever it is given.
    return mark_safe(paired_bars(heading, bars)), said  # noqa: S308


def _bar(name: str, counts: tuple[int, ...]) -> PairedBar:
    one, other = counts
    return PairedBar(name, (one, other), (str(one), str(other)))
