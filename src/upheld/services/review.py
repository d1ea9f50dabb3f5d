"""Checking records against the page: confirm, correct. A program proposed, a person decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.core.positions import Position
from upheld.core.review import CHECKED, ReviewState
from upheld.core.roles import Action
from upheld.core.states import state
from upheld.services import history
from upheld.services.permissions import Actor, authorise
from upheld.services.positions import enter_by_hand
from upheld.services.propose_labels import propose_for
from upheld.services.record_access import is_as_seen, take, take_many
from upheld.services.record_values import checked_by, put, put_many
from upheld.store.models import Record


@dataclass(frozen=True, slots=True)
class BulkOutcome:
    """What became of many records: ``conflicts`` were changed by others and left as they are.

    ``change`` undoes the whole act (``upheld.services.undo.undo_change``).
    """

    change: UUID
    confirmed: tuple[str, ...]
    conflicts: tuple[str, ...]


def confirm(actor: Actor, *, public_id: str, row_version: int) -> Record:
    """The record says what the page says.

    Who: coordinator. One transaction: record, history. ``Conflict`` when it was changed since.
    """
    who = authorise(actor, Action.REVIEW)
    with transaction.atomic():
        record = take(who, public_id, row_version)
        if record.review_state not in CHECKED:
            changed = put(record, checked_by(who, ReviewState.CONFIRMED, timezone.now()))
            history.record(who, [history.Entry("record.confirm", record, changed)])
    return record


def confirm_many(actor: Actor, *, seen: Mapping[str, int]) -> BulkOutcome:
    """Confirm each record of ``seen`` ({public_id: row_version}) that nobody changed since.

    Who: coordinator. One transaction: all records, one history entry for each.
    """
    who = authorise(actor, Action.REVIEW)
    change, now = uuid4(), timezone.now()
    confirmed, conflicts = [], []
    with transaction.atomic():
        for record in take_many(who, seen):
            if not is_as_seen(record, seen[record.public_id]):
                conflicts.append(record.public_id)
            elif record.review_state not in CHECKED:
                confirmed.append(record)
        checked = checked_by(who, ReviewState.CONFIRMED, now)
        differences = put_many([(record, checked) for record in confirmed])
        entries = [
            history.Entry("record.confirm", record, changed)
            for record, changed in zip(confirmed, differences, strict=True)
        ]
        history.record(who, entries, change=change)
    return BulkOutcome(change, tuple(r.public_id for r in confirmed), tuple(conflicts))


def correct(
    actor: Actor,
    *,
    public_id: str,
    row_version: int,
    text: str | None = None,
    number: str | None = None,
    states: Sequence[str] | None = None,
    position: Position | None = None,
    note: str = "",
) -> Record:
    """Put right what the program misread; ``None`` leaves a value as it is.

    ``states`` are ISO 3166 codes in printed order. A position given by hand becomes a new entry of
    the position's history. Who: coordinator. One transaction: record, States, position, history.
    ``InputProblem`` for an empty text or an unknown State, ``Conflict`` when changed since.
    """
    who = authorise(actor, Action.REVIEW)
    wanted = _wanted(text, number, states)
    with transaction.atomic():
        record = take(who, public_id, row_version)
        if position is not None:
            entry = enter_by_hand(who, record, position)
            wanted["current_position_id"] = entry.pk
        wanted |= checked_by(who, ReviewState.CORRECTED, timezone.now())
        changed = put(record, wanted)
        history.record(who, [history.Entry("record.correct", record, changed, note)])
        propose_for([record.pk])
    return Record.objects.select_related("current_position").get(pk=record.pk)


def _wanted(text: str | None, number: str | None, states: Sequence[str] | None) -> dict[str, Any]:
    wanted: dict[str, Any] = {}
    if text is not None:
        wanted["text"] = " ".join(text.split())
        if not wanted["text"]:
            raise InputProblem(
                _("The text is empty."),
                next_step=_("Enter the words of the document, or leave the record as it is."),
            )
    if number is not None:
        wanted["number"] = number.strip()
    if states is not None:
        for iso3 in states:
            try:
                state(iso3)
            except KeyError:
                raise InputProblem(
                    _("There is no State with the code %(code)s.") % {"code": iso3},
                    next_step=_("Choose the State from the list."),
                ) from None
        wanted["states"] = list(dict.fromkeys(states))
    return wanted
