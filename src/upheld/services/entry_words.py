"""What an entry said at each submission, and what the next submission changed in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from upheld.services.entries import last_published, words_of
from upheld.services.history import Difference
from upheld.store.models import Entry, Event

WRITING = ("entry.begin", "entry.write", "entry.submit")
"""Acts by which a person has a hand in the words of an entry."""


def events_of(entry: Entry) -> list[Event]:
    """The history of the entry, the first act first."""
    kind, key = entry.cited_as()
    return list(Event.objects.filter(object_type=kind, object_id=key).order_by("seq"))


def events_of_many(entries: Iterable[Entry]) -> dict[int, list[Event]]:
    """The histories of several entries, by entry, in one question."""
    told: dict[int, list[Event]] = {entry.pk: [] for entry in entries}
    rows = Event.objects.filter(object_type="entry", object_id__in=list(map(str, told)))
    for event in rows.order_by("seq"):
        told[int(event.object_id)].append(event)
    return told


def writers(entry: Entry, events: Iterable[Event]) -> frozenset[int]:
    """Everybody who had a hand in the words: none of them may validate or accept the entry."""
    hands = {event.actor_id for event in events if event.action in WRITING}
    return frozenset(hands | {entry.written_by_id, entry.submitted_by_id or entry.written_by_id})


def submission(entry: Entry, events: Iterable[Event]) -> Difference:
    """What a submission of the entry as it is now changes since the version before it.

    The version before is the last submission; at the first, the published entry it begins from;
    without one, nothing.
    """
    before: dict[str, Any] = {}
    published = last_published(entry.assignment)
    if published is not None and published.pk != entry.pk:
        before = words_of(published)
    for event in events:
        if event.action == "entry.submit":
            before |= {field: pair[1] for field, pair in event.difference.items()}
    now = words_of(entry)
    return {
        field: [before.get(field), now[field]] for field in now if before.get(field) != now[field]
    }


def last_submission(events: Iterable[Event]) -> Difference:
    """What the last submission changed: {"done": ["A bill.", "A bill and a hearing."]}."""
    last: Difference = {}
    for event in events:
        if event.action == "entry.submit":
            last = event.difference
    return last
