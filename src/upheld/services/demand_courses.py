"""What became of a demand in each State: its records by review, and the reviews that dropped it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from upheld.core.demand_course import Review, Said, Step, course
from upheld.core.facts import DocumentKind
from upheld.core.positions import Position
from upheld.services.permissions import Actor, visible_to
from upheld.store.models import Document, Record

REVIEWS = (
    DocumentKind.UPR_REPORT,
    DocumentKind.CONCLUDING_OBSERVATIONS,
    DocumentKind.VISIT_REPORT,
)
"""Documents in which a mechanism reviews a State; others repeat or answer them."""


@dataclass(frozen=True, slots=True)
class StateCourse:
    """The demand in one State (ISO3): each step, the documents and the records named in them."""

    iso3: str
    steps: tuple[Step, ...]
    documents: dict[str, Document]
    records: dict[str, Record]


def courses(actor: Actor, records: Sequence[Record]) -> list[StateCourse]:
    """The course of the demand that ``records`` share, for each State they speak to.

    Reviews without a date cannot stand in an order and are left out.
    """
    by_state: dict[str, list[Record]] = {}
    for record in records:
        for row in record.document.states_under_review.all():
            by_state.setdefault(row.iso3, []).append(record)
    return [
        course_of(iso3, _reviews(actor, iso3), found) for iso3, found in sorted(by_state.items())
    ]


def _reviews(actor: Actor, iso3: str) -> QuerySet[Document]:
    return visible_to(actor, Document.objects.all()).filter(
        states_under_review__iso3=iso3, kind__in=REVIEWS
    )


def course_of(iso3: str, reviews: Iterable[Document], records: Sequence[Record]) -> StateCourse:
    """The course of ``records``, one demand to one State, through its ``reviews``."""
    from upheld.analysis.demand_strength import strength_of  # noqa: PLC0415 - slow import

    own = {record.document.slug: record.document for record in records}
    documents = {document.slug: document for document in reviews} | own
    dated = [
        Review(slug, f"{document.kind} {document.body}", document.date)
        for slug, document in documents.items()
        if document.date
    ]
    said = [
        Said(
            record.public_id,
            record.document.slug,
            strength_of(record.text or record.printed),
            Position(record.current_position.value) if record.current_position else None,
        )
        for record in records
    ]
    return StateCourse(
        iso3,
        tuple(course(dated, said)),
        documents,
        {record.public_id: record for record in records},
    )
