"""Two sides beside each other: two States, two cycles of one State, two mechanisms.

Every figure is a number of records, as the publication counts them, and leads to just these
records: ``rows`` gives them for each row of each table. Noted recommendations stand beside
supported ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.core.roles import Action
from upheld.core.sides import UPR_BODY, Mechanism, Publication, Side, mechanism_of
from upheld.services.compared_tables import ComparedTable, Pair, row_filter, tables_of
from upheld.services.demand_matches import Matches, matches
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.store.models import Document, Record, StateUnderReview
from upheld.store.queries import sides as queries

_ORDER = {mechanism: place for place, mechanism in enumerate(Mechanism)}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides in one ``publication``; ``available`` counts the records that each one holds."""

    sides: tuple[Side, Side]
    publication: Publication
    available: Mapping[Publication, Pair]
    tables: tuple[ComparedTable, ...]
    matches: Matches

    @property
    def totals(self) -> Pair:
        """The records of each side."""
        return self.available[self.publication]

    def table(self, subject: str) -> ComparedTable | None:
        """The table of "position" or "theme"; None when the sides have none."""
        return next((table for table in self.tables if table.subject == subject), None)


def compare_sides(
    actor: Actor, *, one: Side, other: Side, publication: Publication | None = None
) -> Comparison:
    """All tables of ``one`` beside ``other``. Who: every member; only rows they may read.

    Without ``publication`` the first that has records of both sides, else the one with most.
    ``InputProblem`` when both sides are the same.
    """
    authorise(actor, Action.READ)
    if one == other:
        raise InputProblem(
            _("Both sides are the same."),
            next_step=_("Choose another State, cycle or mechanism for one of them."),
        )
    available = available_of(actor, one, other)
    chosen = publication or fullest(available)
    records = records_of(actor, one, chosen), records_of(actor, other, chosen)
    shared = matches(*records)
    return Comparison((one, other), chosen, available, tables_of(records, shared), shared)


def rows(
    actor: Actor,
    comparison: Comparison,
    *,
    place: int,
    subject: str = "",
    key: str = "",
    only_proposed: bool = False,
) -> QuerySet[Record]:
    """The records of side ``place`` (0 or 1) that one row counts; all of them without a row."""
    authorise(actor, Action.READ)
    found = records_of(actor, comparison.sides[place], comparison.publication)
    if not subject:
        return found
    wanted = row_filter(subject, key, comparison.matches, only_proposed=only_proposed)
    return found.filter(wanted)


def records_of(actor: Actor, side: Side, publication: Publication) -> QuerySet[Record]:
    """The records in force of one side that ``actor`` may read."""
    documents = visible_to(actor, Document.objects.all())
    held = queries.keys_of(documents, side, publication)
    return queries.records_of(visible_to(actor, Record.objects.all()), held)


def available_of(actor: Actor, one: Side, other: Side) -> dict[Publication, Pair]:
    """How many records of each side every publication holds."""
    documents = visible_to(actor, Document.objects.all())
    records = visible_to(actor, Record.objects.all())
    held = [queries.counts_by_publication(documents, records, side) for side in (one, other)]
    return {name: (held[0][name], held[1][name]) for name in Publication}


def fullest(available: Mapping[Publication, Pair]) -> Publication:
    """The first publication with records of both sides, else the one with most."""
    both = [name for name, counts in available.items() if all(counts)]
    return both[0] if both else max(available, key=lambda name: sum(available[name]))


def states_compared(actor: Actor) -> list[str]:
    """The States (ISO3) that documents here speak to."""
    rows = visible_to(actor, StateUnderReview.objects.order_by("iso3"))
    return list(rows.values_list("iso3", flat=True).distinct())


def parts_of(actor: Actor, iso3: str, publication: Publication) -> list[Side]:
    """What a publication holds of a State: each mechanism, and each cycle of the UPR."""
    documents = visible_to(actor, Document.objects.all())
    held = queries.documents_of(documents, Side(iso3), publication)
    return sorted({side for row in held for side in _parts(iso3, row)}, key=_in_order)


def cycles_compared(actor: Actor) -> list[tuple[Side, Side]]:
    """For each State the two newest cycles of which one publication has records; one query."""
    documents = visible_to(actor, Document.objects.filter(cycle__isnull=False))
    held: dict[tuple[str, str], set[int]] = {}
    said = StateUnderReview.objects.filter(document__in=documents)
    columns = ("iso3", "document__kind", "document__cycle")
    for iso3, kind, cycle in said.order_by().values_list(*columns).distinct():
        if mechanism_of(kind, UPR_BODY) is Mechanism.UPR:
            held.setdefault((iso3, kind), set()).add(cycle)
    newest = {(iso3, tuple(sorted(cycles)[-2:])) for (iso3, _kind), cycles in held.items()}
    return [
        (Side(iso3, Mechanism.UPR, cycles[0]), Side(iso3, Mechanism.UPR, cycles[1]))
        for iso3, cycles in sorted(newest)
        if len(cycles) > 1
    ]


def _parts(iso3: str, document: Document) -> Iterator[Side]:
    mechanism = mechanism_of(document.kind, document.body)
    if mechanism:
        yield Side(iso3, mechanism)
    if mechanism is Mechanism.UPR and document.cycle:
        yield Side(iso3, mechanism, document.cycle)


def _in_order(side: Side) -> tuple[int, int]:
    return (_ORDER[side.mechanism] if side.mechanism else -1, side.cycle or 0)
