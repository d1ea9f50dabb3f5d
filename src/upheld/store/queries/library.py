"""The documents of the library with how far their review has come."""

from __future__ import annotations

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from upheld.core.review import CHECKED, IN_FORCE, FindingState, ReviewState
from upheld.store.models import Document, DocumentFinding, Record


def with_progress(documents: QuerySet[Document]) -> QuerySet[Document]:
    """Each document with ``found``, ``confirmed`` and ``open_findings``, and its States at hand."""
    records = Record.objects.filter(document=OuterRef("pk"), review_state__in=IN_FORCE)
    findings = DocumentFinding.objects.filter(document=OuterRef("pk"), state=FindingState.OPEN)
    return (
        documents.annotate(
            found=_counted(records),
            confirmed=_counted(records.filter(review_state__in=CHECKED)),
            open_findings=_counted(findings),
        )
        .select_related("relates_to")
        .prefetch_related("states_under_review")
    )


def waiting(documents: QuerySet[Document]) -> QuerySet[Document]:
    """Those that a person still has something to decide about, the newest first."""
    # From the few rows that wait to their documents: an import brings tens of thousands of others.
    unread = Record.objects.filter(review_state=ReviewState.PROPOSED).values("document")
    unsettled = DocumentFinding.objects.filter(state=FindingState.OPEN).values("document")
    return with_progress(documents.filter(Q(pk__in=unread) | Q(pk__in=unsettled)))


def _counted(rows: QuerySet) -> Coalesce:  # type: ignore[type-arg]
    counted = rows.order_by().values("document").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
