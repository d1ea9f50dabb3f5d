"""The history of bodies and assignments in the reader's words: "given to this body"."""

from __future__ import annotations

from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upheld.core.planning import AssignmentState
from upheld.core.typed_days import day_typed
from upheld.store.models import Event
from upheld.web.body_words import ASSIGNMENT_STATES, BODY_KINDS, PARTS, SUCCESSIONS
from upheld.web.history_words import Change, Told

ACTS: dict[str, Promise] = {
    "body.add": _("added to the tree"),
    "body.change": _("changed"),
    "body.end": _("given its last day"),
    "body.follow": _("followed by another body"),
    "body.undo": _("a change was undone"),
    "assignment.make": _("given to this body"),
    "assignment.propose": _("proposed for this body"),
    "assignment.confirm": _("the proposal was confirmed"),
    "assignment.decline": _("the proposal was declined"),
    "assignment.change": _("changed"),
    "assignment.end": _("ended"),
    "assignment.follow": _("taken over from the body before"),
    "assignment.undo": _("a change was undone"),
}

FIELDS: dict[str, Promise] = {
    "names": _("Name of the body"),
    "kind": _("Kind"),
    "parent": _("Stands below"),
    "abbreviation": _("Abbreviation"),
    "valid_from": _("Exists since"),
    "valid_to": _("Last day"),
    "source": _("Source"),
    "checked": _("Compared with the source"),
    "successor": _("Followed by"),
    "succession": _("How"),
    "part": _("Lead or support"),
    "state": _("State of the assignment"),
    "due": _("Due"),
}

# These begin with all their values; the page shows them already.
BEGINNINGS = frozenset({"body.add", "assignment.make", "assignment.propose", "assignment.follow"})


def told_of_body(event: Event) -> Told:
    """An entry about a body or an assignment in words."""
    fields = {} if event.action in BEGINNINGS else FIELDS
    changes = tuple(
        Change(str(name), _shown(field, before), _shown(field, after))
        for field, name in fields.items()
        if field in event.difference
        for before, after in [event.difference[field]]
    )
    act = str(ACTS.get(event.action) or event.action)
    return Told(event.time, event.actor_name, act, event.reason, bool(event.reason), changes)


def _shown(field: str, value: Any) -> str:
    if value is None or value == "" or value == {}:
        return gettext("nothing")
    match field:
        case "names":
            return "; ".join(value.values())
        case "kind":
            return str(BODY_KINDS[value].one)
        case "succession":
            return str(SUCCESSIONS[value])
        case "part":
            return str(PARTS[value])
        case "checked":
            return gettext("yes") if value else gettext("no")
        case "state":
            known = value in set(AssignmentState)
            return str(ASSIGNMENT_STATES[value].name) if known else str(value)
        case "valid_from" | "valid_to" | "due":
            day = day_typed(value)
            return date_format(day) if day else str(value)
        case _:
            return str(value)
