"""The documents of the library with how far their review has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery
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


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """``before`` and ``after`` are the slugs for the pages beside it, empty at the ends."""

    rows: Sequence[Document]
    before: str
    after: str


def document_page(
    documents: QuerySet[Document], size: int, *, before: str = "", after: str = ""
) -> DocumentPage:
    """The ``size`` documents after the one with the slug ``after``, or before; else the newest.

    In the order of the library: the newest first, those without a date last. The thousandth page
    costs what the first one does.
    """
    named = before or after
    anchor = documents.filter(slug=named).first() if named else None
    backwards = bool(before and anchor)
    rows = documents.filter(_beyond(anchor, backwards)) if anchor else documents
    if backwards:
        rows = rows.order_by(F("date").asc(nulls_first=True), "-slug")
    else:
        rows = rows.order_by(F("date").desc(nulls_last=True), "slug")
    keys = list(rows.values_list("pk", flat=True)[: size + 1])
    more, keys = len(keys) > size, keys[:size]
    # Progress is counted for the documents of the page alone.
    found = {row.pk: row for row in with_progress(Document.objects.filter(pk__in=keys))}
    shown = [found[key] for key in (reversed(keys) if backwards else keys)]
    has_before = more if backwards else bool(anchor)
    has_after = bool(anchor) if backwards else more
    return DocumentPage(
        rows=shown,
        before=shown[0].slug if shown and has_before else "",
        after=shown[-1].slug if shown and has_after else "",
    )


def _beyond(anchor: Document, backwards: bool) -> Q:
    """The condition "stands behind ``anchor``", or before it; a date that is missing comes last."""
    beside = Q(date=anchor.date) if anchor.date else Q(date=None)
    if backwards:
        later = Q(date__gt=anchor.date) if anchor.date else Q(date__isnull=False)
        return later | (beside & Q(slug__lt=anchor.slug))
    earlier = Q(date__lt=anchor.date) | Q(date=None) if anchor.date else Q(pk__in=())
    return earlier | (beside & Q(slug__gt=anchor.slug))


def waiting(documents: QuerySet[Document]) -> QuerySet[Document]:
    """Those that a person still has something to decide about, the newest first."""
    # From the few rows that wait to their documents: an import brings tens of thousands of others.
    unread = Record.objects.filter(review_state=ReviewState.PROPOSED).values("document")
    unsettled = DocumentFinding.objects.filter(state=FindingState.OPEN).values("document")
    return with_progress(documents.filter(Q(pk__in=unread) | Q(pk__in=unsettled)))


def _counted(rows: QuerySet) -> Coalesce:  # type: ignore[type-arg]
    counted = rows.order_by().values("document").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
