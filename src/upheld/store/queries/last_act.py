"""The last act of a person on the records of a document that still stands and can be undone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from upheld.store.models import Document, Event, Record, User


@dataclass(frozen=True, slots=True)
class LastAct:
    """What was done ("record.confirm"), to which record first, and to how many."""

    change: UUID
    action: str
    number: str
    count: int


def last_act(actor: User, document: Document, undoable: Collection[str]) -> LastAct | None:
    """The newest act of ``actor`` on ``document`` that has not been undone; None without one."""
    records = Record.objects.filter(document=document)
    events = (
        Event.objects.filter(
            actor=actor, object_type="record", object_id__in=records.values("public_id")
        )
        .order_by("-seq")
        .values_list("seq", "action", "object_id", "change", "difference")
    )
    undone = set()
    for seq, action, object_id, change, difference in events.iterator(chunk_size=50):
        if action == "record.undo":
            undone.add(difference["undoes"][1])
        elif seq not in undone and action in undoable:
            number = records.get(public_id=object_id).number
            count = Event.objects.filter(change=change, object_type="record").count()
            return LastAct(change, action, number, count)
    return None


def changed_by_others(actor: User, records: Collection[str], *, since: int) -> set[str]:
    """Those of ``records`` (public ids) that somebody else changed after the event ``since``."""
    events = Event.objects.filter(seq__gt=since, object_type="record").exclude(actor=actor)
    return set(events.values_list("object_id", flat=True)) & set(records)


def newest_event() -> int:
    """The number of the newest entry of the history; 0 while there is none."""
    return Event.objects.order_by("-seq").values_list("seq", flat=True).first() or 0


def last_change(record: Record) -> Event | None:
    """The newest entry about ``record``: who changed it last, and when."""
    events = Event.objects.filter(object_type="record", object_id=record.public_id)
    return events.order_by("-seq").first()
