"""What the overview reads: the documents at work, their records, who was asked, their themes."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db.models import Q, QuerySet

from upheld.core.labels import Taxonomy
from upheld.core.review import IN_FORCE
from upheld.store.models import Assignment, Document, Label, PlanSource, Record
from upheld.store.queries.assignments import ASKING
from upheld.store.queries.bodies import LIVE
from upheld.store.queries.state_status import with_state_status


def documents_at_work(rows: QuerySet[Document]) -> QuerySet[Document]:
    """Those of ``rows`` of which somebody was asked something, or which a plan answers."""
    given = Assignment.objects.filter(state__in=LIVE).order_by()
    asked = set(given.values_list("record__document", flat=True).distinct())
    planned = set(PlanSource.objects.order_by().values_list("document", flat=True))
    return rows.filter(pk__in=asked | planned)


def records_of(
    rows: QuerySet[Record], documents: Collection[int]
) -> Iterable[tuple[int, int, str | None, str | None]]:
    """Those of ``rows`` in force in ``documents`` that ask something or were given to somebody.

    In printed order, each as its key, its document, its position and the State's own status.
    """
    given = Assignment.objects.filter(state__in=LIVE, record__document__in=documents)
    rows = rows.filter(document__in=documents, review_state__in=list(IN_FORCE))
    rows = rows.filter(Q(kind__in=ASKING) | Q(pk__in=given.order_by().values("record")))
    rows = with_state_status(rows).order_by("document", "order", "part", "pk")
    fields = ("pk", "document", "current_position__value", "state_status")
    return rows.values_list(*fields)


def themes_of(documents: Collection[int]) -> Iterable[tuple[int, int]]:
    """The themes of the records of ``documents``: record and term."""
    rows = Label.objects.filter(record__document__in=documents, term__taxonomy=Taxonomy.THEME)
    return rows.order_by("pk").values_list("record", "term")
