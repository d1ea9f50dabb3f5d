"""One act on assignments is taken back as a whole: 320 records given to a ministry, one undo.

Nothing leaves the history: what the act made is declined, what it changed is as before. A body that
has begun to report on what it was given makes the undo a conflict.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from upheld.core.entries import EntryState
from upheld.core.errors import Conflict, InputProblem
from upheld.core.planning import AssignmentState, Part
from upheld.core.roles import Action
from upheld.services import history
from upheld.services.permissions import Actor, authorise
from upheld.store.models import Assignment, Entry, Event
from upheld.store.queries.bodies import LIVE

UNDOABLE = frozenset(
    {
        "assignment.make",
        "assignment.propose",
        "assignment.confirm",
        "assignment.decline",
        "assignment.change",
        "assignment.end",
    }
)
CHUNK = 500


def undo_assignments(actor: Actor, *, change: UUID) -> int:
    """Take back one of the person's own acts; answers how many assignments it touched.

    Who: coordinator of the bodies concerned. One transaction: assignments, history. ``Conflict``
    when one of them was changed after the act, or reported on; ``InputProblem`` when there is
    nothing to undo.
    """
    who = authorise(actor, Action.ASSIGN)
    with transaction.atomic():
        history.lock()
        events = list(Event.objects.filter(change=change).order_by("seq"))
        mine = [e for e in events if e.object_type == "assignment" and e.action in UNDOABLE]
        if not mine or len(mine) != len(events) or mine[0].actor_id != who.pk:
            raise InputProblem(_("There is nothing to undo."))
        rows = assignments_of(mine)
        for body in {one.body_id: one.body for one in rows.values()}.values():
            authorise(who, Action.ASSIGN, body)
        require_untouched(mine)
        history.record(who, put_back(mine, rows))
    return len(mine)


def can_undo(actor: Actor, change: UUID) -> bool:
    """Whether the act is the person's own and nothing came after it."""
    events = list(Event.objects.filter(change=change).order_by("seq"))
    if not events or events[0].actor_id != actor.pk:
        return False
    if any(e.object_type != "assignment" or e.action not in UNDOABLE for e in events):
        return False
    return not _later(events)


def assignments_of(events: list[Event]) -> dict[int, Assignment]:
    """The assignments that the events tell of, by id."""
    keys = [int(event.object_id) for event in events]
    found: dict[int, Assignment] = {}
    for start in range(0, len(keys), CHUNK):
        some = Assignment.objects.filter(pk__in=keys[start : start + CHUNK])
        found |= {one.pk: one for one in some.select_related("body", "record")}
    return found


def _later(events: list[Event]) -> bool:
    """Whether an entry of the history after the act tells of one of its assignments."""
    if not events:
        return False
    keys = [event.object_id for event in events]
    after = Event.objects.filter(object_type="assignment", seq__gt=events[-1].seq)
    return any(
        after.filter(object_id__in=keys[start : start + CHUNK]).exists()
        for start in range(0, len(keys), CHUNK)
    )


def require_untouched(events: list[Event]) -> None:
    """``Conflict`` when somebody changed one of the assignments after the act, or reports on it."""
    if _later(events):
        raise Conflict(
            _("Somebody changed one of these assignments after that."),
            next_step=_("Change the assignments as they stand now."),
        )
    begun = [int(e.object_id) for e in events if e.difference.get("state", [""])[0] is None]
    for start in range(0, len(begun), CHUNK):
        entries = Entry.objects.filter(assignment__in=begun[start : start + CHUNK])
        if entries.exclude(state=EntryState.WITHDRAWN).exists():
            raise Conflict(
                _("A body has begun to report on one of these assignments."),
                next_step=_("End the assignments that are not meant, one by one."),
            )


def put_back(events: list[Event], rows: dict[int, Assignment]) -> list[history.Entry]:
    """Let the assignments be as before the act; answers what the history will say of it."""
    said = []
    for event in events:
        one = rows[int(event.object_id)]
        difference: dict[str, list[Any]] = {}
        for name, (old, _new) in event.difference.items():
            if name not in {"part", "state", "due"}:
                continue
            made_by_it = event.difference.get("state", [""])[0] is None
            if made_by_it and name != "state":
                continue
            value = _unmade(event) if made_by_it else old
            now = getattr(one, name)
            difference[name] = [now.isoformat() if isinstance(now, date) else now, value]
            setattr(one, name, date.fromisoformat(value) if name == "due" and value else value)
        difference["undoes"] = [None, event.seq]
        one.row_version += 1
        said.append(history.Entry("assignment.undo", one, difference))
    found = list(rows.values())
    # As in a batch: what leaves makes room for what comes back, leads last.
    gone = [one for one in found if one.state not in LIVE]
    leads = [one for one in found if _leads(one)]
    others = [one for one in found if one.state in LIVE and not _leads(one)]
    for some in (gone, others, leads):
        Assignment.objects.bulk_update(
            some, ["part", "state", "due", "row_version"], batch_size=CHUNK
        )
    return said


def _unmade(event: Event) -> str:
    """What an assignment becomes that the act made; an undone proposal may be made again."""
    if event.action in {"assignment.propose", "assignment.follow"}:
        return AssignmentState.ENDED.value
    return AssignmentState.DECLINED.value


def _leads(one: Assignment) -> bool:
    return one.part == Part.LEAD and one.state == AssignmentState.CONFIRMED
