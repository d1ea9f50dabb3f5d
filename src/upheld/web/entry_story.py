"""The history of an entry, and what changed since the version before, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from upheld.analysis.word_difference import Kind, Piece, word_difference
from upheld.services.entry_words import last_submission
from upheld.services.history import Difference
from upheld.store.models import Event, PlannedAction
from upheld.web.entry_words import ACTS, FIELDS
from upheld.web.workspace_words import STATUSES

CONTEXT = 80
"""Letters shown before and after what changed, where a list has room for no more."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One field: its name and the pieces of both versions."""

    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """One act on an entry: when, who, what, why, and what it changed in the words."""

    time: datetime
    who: str
    act: str
    reason: str
    changes: tuple[Changed, ...]


def story(events: Iterable[Event]) -> list[Act]:
    """The acts on an entry, the newest first."""
    acts = [
        Act(
            event.time,
            event.actor_name,
            str(ACTS.get(event.action, event.action)),
            event.reason,
            changes(event.difference) if event.action == "entry.submit" else (),
        )
        for event in events
    ]
    return acts[::-1]


def is_first(events: list[Event]) -> bool:
    """Whether nothing was said before: no earlier version to compare with."""
    last = last_submission(events)
    return "done" not in last or last["done"][0] is None


def changes(difference: Difference, *, short: bool = False) -> tuple[Changed, ...]:
    """What a submission changed, field by field; ``short`` leaves long unchanged parts out."""
    found = []
    for field, name in FIELDS.items():
        if field in difference and field != "language":
            before, after = (shown(field, value) for value in difference[field])
            pieces = _pieces(field, before, after)
            found.append(Changed(str(name), _shortened(pieces) if short else pieces))
    return tuple(found)


def _pieces(field: str, before: str, after: str) -> tuple[Piece, ...]:
    """Texts word by word; a status or a day as a whole, since half of one says nothing."""
    if field in {"done", "result"}:
        return word_difference(before, after)
    whole = (Piece(Kind.OUT, before), Piece(Kind.KEPT, " "), Piece(Kind.IN, after))
    return whole if before else whole[2:]


def shown(field: str, value: Any) -> str:
    """A value of an entry as a reader sees it; "" for none."""
    if value in (None, ""):
        return ""
    match field:
        case "status":
            return str(STATUSES[value].name)
        case "as_of":
            return date_format(date.fromisoformat(value), "DATE_FORMAT")
        case "action":
            action = PlannedAction.objects.filter(pk=value).first()
            return str(action) if action else _("an action that is no longer in the plan")
        case _:
            return str(value)


def _shortened(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    cut = []
    for piece in pieces:
        text = piece.text
        room = CONTEXT * 2 if piece.kind is Kind.KEPT else CONTEXT * 4
        if len(text) > room:
            half = room // 2
            text = f"{text[:half].rstrip()} … {text[-half:].lstrip()}"
        cut.append(Piece(piece.kind, text))
    return tuple(cut)
