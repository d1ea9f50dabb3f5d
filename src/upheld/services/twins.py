"""Records that may ask for the same as one record, for a person to judge; and those judged so.

Candidates are looked for among all records of the same State, whatever mechanism and cycle they
come from. Nothing is kept of them: they are proposals, made anew from the words as they stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.db.models import Count, Max, QuerySet, Sum
from django.db.models.functions import Length

from upheld.core.judgements import Verdict
from upheld.core.review import IN_FORCE
from upheld.services.permissions import Actor, visible_to
from upheld.store.models import Record
from upheld.store.queries.judged import judgements, standing

if TYPE_CHECKING:
    from upheld.analysis.candidates import CandidateIndex
    from upheld.analysis.same_demand import Comparison

MOST = 10
STATES_KEPT = 4
"""States whose records are kept ready in memory, a few megabytes each."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A record that may ask for the same, and how the two compare."""

    record: Record
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class _Version:
    """What a State's records were when they were made ready; any change makes it another."""

    iso3: str
    count: int
    newest: int
    changes: int
    letters: int


@lru_cache(maxsize=STATES_KEPT)
def _ready(version: _Version) -> tuple[tuple[int, ...], CandidateIndex]:
    """The keys of a State's records, and their candidates made ready."""
    from upheld.analysis.candidates import CandidateIndex  # noqa: PLC0415 - slow import

    rows = _of_state(version.iso3).order_by("pk").values_list("pk", "text", "printed")
    kept = [(pk, text or printed) for pk, text, printed in rows.iterator(chunk_size=2000)]
    return tuple(pk for pk, _ in kept), CandidateIndex([text for _, text in kept])


def twins(actor: Actor, record: Record, *, most: int = MOST) -> list[Twin]:
    """Candidates of ``record`` that ``actor`` may read and nobody has judged, the likeliest first.

    Those already in one cluster with it, or judged to ask for something else, are left out.
    """
    under_review = record.document.states_under_review.values_list("iso3", flat=True)
    known = judgements()
    found: dict[int, Comparison] = {}
    for iso3 in under_review:
        keys, index = _ready(_version(iso3))
        for one in index.find(record.text or record.printed, most=3 * most):
            key = keys[one.place]
            if known.verdict(record.pk, key) is None:
                found[key] = one.comparison
    # The record itself is asked for too, so that a page without candidates costs what others do.
    rows = _with_facts(visible_to(actor, Record.objects.filter(pk__in=[record.pk, *found])))
    made = [Twin(row, found[row.pk]) for row in rows if row.pk != record.pk]
    return sorted(made, key=lambda twin: (-twin.comparison.probability, twin.record.pk))[:most]


def cluster_of(actor: Actor, record: Record) -> list[Record]:
    """All records judged to ask for the same, this one too, in the order of documents."""
    keys = judgements().cluster(record.pk)
    rows = _with_facts(visible_to(actor, Record.objects.filter(pk__in=keys)))
    return list(rows.order_by("document__date", "document__slug", "order", "pk"))


def held_apart(actor: Actor, record: Record) -> int:
    """How many records that ``actor`` may read people judged to ask for something else."""
    known, keys = judgements(), set()
    for row in standing(record).filter(verdict=Verdict.DIFFERENT):
        if known.verdict(row.one_id, row.other_id) is Verdict.DIFFERENT:
            keys.add(row.other_id if row.one_id == record.pk else row.one_id)
    return visible_to(actor, Record.objects.filter(pk__in=keys)).count()


def score(record: Record, other: Record) -> float:
    """The probability that a page shows beside two records."""
    from upheld.analysis.same_demand import compare  # noqa: PLC0415 - slow import

    return compare(record.text or record.printed, other.text or other.printed).probability


def _with_facts(rows: QuerySet[Record]) -> QuerySet[Record]:
    """The records with what a line about them says: document, position, States of both kinds."""
    return rows.select_related("document", "current_position").prefetch_related(
        "states", "document__states_under_review"
    )


def _of_state(iso3: str) -> QuerySet[Record]:
    """The records of a State in force; the comparison knows English only."""
    return Record.objects.filter(
        review_state__in=IN_FORCE,
        document__states_under_review__iso3=iso3,
        document__language__in=("", "en"),
    )


def _version(iso3: str) -> _Version:
    said = _of_state(iso3).aggregate(
        count=Count("pk"),
        newest=Max("pk"),
        changes=Sum("row_version"),
        letters=Sum(Length("text")),
    )
    return _Version(iso3, *(said[name] or 0 for name in ("count", "newest", "changes", "letters")))
