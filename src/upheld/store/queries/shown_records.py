"""Records as a list shows them: words, number, position, States, and the document they stand in.

"143.27, Viet Nam: End torture (Chile; noted), A/HRC/26/6 page 20". Three questions to the database
for any number of records, and columns instead of objects: a list shows a third of what a record and
its document have, and objects take longer than the answers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from upheld.store.models import RecommendingState, Record, StateUnderReview

_COLUMNS = (
    "pk", "public_id", "kind", "number", "text", "printed", "page", "review_state",
    "current_position__value", "document_id",
)  # fmt: skip
_DOCUMENT = (
    "document__slug", "document__symbol", "document__title", "document__kind",
    "document__language", "document__relates_to__symbol",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """A document by its names: ``relates_to`` is the symbol of the report that it belongs to.

    ``states`` are those under review, by ISO 3166 code, in their order.
    """

    slug: str
    symbol: str
    title: str
    kind: str
    language: str
    relates_to: str
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """One record; ``text`` is as printed where nobody has read it otherwise.

    ``position`` is "" where none is stated, ``page`` 0 where none is known. ``states`` are
    those that recommend, by ISO 3166 code, in their order.
    """

    pk: int
    public_id: str
    kind: str
    number: str
    text: str
    page: int
    review_state: str
    position: str
    states: tuple[str, ...]
    document: ShownDocument


def shown_records(rows: QuerySet[Record]) -> dict[int, ShownRecord]:
    """The records of ``rows`` by their key, in no particular order."""
    found = list(rows.order_by().values_list(*_COLUMNS, *_DOCUMENT))
    recommending = _by_key(
        RecommendingState.objects.filter(record__in=[row[0] for row in found])
        .order_by("order")
        .values_list("record_id", "iso3")
    )
    under_review = _by_key(
        StateUnderReview.objects.filter(document__in={row[9] for row in found})
        .order_by("order")
        .values_list("document_id", "iso3")
    )
    return {
        pk: ShownRecord(
            pk, public_id, kind, number, text or printed, page, review_state, position or "",
            recommending[pk],
            ShownDocument(slug, symbol, title, of, language, related or "", under_review[document]),
        )
        for (
            pk, public_id, kind, number, text, printed, page, review_state, position, document,
            slug, symbol, title, of, language, related,
        ) in found
    }  # fmt: skip


def _by_key(pairs: Iterable[tuple[int, str]]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for key, iso3 in pairs:
        found[key] += (iso3,)
    return found
