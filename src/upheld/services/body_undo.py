"""One act on the tree of bodies is taken back: a merger with all that went over by it.

Possible for one's own act, as long as nobody changed one of the bodies, assignments, entries or
actions after it. Nothing leaves the history: the undo is an act of its own.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from upheld.core.errors import Conflict, InputProblem
from upheld.core.roles import Action
from upheld.services import history
from upheld.services.assignment_undo import assignments_of, put_back, require_untouched
from upheld.services.carry_roles import GIVEN, take_back
from upheld.services.managed_users import authorise_for
from upheld.services.permissions import Actor, authorise, authorise_everywhere
from upheld.store.models import (
    ActionSupport,
    Assignment,
    Body,
    BodySuccession,
    Entry,
    Event,
    PlannedAction,
    User,
)

KINDS = frozenset({"body", "assignment", "entry", "action"})
"""What may not have changed since. Roles are taken back where they are still held."""

ACTS = frozenset(
    {
        "body.add",
        "body.change",
        "body.end",
        "body.follow",
        "assignment.end",
        "assignment.follow",
        "assignment.change",
        "entry.move",
        "action.move",
        GIVEN,
    }
)


def undo_bodies(actor: Actor, *, change: UUID) -> int:
    """Take back one of the person's own acts on the tree; answers how many bodies it touched.

    Who: administrator and coordinator of every body concerned. One transaction: bodies,
    successions, assignments, drafts, actions, roles, history. ``Conflict`` when something of it was
    changed since; ``InputProblem`` when there is nothing to undo.
    """
    who = authorise(actor, Action.MANAGE_BODIES)
    with transaction.atomic():
        history.lock()
        events = list(Event.objects.filter(change=change).order_by("seq"))
        if not _is_own(events, who):
            raise InputProblem(_("There is nothing to undo."))
        if _was_touched(events):
            raise Conflict(
                _("Somebody changed something of it after that."),
                next_step=_("Change the bodies as they stand now."),
            )
        by_kind = {kind: [e for e in events if e.object_type == kind] for kind in KINDS}
        bodies = {body.code: body for body in Body.objects.select_related("parent")}
        _require_reach(who, by_kind["body"], bodies)
        said = _actions(by_kind["action"], bodies) + _entries(by_kind["entry"], bodies)
        require_untouched(by_kind["assignment"])
        said += put_back(by_kind["assignment"], assignments_of(by_kind["assignment"]))
        followers = [e.object_id for e in by_kind["assignment"] if e.action == "assignment.follow"]
        Assignment.objects.filter(pk__in=[int(pk) for pk in followers]).delete()
        given = [event for event in events if event.action == GIVEN]
        for code in {event.difference["role"][1].split()[1] for event in given}:
            authorise_for(who, bodies[code])
        said += take_back(given, bodies)
        said += _bodies(by_kind["body"], bodies)
        history.record(who, said)
    return len({event.object_id for event in by_kind["body"]})


def can_undo_bodies(actor: Actor, change: UUID) -> bool:
    """Whether the act is the person's own and nothing of it was changed since."""
    events = list(Event.objects.filter(change=change).order_by("seq"))
    return isinstance(actor, User) and _is_own(events, actor) and not _was_touched(events)


def _is_own(events: list[Event], who: User) -> bool:
    is_about_bodies = any(event.object_type == "body" for event in events)
    return is_about_bodies and all(e.actor_id == who.pk and e.action in ACTS for e in events)


def _was_touched(events: list[Event]) -> bool:
    """Whether a later entry of the history tells of one of the same things."""
    after = Event.objects.filter(seq__gt=events[-1].seq)
    for kind in KINDS:
        names = sorted({event.object_id for event in events if event.object_type == kind})
        for start in range(0, len(names), 500):
            some = names[start : start + 500]
            if after.filter(object_type=kind, object_id__in=some).exists():
                return True
    return False


def _require_reach(who: User, events: list[Event], bodies: dict[str, Body]) -> None:
    for event in events:
        body = bodies.get(event.object_id)
        if body is None:
            authorise_everywhere(who, Action.MANAGE_BODIES)
        else:
            authorise(who, Action.MANAGE_BODIES, body)


def _actions(events: list[Event], bodies: dict[str, Body]) -> list[history.Entry]:
    said = []
    for event in reversed(events):
        action = PlannedAction.objects.get(pk=int(event.object_id))
        if "support" in event.difference:
            old, new = event.difference["support"]
            if new:
                action.supports.filter(body=bodies[new]).delete()
            ActionSupport.objects.get_or_create(action=action, body=bodies[old])
        if "lead" in event.difference:
            action.lead = bodies[event.difference["lead"][0]]
            action.row_version += 1
            action.save(update_fields=["lead", "row_version"])
        said.append(history.Entry("action.undo", action, _reversed(event)))
    return said


def _entries(events: list[Event], bodies: dict[str, Body]) -> list[history.Entry]:
    said = []
    for event in events:
        entry = Entry.objects.get(pk=int(event.object_id))
        old = {name: pair[0] for name, pair in event.difference.items()}
        entry.body, entry.body_name = bodies[old["body"]], old["body_name"]
        entry.assignment = Assignment.objects.get(pk=old["assignment"])
        entry.row_version += 1
        entry.save(update_fields=["body", "body_name", "assignment", "row_version"])
        said.append(history.Entry("entry.undo", entry, _reversed(event)))
    return said


def _bodies(events: list[Event], bodies: dict[str, Body]) -> list[history.Entry]:
    """Bodies as before, the last thing first; those that the act added go."""
    said = []
    for event in reversed(events):
        body = bodies[event.object_id]
        if event.action == "body.follow":
            successor = event.difference["successor"][1]
            BodySuccession.objects.filter(body=body, successor__code=successor).delete()
        elif event.action == "body.add":
            _remove(body)
        else:
            _restore(body, event, bodies)
        said.append(history.Entry("body.undo", body, _reversed(event)))
    return said


def _remove(body: Body) -> None:
    try:
        Body.objects.filter(pk=body.pk).delete()
    except ProtectedError as error:
        raise Conflict(
            _("%(body)s is in use already.") % {"body": body},
            next_step=_("Give it its last day instead, or say which body follows it."),
        ) from error


def _restore(body: Body, event: Event, bodies: dict[str, Body]) -> None:
    for name, (old, _new) in event.difference.items():
        match name:
            case "parent":
                body.parent = bodies[old] if old else None
            case "valid_from" | "valid_to":
                setattr(body, name, date.fromisoformat(old) if old else None)
            case _:
                setattr(body, name, old)
    body.row_version += 1
    body.save()


def _reversed(event: Event) -> dict[str, list[object]]:
    found = {name: [new, old] for name, (old, new) in event.difference.items()}
    return found | {"undoes": [None, event.seq]}
