"""The records of a list: filtered, in printed order; and each with all that leads to its source."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from upheld.core.fold import fold
from upheld.core.review import IN_FORCE, FindingState, ReviewState
from upheld.store.models import Document, DocumentFinding, Record

LIST_ORDER = ("-day", "document_id", "order", "part", "pk")
"""The order of lists: newest document first, then as printed. There is an index for it."""


@dataclass(frozen=True, slots=True)
class RecordFilter:
    """Which records; empty fields ask for nothing. Several fields must all hold.

    ``state`` is the State under review and ``recommending`` one that recommends, by ISO3 code;
    ``symbol`` a document's ("A/HRC/26/6"), ``slug`` the document's own name in addresses;
    ``position`` "noted" or "none"; ``words`` must all stand in the text. Records that were split,
    merged or withdrawn come only when ``review_state`` asks for them.
    """

    state: str = ""
    recommending: str = ""
    symbol: str = ""
    slug: str = ""
    position: str = ""
    review_state: str = ""
    kind: str = ""
    words: str = ""


def records(wanted: RecordFilter) -> QuerySet[Record]:
    """Records of ``wanted`` in the order of documents and print."""
    rows = Record.objects.all()
    if wanted.state:
        rows = rows.filter(document__states_under_review__iso3=wanted.state.upper())
    if wanted.recommending:
        rows = rows.filter(states__iso3=wanted.recommending.upper())
    if wanted.symbol:
        # A corrigendum is found by the symbol of what it corrects, as in the search index.
        named = Q(document__symbol__iexact=wanted.symbol)
        rows = rows.filter(named | Q(document__base_symbol__iexact=wanted.symbol))
    if wanted.slug:
        rows = rows.filter(document__slug=wanted.slug)
    if wanted.position == "none":
        rows = rows.filter(current_position=None)
    elif wanted.position:
        rows = rows.filter(current_position__value=wanted.position)
    if wanted.review_state:
        rows = rows.filter(review_state=wanted.review_state)
    else:
        # Named by what is left out: nearly all rows are in force, and an index on the state would
        # have SQLite sort all of them where the index of the list's order gives the first fifty.
        rows = rows.exclude(review_state__in=frozenset(ReviewState) - IN_FORCE)
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    for word in wanted.words.split():
        rows = rows.filter(folded__contains=fold(word))
    return rows.order_by(*LIST_ORDER)


def with_sources(rows: QuerySet[Record]) -> QuerySet[Record]:
    """The records with all that leads back to their source; five queries for any number."""
    return rows.select_related(
        "document", "version__file", "current_position__source"
    ).prefetch_related("states", "labels__term", "document__states_under_review")


def documents(*, state: str = "", symbol: str = "") -> QuerySet[Document]:
    """Documents about a State under review, or with a symbol; the newest first."""
    rows = Document.objects.select_related("current_version__file").prefetch_related(
        "states_under_review"
    )
    if state:
        rows = rows.filter(states_under_review__iso3=state.upper())
    if symbol:
        rows = rows.filter(symbol__iexact=symbol)
    return rows


def open_findings(*, state: str = "", symbol: str = "") -> QuerySet[DocumentFinding]:
    """Findings that wait for a person, in the order of documents and pages."""
    rows = DocumentFinding.objects.select_related("document", "record")
    rows = rows.filter(state=FindingState.OPEN)
    if state:
        rows = rows.filter(document__states_under_review__iso3=state.upper())
    if symbol:
        rows = rows.filter(document__symbol__iexact=symbol)
    return rows
