"""Undo: a later entry that puts back what an earlier one changed; nothing leaves the history."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from upheld.core.errors import Conflict, InputProblem
from upheld.core.review import ReviewState
from upheld.core.roles import Action
from upheld.services import history
from upheld.services.label_bulk import UNDO
from upheld.services.label_review import ACCEPT, ADD, REJECT, REMOVE
from upheld.services.permissions import Actor, authorise
from upheld.services.propose_labels import propose_for
from upheld.services.record_access import CHUNK, take_many
from upheld.services.record_values import put_many, values_of
from upheld.store.models import Event, Record, User

CONFIRM = "record.confirm"
UNDOABLE = frozenset({CONFIRM, "record.correct", "record.split", "record.merge"})
TOGETHER = frozenset({"record.split", "record.merge"})
"""Acts that make sense only for all their records at once."""
BESIDE_THE_WORDS = frozenset({ACCEPT, REJECT, ADD, REMOVE, UNDO})
"""Acts on the labels of a record, which leave it as it is; a change before them can be undone."""


def undo(actor: Actor, *, public_id: str) -> list[Record]:
    """Take back the last change that ``actor`` made to the record.

    Of a bulk confirmation only this record is taken back, of a split or merge all its records.
    Who: coordinator, for their own changes. One transaction: records, history. ``InputProblem``
    when there is nothing of theirs to undo, ``Conflict`` when somebody else changed it after them.
    """
    who = authorise(actor, Action.REVIEW)
    with transaction.atomic():
        history.lock()  # before asking what was last: nobody may act in between
        last = _standing([public_id]).get(public_id)
        if last is None or last.action not in UNDOABLE:
            raise InputProblem(_("There is nothing to undo."))
        events = [last]
        if last.action in TOGETHER:
            events = list(Event.objects.filter(change=last.change, object_type="record"))
        return _take_back(who, events)


def undo_change(actor: Actor, *, change: UUID) -> list[Record]:
    """Take back one act with all its records, such as a confirmation of 320.

    Who: coordinator, for their own acts. One transaction: records, history.
    """
    who = authorise(actor, Action.REVIEW)
    with transaction.atomic():
        history.lock()
        events = list(
            Event.objects.filter(change=change, object_type="record", action__in=UNDOABLE)
        )
        if not events:
            raise InputProblem(_("There is nothing to undo."))
        return _take_back(who, events)


def _take_back(who: User, events: list[Event]) -> list[Record]:
    by_id = {event.object_id: event for event in events}
    records = take_many(who, dict.fromkeys(by_id, 0))
    standing = _standing(by_id)
    wanted = []
    for record in records:
        event, last = by_id[record.public_id], standing.get(record.public_id)
        if last is None or last.seq != event.seq or event.actor_id != who.pk:
            name = last.actor_name if last else ""
            raise Conflict(
                _("%(name)s changed %(record)s after that.")
                % {"name": name, "record": record.public_id},
                current=values_of(record),
                next_step=_("Correct the record as it stands now."),
            )
        old = {field: pair[0] for field, pair in event.difference.items()}
        if old.get("review_state", "") is None:
            # The act made this record; it is never deleted, because its id may have been cited.
            old = {"review_state": ReviewState.WITHDRAWN.value}
        wanted.append((record, old))
    entries = []
    for record, changed in zip(records, put_many(wanted), strict=True):
        changed["undoes"] = [None, by_id[record.public_id].seq]
        entries.append(history.Entry("record.undo", record, changed))
    history.record(who, entries)
    # A confirmation left the words alone, and with them what was proposed of them.
    propose_for([r.pk for r in records if by_id[r.public_id].action != CONFIRM])
    return records


def _standing(ids: Collection[str]) -> dict[str, Event]:
    """For each record its last change that has not been undone, where there is one."""
    standing: dict[str, Event] = {}
    undone: set[int] = set()
    asked = sorted(ids)
    for start in range(0, len(asked), CHUNK):
        chunk = asked[start : start + CHUNK]
        events = Event.objects.filter(object_type="record", object_id__in=chunk).order_by("-seq")
        for event in events.exclude(action__in=BESIDE_THE_WORDS).iterator(chunk_size=CHUNK):
            if event.action == "record.undo":
                undone.add(event.difference["undoes"][1])
            elif event.seq not in undone:
                standing.setdefault(event.object_id, event)
    return standing
