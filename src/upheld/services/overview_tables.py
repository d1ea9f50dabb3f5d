"""The tables of the overview. A cell holds the rows that it counts, so that both always agree.

"Ministry of Justice, late: 3" are three parts, and its page lists these three. Rows of a tree count
what stands below them too; *own* is the body's own alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from upheld.core.entries import EntryState
from upheld.core.flags import Flag
from upheld.core.implementation import Grade, Implementation
from upheld.core.national_bodies import NationalBodyKind
from upheld.core.positions import Position
from upheld.core.reporting_clock import Timing
from upheld.core.sides import Mechanism, mechanism_of
from upheld.services.overview_facts import Facts
from upheld.store.models import Body, Document

ALL, OWN, NONE = "all", "own", "none"
"""All that a row counts; what is its own alone; the row of those that have none."""

NOT_REPORTED = "not_reported"
STATUSES = (NOT_REPORTED, *(status.value for status in Implementation))
TIMINGS = tuple(timing.value for timing in Timing)
SILENT, REPORTED, DIFFERS = "silent", "reported", "differs"
SENT = tuple(s.value for s in EntryState if s not in {EntryState.DRAFT, EntryState.WITHDRAWN})
PROVINCES = frozenset({NationalBodyKind.PROVINCE, NationalBodyKind.PROVINCIAL_COMMITTEE})
CONTRADICTIONS = tuple(flag for flag in Flag if flag not in {Flag.LATE, Flag.SILENT})


class Unit(StrEnum):
    """What a table counts: records, parts of bodies in them, entries, views of others."""

    RECORD = "record"
    PART = "part"
    ENTRY = "entry"
    VIEW = "view"


class Subject(StrEnum):
    """The tables, as they stand on the page."""

    FLAGS = "flags"
    COVERAGE = "coverage"
    POSITION = "position"
    DOCUMENT = "document"
    THEME = "theme"
    LED = "led"
    PARTS = "parts"
    PROVINCE = "province"
    ENTRIES = "entries"
    VIEWS = "views"


@dataclass(slots=True)
class Row:
    """One row: ``key`` names it in addresses, ``thing`` is the body or document, else the key.

    ``level`` is its depth in a tree, ``above`` the key of the row above it.
    """

    key: str
    thing: Body | Document | str
    level: int = 0
    above: str = ""
    has_below: bool = False
    cells: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def count(self, column: str) -> int:
        """How many rows stand behind a cell."""
        return len(self.cells.get(column, ()))


@dataclass(frozen=True, slots=True)
class OverviewTable:
    """``columns`` add up to *all*; ``besides`` are counted beside them. ``total`` is the last row.

    Where ``adds_up`` is false a record may stand in several rows; the total counts it once.
    """

    subject: Subject
    unit: Unit
    columns: tuple[str, ...]
    besides: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row
    adds_up: bool = True

    def row(self, key: str) -> Row | None:
        """The row with this key; "all" is the total."""
        if key == ALL:
            return self.total
        return next((row for row in self.rows if row.key == key), None)


Place = tuple[str, Any]
"""A row that a fact belongs to: its key and its thing."""

Fact = tuple[int, Sequence[str], Sequence[Sequence[Place]]]
"""Its key, its columns, and the paths to its rows, each from the topmost row down to its own."""


def _table(
    subject: Subject,
    unit: Unit,
    facts: Iterable[Fact],
    *,
    columns: tuple[str, ...] = (),
    besides: tuple[str, ...] = (),
    order: Callable[[Row], Any] | None = None,
    adds_up: bool = True,
) -> OverviewTable:
    rows: dict[str, Row] = {}
    total = Row(ALL, ALL)
    for pk, held, paths in facts:
        if not paths:
            continue
        _count(total, pk, held)
        for path in paths:
            grown = _grown(rows, path)
            for row in grown:
                _count(row, pk, held)
            grown[-1].cells[OWN].append(pk)
    return OverviewTable(
        subject, unit, columns, besides, tuple(_in_order(rows, order)), total, adds_up
    )


def _count(row: Row, pk: int, columns: Sequence[str]) -> None:
    for column in (ALL, *columns):
        row.cells[column].append(pk)


def _grown(rows: dict[str, Row], path: Sequence[Place]) -> list[Row]:
    """The rows along ``path``, made at the first fact."""
    above = ""
    found = []
    for level, (key, thing) in enumerate(path):
        if key not in rows:
            rows[key] = Row(key, thing, level, above)
            if above:
                rows[above].has_below = True
        found.append(rows[key])
        above = key
    return found


def _in_order(rows: dict[str, Row], order: Callable[[Row], Any] | None) -> Iterator[Row]:
    """Each row before those below it; beside each other by ``order``, else the largest first."""
    below: dict[str, list[Row]] = defaultdict(list)
    for row in rows.values():
        below[row.above].append(row)

    def walk(above: str) -> Iterator[Row]:
        for row in sorted(below[above], key=order or (lambda row: (-row.count(ALL), row.key))):
            yield row
            yield from walk(row.key)

    return walk("")


def _fixed(keys: Sequence[str]) -> Callable[[Row], int]:
    places = {key: place for place, key in enumerate(keys)}
    return lambda row: places[row.key]


def _by_order(row: Row) -> tuple[Hashable, ...]:
    """Bodies as their tree has them; those without one last."""
    if isinstance(row.thing, Body):
        return (0, row.thing.state, row.thing.order, row.thing.code)
    return (1, row.key)


def body_path(facts: Facts, body: int | None) -> tuple[Place, ...]:
    """The body with all above it, the topmost first."""
    path: list[Place] = []
    while body is not None and body in facts.bodies:
        held = facts.bodies[body]
        path.append((held.code, held))
        body = held.parent_id
    return tuple(reversed(path))


def _document_path(document: Document) -> tuple[Place, ...]:
    """UPR, its fourth cycle, A/HRC/57/6; other mechanisms have no cycles."""
    mechanism = mechanism_of(document.kind, document.body)
    first = mechanism.value if mechanism else NONE
    path: list[Place] = [(first, first)]
    if mechanism is Mechanism.UPR and document.cycle:
        cycle = f"cycle-{document.cycle}"
        path.append((cycle, cycle))
    return (*path, (f"document-{document.slug}", document))


def tables(facts: Facts, entry_states: tuple[str, ...]) -> tuple[OverviewTable, ...]:
    """All tables, of ``facts``; ``entry_states`` are those that the reader may see."""
    return (*_of_records(facts), *_of_parts(facts), _of_entries(facts, entry_states), _views(facts))


def _of_records(facts: Facts) -> Iterator[OverviewTable]:
    def by(
        subject: Subject,
        path: Callable[[Any], Sequence[Sequence[Place]]],
        order: Callable[[Row], Any] | None = None,
        *,
        adds_up: bool = True,
    ) -> OverviewTable:
        rows = (
            (one.pk, (one.status or NOT_REPORTED,), path(one)) for one in facts.records.values()
        )
        return _table(subject, Unit.RECORD, rows, columns=STATUSES, order=order, adds_up=adds_up)

    def flat(key: str) -> Sequence[Sequence[Place]]:
        return (((key, key),),)

    paths = {pk: _document_path(document) for pk, document in facts.documents.items()}
    nobody: tuple[Place, ...] = ((NONE, NONE),)
    raised = ((pk, (), [((f.value, f.value),) for f in said]) for pk, said in facts.flags.items())
    yield _table(Subject.FLAGS, Unit.RECORD, raised, order=_fixed(CONTRADICTIONS), adds_up=False)
    yield by(
        Subject.COVERAGE,
        lambda one: flat(one.coverage),
        _fixed(("led", "supported", "proposed", "nobody")),
    )
    yield by(
        Subject.POSITION,
        lambda one: flat(one.position or NONE),
        _fixed((*(position.value for position in Position), NONE)),
    )
    yield by(Subject.DOCUMENT, lambda one: (paths[one.document],), lambda row: row.key)
    yield by(
        Subject.THEME,
        lambda one: [((name, name),) for name in one.themes or (NONE,)],
        lambda row: (row.key == NONE, -row.count(ALL), row.key),
        adds_up=False,
    )
    yield by(Subject.LED, lambda one: (body_path(facts, one.lead) or nobody,), _by_order)


def _of_parts(facts: Facts) -> Iterator[OverviewTable]:
    paths = {pk: body_path(facts, pk) for pk in {line.body for line in facts.parts}}
    held = {
        line.assignment: (
            line.timing.value,
            *((SILENT,) if line.silent else ()),
            *((REPORTED,) if line.status else ()),
        )
        for line in facts.parts
    }
    every = ((line.assignment, held[line.assignment], (paths[line.body],)) for line in facts.parts)
    besides = (SILENT, REPORTED)
    yield _table(Subject.PARTS, Unit.PART, every, columns=TIMINGS, besides=besides, order=_by_order)
    provinces = {
        pk: [at for at in path if at[1].kind in PROVINCES][:1] for pk, path in paths.items()
    }
    theirs = (
        (line.assignment, held[line.assignment], (provinces[line.body],))
        for line in facts.parts
        if provinces[line.body]
    )
    yield _table(
        Subject.PROVINCE, Unit.PART, theirs, columns=TIMINGS, besides=besides, order=_by_order
    )


def _of_entries(facts: Facts, states: tuple[str, ...]) -> OverviewTable:
    rows = (
        (entry.pk, (entry.state,), (body_path(facts, entry.body),))
        for entry in facts.entries
        if entry.state in states
    )
    return _table(Subject.ENTRIES, Unit.ENTRY, rows, columns=states, order=_by_order)


def _views(facts: Facts) -> OverviewTable:
    """What the State says in the rows, what others say in the columns; nothing is merged."""

    def said() -> Iterator[Fact]:
        for view in facts.views:
            own = facts.records[view.record].status
            differs = own and not view.is_grade and view.said != own
            key = own or NOT_REPORTED
            yield view.pk, (view.said, *((DIFFERS,) if differs else ())), (((key, key),),)

    columns = (*STATUSES[1:], *(grade.value for grade in Grade))
    return _table(
        Subject.VIEWS, Unit.VIEW, said(), columns=columns, besides=(DIFFERS,),
        order=_fixed(STATUSES),
    )  # fmt: skip
