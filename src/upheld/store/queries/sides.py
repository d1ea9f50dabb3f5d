"""The records of one side of a comparison, and how they are spread; each count is one query."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from django.db.models import Count, QuerySet

from upheld.core.items import ItemKind
from upheld.core.labels import Decision
from upheld.core.review import IN_FORCE, ReviewState
from upheld.core.sides import KINDS, Publication, Side
from upheld.store.models import Document, Label, ProposedLabel, RecommendingState, Record

NO_POSITION = "none"
_GONE = frozenset(ReviewState) - IN_FORCE


def documents_of(
    documents: QuerySet[Document], side: Side, publication: Publication
) -> list[Document]:
    """Those of ``documents`` that belong to ``side``, the newest first.

    Which mechanism a document belongs to is told by its kind and body.
    """
    rows = documents.filter(states_under_review__iso3=side.state, kind__in=KINDS[publication])
    return [row for row in rows if side.holds(row.kind, row.body, row.cycle)]


def keys_of(documents: QuerySet[Document], side: Side, publication: Publication) -> list[int]:
    """The keys of the same documents: a list by others makes one of every symbol, so thousands."""
    rows = documents.filter(states_under_review__iso3=side.state, kind__in=KINDS[publication])
    columns = rows.order_by().values_list("pk", "kind", "body", "cycle")
    return [pk for pk, kind, body, cycle in columns if side.holds(kind, body, cycle)]


def records_of(records: QuerySet[Record], documents: Iterable[int]) -> QuerySet[Record]:
    """Those of ``records`` in force that stand in ``documents``, given by their keys."""
    rows = records.filter(document__in=list(documents))
    return rows.exclude(review_state__in=_GONE).order_by()


def by_kind(records: QuerySet[Record]) -> dict[str, int]:
    """How many recommendations, concerns …; they add up to all records."""
    return dict(records.values_list("kind").annotate(n=Count("pk")))


def by_position(records: QuerySet[Record]) -> dict[str, int]:
    """Recommendations by the position that holds now, "none" where none is stated."""
    asked = records.filter(kind=ItemKind.RECOMMENDATION)
    counted = asked.values_list("current_position__value").annotate(n=Count("pk"))
    return {value or NO_POSITION: n for value, n in counted}


def recommending(records: QuerySet[Record]) -> Iterator[tuple[int, str]]:
    """Each record with each State that recommends it: pairs of key and ISO3."""
    rows = RecommendingState.objects.filter(record__in=records.values("pk"))
    return rows.order_by().values_list("record_id", "iso3").iterator(chunk_size=5000)


def given_labels(records: QuerySet[Record]) -> Iterator[tuple[int, int]]:
    """Each record with each term that a document or a person gave it: pairs of keys.

    Pairs and not counts: two terms may mean one theme, and a record with both counts once.
    """
    rows = Label.objects.filter(record__in=records.values("pk")).order_by()
    return rows.values_list("record_id", "term_id").iterator(chunk_size=5000)


def proposed_labels(records: QuerySet[Record]) -> Iterator[tuple[int, int]]:
    """The same for terms that the program proposes and nobody has decided about."""
    rows = ProposedLabel.objects.filter(
        record__in=records.values("pk"), decision=Decision.WAITING
    ).order_by()
    return rows.values_list("record_id", "term_id").iterator(chunk_size=5000)


def counts_by_publication(
    documents: QuerySet[Document], records: QuerySet[Record], side: Side
) -> Counter[Publication]:
    """How many records in force each publication holds of ``side``."""
    found: Counter[Publication] = Counter()
    for publication in Publication:
        held = keys_of(documents, side, publication)
        if held:
            found[publication] = records_of(records, held).count()
    return found
