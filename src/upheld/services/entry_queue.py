"""What waits for a step: submitted entries for the validating authority, then for the coordinator.

Entries whose due date has passed stand first, then by the day on which they came.
"""

from __future__ import annotations

from django.db.models import F, QuerySet

from upheld.core.entries import EntryState, Step
from upheld.core.roles import Action
from upheld.services.held_roles import EVERY_BODY, Actor, bodies_for
from upheld.services.permissions import visible_to
from upheld.store.models import Entry

QUEUES: dict[Step, tuple[EntryState, Action]] = {
    Step.VALIDATE: (EntryState.SUBMITTED, Action.VALIDATE),
    Step.ACCEPT: (EntryState.VALIDATED, Action.ACCEPT),
    Step.PUBLISH: (EntryState.ACCEPTED, Action.PUBLISH),
}
"""For each step that others take: which entries wait for it, and who may take it."""


def queue(actor: Actor, step: Step) -> QuerySet[Entry]:
    """The entries that wait for ``actor`` to take ``step``; none for who may not take it."""
    state, action = QUEUES[step]
    bodies = bodies_for(actor, action)
    rows = visible_to(actor, Entry.objects.filter(state=state))
    if bodies is not EVERY_BODY:
        rows = rows.filter(body__in=bodies)
    return rows.order_by(F("assignment__due").asc(nulls_last=True), "submitted_at", "pk")


def waiting(actor: Actor) -> dict[Step, int]:
    """How many entries wait for each step that ``actor`` may take; no other step is in it."""
    return {
        step: queue(actor, step).count()
        for step, (_state, action) in QUEUES.items()
        if bodies_for(actor, action) != frozenset()
    }
