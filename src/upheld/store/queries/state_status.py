"""The State's own status of a record: what the lead body published last, never an average."""

from __future__ import annotations

from django.db.models import OuterRef, QuerySet, Subquery

from upheld.core.entries import EntryState
from upheld.core.planning import Part
from upheld.store.models import Entry, Record


def newest_published() -> QuerySet[Entry]:
    """Published entries, the newest first."""
    return Entry.objects.filter(state=EntryState.PUBLISHED).order_by("-published_at", "-pk")


def with_state_status(records: QuerySet[Record]) -> QuerySet[Record]:
    """Each record with ``state_status`` ("in_progress"), None while its lead published nothing."""
    lead = newest_published().filter(record=OuterRef("pk"), assignment__part=Part.LEAD)
    return records.annotate(state_status=Subquery(lead.values("status")[:1]))
