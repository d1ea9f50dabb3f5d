"""Entries of the history in the reader's words: who did what to a record, and what it changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from upheld.core.states import state
from upheld.store.models import Event
from upheld.web.account_words import ACCOUNT_ACTS, ACCOUNT_FIELDS, role_said
from upheld.web.label_words import label_words
from upheld.web.words import POSITIONS, REVIEW_STATES, VERDICTS

ACTS: dict[str, Promise] = {
    "record.add": _("taken in from the document"),
    "record.update": _("changed by a new version of the document"),
    "record.withdraw": _("withdrawn, because the new version of the document no longer has it"),
    "record.position": _("position taken from a document"),
    "import.batch": _("imported"),
    "label.map": _("a label was mapped"),
    "record.label": _("labels taken from a document"),
    "record.accept_label": _("proposed labels accepted"),
    "record.reject_label": _("proposed labels rejected"),
    "record.add_label": _("a label was added by hand"),
    "record.remove_label": _("a label was removed"),
    "record.undo_labels": _("a decision about labels was undone"),
    "record.confirm": _("confirmed"),
    "record.correct": _("corrected"),
    "record.split": _("split"),
    "record.merge": _("merged"),
    "record.undo": _("a change was undone"),
    "record.judge": _("held against another record"),
    "record.withdraw_judgement": _("a judgement was withdrawn"),
}

# What a person did; the reason of all other acts is the place in a document.
BY_HAND = frozenset({"record.confirm", "record.correct", "record.split", "record.merge"})

# A record begins with all its values; the page shows them already.
BEGINNING = "record.add"

# What a reader wants to see of a change; the rest is bookkeeping.
FIELDS: dict[str, Promise] = {
    "number": _("Number"),
    "text": _("Words"),
    "states": _("Recommended by"),
    "position": _("Position"),
    "review_state": _("State of review"),
    "labels": _("Labels"),
    "twin": _("Other record"),
    "verdict": _("Judgement"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One field of an entry: its name, and the value before and after."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of the history as the page shows it."""

    time: datetime
    who: str
    act: str
    reason: str
    by_hand: bool
    changes: tuple[Change, ...]


def told(event: Event) -> Told:
    """An entry in words. An act without words of its own is shown by its code."""
    shown = {} if event.action == BEGINNING else FIELDS | ACCOUNT_FIELDS
    changes = tuple(
        Change(str(name), _shown(field, before), _shown(field, after))
        for field, name in shown.items()
        if field in event.difference
        for before, after in [event.difference[field]]
    )
    act = ACTS.get(event.action) or ACCOUNT_ACTS.get(event.action)
    return Told(
        event.time,
        event.actor_name,
        str(act or event.action),
        event.reason,
        event.action in BY_HAND,
        changes,
    )


def _shown(field: str, value: Any) -> str:
    if value is None or value == "" or value == []:
        return gettext("nothing")
    match field:
        case "states":
            language = get_language() or "en"
            return "; ".join(state(iso3).names.get(language, state(iso3).name) for iso3 in value)
        case "labels":
            return "; ".join(label_words(*label.split(": ", 1)) for label in value)
        case "position":
            return str(POSITIONS[value].name)
        case "review_state":
            return str(REVIEW_STATES[value].name)
        case "verdict":
            return str(VERDICTS[value].name)
        case "role":
            return role_said(value)
        case "is_active":
            return gettext("open") if value else gettext("closed")
        case _:
            return str(value)
