"""What became of the demands to one State from one part of the mechanisms' work to another.

"Viet Nam, cycle 1 of the UPR and cycle 2": the demands that people judged to be one, with what
became of each, and the pairs that the program proposes and nobody has judged yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from upheld.core.demand_course import Turn
from upheld.core.roles import Action
from upheld.core.sides import Publication, Side
from upheld.services.comparison import records_of
from upheld.services.demand_courses import StateCourse, course_of
from upheld.services.demand_matches import Matches, ProposedPair, matches
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.store.models import Document, Record
from upheld.store.queries.judged import judgements
from upheld.store.queries.sides import documents_of


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand that people joined: its course through the two parts, and what became of it.

    ``turns`` are those of the last step: *repeated* and *softened*, or *dropped*; *first* where it
    stands in one review alone.
    """

    course: StateCourse
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class StateDemands:
    """``sides`` are the earlier and the later part, ``totals`` their records.

    ``became`` counts the demands by turn; one may be repeated and softened. ``unmatched`` are the
    records of each part that have no twin in the other, neither judged nor proposed.
    """

    sides: tuple[Side, Side]
    totals: tuple[int, int]
    demands: tuple[Demand, ...]
    became: Counter[Turn]
    matches: Matches
    unmatched: tuple[int, int]


def state_demands(
    actor: Actor, *, earlier: Side, later: Side, publication: Publication
) -> StateDemands:
    """The demands of ``earlier`` and ``later``, which may be the same part of one State.

    Who: every member; only rows they may read. Demands stand in the order in which the earlier
    part asks for them; those that it does not ask for come last.
    """
    authorise(actor, Action.READ)
    documents = visible_to(actor, Document.objects.all())
    reviews = {
        row.pk: row
        for side in (earlier, later)
        for row in documents_of(documents, side, publication)
    }
    sides = records_of(actor, earlier, publication), records_of(actor, later, publication)
    held = [frozenset(rows.values_list("pk", flat=True)) for rows in sides]
    shared = matches(*sides)
    joined = [
        cluster & (held[0] | held[1])
        for cluster in judgements().clusters()
        if cluster & (held[0] | held[1])
    ]
    rows = read_records(actor, [pk for cluster in joined for pk in cluster])
    demands = [
        _demand(earlier.state, reviews.values(), [rows[pk] for pk in cluster if pk in rows])
        for cluster in sorted(joined, key=lambda keys: _in_order(keys, held[0]))
    ]
    known = shared.judged() | shared.proposed()
    return StateDemands(
        (earlier, later),
        (len(held[0]), len(held[1])),
        tuple(demands),
        Counter(turn for demand in demands for turn in demand.turns),
        shared,
        (len(held[0] - known), len(held[1] - known)),
    )


def read_records(actor: Actor, keys: Iterable[int]) -> dict[int, Record]:
    """The records with these keys that ``actor`` may read, each with its document and position."""
    rows = visible_to(actor, Record.objects.filter(pk__in=set(keys)))
    return {row.pk: row for row in rows.select_related("document", "current_position")}


def read_pairs(
    actor: Actor, pairs: Sequence[ProposedPair]
) -> list[tuple[ProposedPair, Record, Record]]:
    """Each of ``pairs`` with its two records, those of both that ``actor`` may read."""
    rows = read_records(actor, (key for pair in pairs for key in (pair.one, pair.other)))
    return [
        (pair, rows[pair.one], rows[pair.other])
        for pair in pairs
        if pair.one in rows and pair.other in rows
    ]


def _demand(iso3: str, reviews: Iterable[Document], records: Sequence[Record]) -> Demand:
    course = course_of(iso3, reviews, sorted(records, key=lambda row: (row.document_id, row.order)))
    return Demand(course, course.steps[-1].turns if course.steps else ())


def _in_order(keys: frozenset[int], first: frozenset[int]) -> tuple[bool, int]:
    return not keys & first, min(keys & first or keys)
