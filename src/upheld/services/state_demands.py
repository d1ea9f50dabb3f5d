"""What became of the demands to one State from one part of the mechanisms' work to another.

"Viet Nam, cycle 1 of the UPR and cycle 2": the demands that people judged to be one, with what
became of each, and the pairs that the program proposes and nobody has judged yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

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
    stands in one review alone. ``waits`` says that a proposed pair with one of its records has not
    been judged, so that it may yet be found again. ``held_against`` is the number of later records
    that people held a single record against.
    """

    course: StateCourse
    turns: tuple[Turn, ...]
    waits: bool = False
    held_against: int = 0


@dataclass(frozen=True, slots=True)
class StateDemands:
    """``sides`` are the earlier and the later part, ``totals`` their records.

    ``demands`` were joined by people out of several records; ``dropped`` are single records of the
    earlier part that people held against the later one without finding any that asks for the same.
    ``became`` counts both by turn; one may be repeated and softened. ``unmatched`` are the records
    of each part that have no twin in the other, neither judged nor proposed, and ``looked_at``
    those among them that a person held against the other part.
    """

    sides: tuple[Side, Side]
    totals: tuple[int, int]
    demands: tuple[Demand, ...]
    dropped: tuple[Demand, ...]
    became: Counter[Turn]
    matches: Matches
    unmatched: tuple[int, int]
    looked_at: tuple[int, int]


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
    alone = [
        frozenset({pk})
        for pk in sorted((shared.apart.keys() & held[0]).difference(*joined))
        if earlier != later
    ]
    rows = read_records(actor, [pk for cluster in (*joined, *alone) for pk in cluster])
    waiting = {key for pair in shared.pairs for key in (pair.one, pair.other)}

    def demand(cluster: frozenset[int]) -> Demand:
        records = [rows[pk] for pk in cluster if pk in rows]
        made = _demand(earlier.state, reviews.values(), records)
        against = shared.apart.get(min(cluster), 0) if len(cluster) == 1 else 0
        return replace(made, waits=bool(cluster & waiting), held_against=against)

    demands = [demand(one) for one in sorted(joined, key=lambda keys: _in_order(keys, held[0]))]
    # Another mechanism that leaves a demand out says nothing about it.
    dropped = [one for one in map(demand, alone) if Turn.DROPPED in one.turns]
    known = shared.judged() | shared.proposed()
    return StateDemands(
        (earlier, later),
        (len(held[0]), len(held[1])),
        tuple(demands),
        tuple(dropped),
        Counter(turn for one in (*demands, *dropped) for turn in one.turns),
        shared,
        (len(held[0] - known), len(held[1] - known)),
        (len(held[0] & shared.apart.keys()), len(held[1] & shared.apart.keys())),
    )


def read_records(actor: Actor, keys: Iterable[int]) -> dict[int, Record]:
    """The records with these keys that ``actor`` may read, each with its document, position and
    recommending States.
    """
    rows = visible_to(actor, Record.objects.filter(pk__in=set(keys)))
    read = rows.select_related("document", "current_position").prefetch_related("states")
    return {row.pk: row for row in read}


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
    ordered = sorted(records, key=lambda row: (row.document_id, row.order, row.part))
    course = course_of(iso3, reviews, ordered)
    return Demand(course, course.steps[-1].turns if course.steps else ())


def _in_order(keys: frozenset[int], first: frozenset[int]) -> tuple[bool, int]:
    return not keys & first, min(keys & first or keys)
