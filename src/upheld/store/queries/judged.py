"""The judgements that stand, pair by pair: whose word counts, and what follows for others."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from upheld.core.judgements import Judged, Judgements, Verdict
from upheld.store.models import Judgement, Record


def standing(record: Record | None = None) -> QuerySet[Judgement]:
    """Judgements that nobody withdrew, of one record or of all; the oldest first."""
    rows = Judgement.objects.filter(withdrawn_at=None)
    if record:
        rows = rows.filter(Q(one=record) | Q(other=record))
    return rows.order_by("pk")


def judgements(*, without: tuple[int, int] | None = None) -> Judgements[int]:
    """What follows from all of them, by keys of records; ``without`` leaves one pair out."""
    return Judgements(pair for pair in _pairs() if (pair.one, pair.other) != without)


def judgements_about(record: Record) -> QuerySet[Judgement]:
    """Every judgement of a record, the withdrawn ones too, the newest first."""
    rows = Judgement.objects.filter(Q(one=record) | Q(other=record))
    return rows.select_related("author", "withdrawn_by").order_by("-pk")


def _pairs() -> Iterator[Judged[int]]:
    # The newest judgement of a pair counts, whoever made it; the page shows the others beside it.
    newest: dict[tuple[int, int], str] = {}
    for one, other, verdict in standing().values_list("one_id", "other_id", "verdict"):
        newest[one, other] = verdict
    for (one, other), verdict in newest.items():
        yield Judged(one, other, Verdict(verdict))
