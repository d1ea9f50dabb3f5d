"""The tables of a comparison, from the records of two sides, and which records a row counts.

Statistics here are numbers of recommendations and never of people, also where a table goes by
groups of persons.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q, QuerySet

from upheld.core.items import ItemKind
from upheld.core.labels import Decision, Taxonomy
from upheld.core.positions import Position
from upheld.core.states import STATES, state
from upheld.services.demand_matches import Matches
from upheld.store.models import Label, ProposedLabel, RecommendingState, Record, Term
from upheld.store.queries import sides as queries
from upheld.store.queries.label_meanings import meanings
from upheld.store.queries.sides import NO_POSITION

Pair = tuple[int, int]
Records = tuple[QuerySet[Record], QuerySet[Record]]

NO_GROUP = "none"
"""States outside the five regional groups."""


class Subject(StrEnum):
    """What a table goes by, beside the lists of labels."""

    KIND = "kind"
    POSITION = "position"
    DEMAND = "demand"
    GROUP = "group"
    RECOMMENDING = "by"


class Shared(StrEnum):
    """Whether the same demand stands on the other side: judged so, proposed, or none found."""

    JUDGED = "judged"
    PROPOSED = "proposed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its ``key``, the records of each side, and those that only a machine put there."""

    key: str
    counts: Pair
    proposed: Pair = (0, 0)


@dataclass(frozen=True, slots=True)
class ComparedTable:
    """One table; ``of`` are the records of each side that shares are shares of.

    ``adds_up`` says that the counts of a side are ``of`` together; else one record may stand in
    several rows or in none.
    """

    subject: Subject | Taxonomy
    of: Pair
    rows: tuple[Row, ...]
    adds_up: bool


def tables_of(records: Records, shared: Matches) -> tuple[ComparedTable, ...]:
    """Every table that has a row: kinds, positions, the same demands, labels, who recommends."""
    kinds = queries.by_kind(records[0]), queries.by_kind(records[1])
    totals = sum(kinds[0].values()), sum(kinds[1].values())
    asked = kinds[0].get(ItemKind.RECOMMENDATION, 0), kinds[1].get(ItemKind.RECOMMENDATION, 0)
    tables = [
        _exhaustive(Subject.KIND, totals, kinds, ItemKind),
        _positions(records, asked),
        _demands(records, shared, totals),
        *_labels(records, totals),
        *_recommending(records, totals),
    ]
    return tuple(table for table in tables if table.rows)


def row_filter(subject: str, key: str, shared: Matches, *, only_proposed: bool = False) -> Q:
    """Which records of a side the row ``key`` of the table ``subject`` counts."""
    if subject == Subject.KIND:
        return Q(kind=key)
    if subject == Subject.POSITION:
        holds = Q(current_position=None) if key == NO_POSITION else _holds(key)
        return holds & Q(kind=ItemKind.RECOMMENDATION)
    if subject == Subject.DEMAND:
        judged, proposed = shared.judged(), shared.proposed()
        if key == Shared.NONE:
            return ~Q(pk__in=judged | proposed)
        return Q(pk__in=judged if key == Shared.JUDGED else proposed)
    if subject == Subject.RECOMMENDING:
        return Q(states__iso3=key)
    if subject == Subject.GROUP:
        members = [party.iso3 for party in STATES if group_of(party.iso3) == key]
        recommended = RecommendingState.objects.filter(iso3__in=members)
        return Q(pk__in=recommended.values("record"))
    return _with_label(subject, key, only_proposed=only_proposed)


def group_of(iso3: str) -> str:
    """The regional group of a State, ``NO_GROUP`` for those outside the five."""
    return state(iso3).group.value or NO_GROUP


def _holds(position: str) -> Q:
    return Q(current_position__value=position)


def _with_label(taxonomy: str, meaning: str, *, only_proposed: bool) -> Q:
    terms = [pk for (kind, pk), name in _meanings().items() if (kind, name) == (taxonomy, meaning)]
    certain = Q(pk__in=Label.objects.filter(term__in=terms).values("record"))
    if not only_proposed:
        return certain
    waiting = ProposedLabel.objects.filter(term__in=terms, decision=Decision.WAITING)
    return Q(pk__in=waiting.values("record")) & ~certain


