"""What a line of the history is about: its name and its page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from upheld.services.permissions import Actor, visible_to
from upheld.store.models import (
    Assessment,
    Assignment,
    Event,
    Evidence,
    Indicator,
    PlannedAction,
    Record,
    Reply,
)
from upheld.store.models import Entry as BodyEntry
from upheld.web.history_acts import KINDS, told_of
from upheld.web.history_reasons import with_documents
from upheld.web.history_words import Told
from upheld.web.templatetags.entries import replying_body

Named = tuple[str, str]
"""A name and an address ("" for none)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what was done, to a thing of which kind, by what name, at which address."""

    told: Told
    kind: str
    name: str
    address: str
    seal: str


def lines(actor: Actor, events: Iterable[Event]) -> list[Line]:
    """``events`` with names and addresses; one question for each kind of thing among them."""
    held = list(events)
    named = _names(actor, held)
    words = with_documents(actor, held, [told_of(event) for event in held])
    return [
        Line(
            told,
            str(KINDS.get(event.object_type, event.object_type)),
            *named.get((event.object_type, event.object_id), _plain(event)),
            event.hash,
        )
        for event, told in zip(held, words, strict=True)
    ]


def _plain(event: Event) -> Named:
    """Things whose name in the history is their name in addresses."""
    addresses = {
        "record": "recommendation",
        "document": "document",
        "body": "body",
        "plan": "plan",
        "user": "person_history",
        "reading": "reading",
        "import": "import_run",
    }
    name = addresses.get(event.object_type)
    return event.object_id, reverse(name, args=[event.object_id]) if name else ""


def _names(actor: Actor, events: list[Event]) -> dict[tuple[str, str], Named]:
    keys: dict[str, set[int]] = defaultdict(set)
    for event in events:
        if event.object_id.isdecimal():
            keys[event.object_type].add(int(event.object_id))
    found: dict[tuple[str, str], Named] = {}
    for kind, (rows, name) in _KINDS.items():
        if keys[kind]:
            for row in visible_to(actor, rows().filter(pk__in=keys[kind])):
                found[kind, str(row.pk)] = name(row)
    return found


def _record(record: Record) -> Named:
    return record.public_id, reverse("recommendation", args=[record.public_id])


def _under(row: Evidence | Reply) -> Named:
    """Evidence and replies stand under an entry or an assessment."""
    name = replying_body(row) if isinstance(row, Reply) else str(row)
    if row.entry_id:
        return name, reverse("entry", args=[row.entry_id])
    return name, reverse("assessment", args=[row.assessment_id])


_KINDS: dict[str, tuple[Callable[[], QuerySet[Any]], Callable[[Any], Named]]] = {
    "assignment": (
        lambda: Assignment.objects.select_related("record", "body"),
        lambda row: (f"{row.record.public_id}, {row.body.code}", _record(row.record)[1]),
    ),
    "entry": (
        lambda: BodyEntry.objects.select_related("record"),
        lambda row: (
            f"{row.record.public_id}, {row.body_name}",
            reverse("entry", args=[row.pk]),
        ),
    ),
    "assessment": (
        lambda: Assessment.objects.select_related("record"),
        lambda row: (
            f"{row.record.public_id}, {row.assessor_name}",
            reverse("assessment", args=[row.pk]),
        ),
    ),
    "evidence": (lambda: Evidence.objects.all(), _under),
    "reply": (lambda: Reply.objects.select_related("body"), _under),
    "action": (
        lambda: PlannedAction.objects.all(),
        lambda row: (str(row), reverse("planned_action", args=[row.pk])),
    ),
    "indicator": (
        lambda: Indicator.objects.all(),
        lambda row: (str(row), reverse("planned_action", args=[row.action_id])),
    ),
}
