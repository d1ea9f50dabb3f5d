"""The history: each act adds entries, each entry seals the one before it.

An entry's hash is the SHA-256 of its other fields as JSON with sorted keys, the previous hash
among them. Whoever changes or removes an old entry has to rewrite all later ones; printing the
head (``head()``) or mailing it to an outside witness makes even that visible.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Protocol
from uuid import UUID, uuid4

from django.db import connection
from django.utils import timezone

from upheld.core.findings import Finding
from upheld.store.models import Event, User

Difference = Mapping[str, list[Any]]


class Cited(Protocol):
    """A thing that the history tells of: a record, a body, an entry."""

    def cited_as(self) -> tuple[str, str]:
        """Its kind and its lasting name: ("record", "A-HRC-26-6-143.27")."""
        ...


FIRST = "0" * 64
"""What stands as previous hash in the first entry."""

_LOCK = 0x757068656C64  # "upheld" in ASCII: one number for this program in PostgreSQL's lock table


@dataclass(frozen=True, slots=True)
class Entry:
    """What one entry says: "record.confirm" on a record, with ``{field: [old, new]}``."""

    action: str
    target: Cited
    difference: Difference = field(default_factory=dict)
    reason: str = ""


def lock() -> None:
    """Wait until no other transaction writes history; held to the end of this transaction.

    SQLite has taken its one write lock already, because transactions begin IMMEDIATE.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("history is written inside the transaction of the change it tells")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def record(actor: User, entries: Iterable[Entry], *, change: UUID | None = None) -> list[Event]:
    """Add ``entries`` as one act of ``actor``; they share ``change``."""
    lock()
    change = change or uuid4()
    now = timezone.now()
    last = Event.objects.order_by("-seq").first()
    seq, previous = (last.seq, last.hash) if last else (0, FIRST)
    events = []
    for entry in entries:
        seq += 1
        object_type, object_id = entry.target.cited_as()
        event = Event(
            seq=seq,
            time=now,
            actor=actor,
            actor_name=actor.get_full_name(),
            action=entry.action,
            object_type=object_type,
            object_id=object_id,
            difference=dict(entry.difference),
            reason=entry.reason,
            change=change,
            previous_hash=previous,
        )
        event.hash = previous = seal(event)
        events.append(event)
    return Event.objects.bulk_create(events, batch_size=500)


def seal(event: Event) -> str:
    """The SHA-256 of all that the entry says and of the hash before it, in hexadecimal."""
    said = {
        "seq": event.seq,
        "time": _utc(event.time),
        "actor": event.actor_id,
        "actor_name": event.actor_name,
        "action": event.action,
        "object_type": event.object_type,
        "object_id": event.object_id,
        "difference": event.difference,
        "reason": event.reason,
        "change": str(event.change),
        "previous_hash": event.previous_hash,
    }
    text = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def head() -> tuple[int, str]:
    """The number and hash of the newest entry, to be kept by an outside witness."""
    last = Event.objects.order_by("-seq").first()
    return (last.seq, last.hash) if last else (0, FIRST)


def find_seals(seals: Iterable[str]) -> list[Finding]:
    """Those of ``seals`` that no event has: a head noted last year, a line of a document."""
    return [
        Finding("history.no_seal", arguments={"seal": seal})
        for seal in seals
        if not Event.objects.filter(hash="".join(seal.split()).lower()).exists()
    ]


def verify_chain() -> list[Finding]:
    """Every entry that is missing, was changed or does not follow from the one before it."""
    findings = []
    expected, previous = 1, FIRST
    for event in Event.objects.order_by("seq").iterator(chunk_size=2000):
        if event.seq != expected:
            findings.append(
                Finding("history.gap", arguments={"first": expected, "last": event.seq - 1})
            )
        elif event.previous_hash != previous or event.hash != seal(event):
            findings.append(Finding("history.changed", arguments={"seq": event.seq}))
        expected, previous = event.seq + 1, event.hash
    return findings


def _utc(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="microseconds")