def _exhaustive(
    subject: Subject, of: Pair, counts: tuple[Mapping[str, int], Mapping[str, int]],
    keys: Iterable[str],
) -> ComparedTable:  # fmt: skip
    """A table in which each record stands once; rows in the order of ``keys``."""
    pairs = ((key, (counts[0].get(key, 0), counts[1].get(key, 0))) for key in map(str, keys))
    rows = tuple(Row(key, pair) for key, pair in pairs if any(pair))
    return ComparedTable(subject, of, rows, adds_up=True)


def _positions(records: Records, asked: Pair) -> ComparedTable:
    """Supported, noted, pending and not stated; no table where no side states any."""
    counts = queries.by_position(records[0]), queries.by_position(records[1])
    if not (counts[0].keys() | counts[1].keys()) - {NO_POSITION}:
        return ComparedTable(Subject.POSITION, asked, (), adds_up=True)
    return _exhaustive(Subject.POSITION, asked, counts, [*Position, NO_POSITION])


def _demands(records: Records, shared: Matches, totals: Pair) -> ComparedTable:
    if not all(totals):
        return ComparedTable(Subject.DEMAND, totals, (), adds_up=True)
    judged, proposed = shared.judged(), shared.proposed()
    counts: list[dict[str, int]] = []
    for rows in records:
        keys = frozenset(rows.values_list("pk", flat=True))
        said: dict[str, int] = {
            Shared.JUDGED: len(keys & judged),
            Shared.PROPOSED: len(keys & proposed),
        }
        counts.append({**said, Shared.NONE: len(keys) - sum(said.values())})
    return _exhaustive(Subject.DEMAND, totals, (counts[0], counts[1]), Shared)


def _labels(records: Records, totals: Pair) -> list[ComparedTable]:
    """A table for each list of labels, by what a label means today."""
    meant = _meanings()
    names = {pk: (kind, name) for (kind, pk), name in meant.items()}
    sides = [_labelled(rows, names) for rows in records]
    tables = []
    for taxonomy in Taxonomy:
        keys = {name for side in sides for kind, name in side if kind == taxonomy}
        rows = []
        for name in keys:
            (one, maybe), (other, perhaps) = (side[taxonomy, name] for side in sides)
            rows.append(Row(name, (one, other), (maybe, perhaps)))
        tables.append(ComparedTable(taxonomy, totals, _most_first(rows), adds_up=False))
    return tables


def _labelled(
    records: QuerySet[Record], names: Mapping[int, tuple[str, str]]
) -> Mapping[tuple[str, str], Pair]:
    """How many records have each label, and how many have it from a machine alone."""
    certain: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    machine: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for record, term in queries.given_labels(records):
        certain[names[term]].add(record)
    for record, term in queries.proposed_labels(records):
        machine[names[term]].add(record)
    found: defaultdict[tuple[str, str], Pair] = defaultdict(lambda: (0, 0))
    for name in certain.keys() | machine.keys():
        found[name] = len(certain[name]), len(machine[name] - certain[name])
    return found


def _recommending(records: Records, totals: Pair) -> list[ComparedTable]:
    """By regional group, and by State; a record of several States counts for each."""
    by_state: list[Counter[str]] = []
    by_group: list[Counter[str]] = []
    for rows in records:
        pairs = list(queries.recommending(rows))
        by_state.append(Counter(iso3 for _, iso3 in pairs))
        by_group.append(Counter(group for _, group in {(pk, group_of(iso3)) for pk, iso3 in pairs}))
    return [
        ComparedTable(subject, totals, _most_first(
            Row(key, (one[key], other[key])) for key in one.keys() | other.keys()
        ), adds_up=False)
        for subject, (one, other) in (
            (Subject.GROUP, by_group), (Subject.RECOMMENDING, by_state),
        )
    ]  # fmt: skip


def _most_first(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: (-sum(row.counts), -sum(row.proposed), row.key)))


def _meanings() -> dict[tuple[str, int], str]:
    """What each term means today, by its list and key."""
    meant = meanings()
    return {(kind, pk): meant[pk] for pk, kind in Term.objects.values_list("pk", "taxonomy")}
