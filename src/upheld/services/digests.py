"""What a person should know today: sent back, late, due soon, waiting for them, escalated, changed.

One list for the first page and for the mail. It names recommendations, bodies and days, and quotes
nothing that was written: a mail passes through other hands.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from upheld.core.entries import Step
from upheld.core.planning import AssignmentState
from upheld.core.reminders import Topic
from upheld.core.reporting_clock import Timing
from upheld.core.roles import Action
from upheld.services.agenda import Line, agenda, my_agenda
from upheld.services.entry_queue import waiting
from upheld.services.held_roles import EVERY_BODY, bodies_for
from upheld.services.permissions import visible_to
from upheld.store.models import Assignment, Body, Entry, Event, Snooze, User

OTHERS_STEPS = {f"entry.{step.value}": step for step in (Step.VALIDATE, Step.ACCEPT, Step.PUBLISH)}
"""Steps of others that a focal point is told of; what was sent back has its own topic."""

RECENT = timedelta(days=7)
"""How far back changes are told to somebody who had no digest yet, and on the first page."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line: what it is about ("A/HRC/90/7, 140.1"), whose, by when, and where it is dealt with.

    ``number`` counts what waits for ``step``; ``step`` is also what others did.
    """

    topic: Topic
    address: str
    what: str = ""
    body: Body | None = None
    due: date | None = None
    number: int = 0
    step: Step | None = None


def digest(person: User, *, today: date | None = None, after_event: int = -1) -> list[Item]:
    """Everything that ``person`` should know, the most urgent first.

    What they put off is left out. ``after_event`` is the newest act that they were told of already;
    -1 tells of the last seven days.
    """
    today = today or timezone.localdate()
    put_off = set(
        Snooze.objects.filter(user=person, until__gte=today).values_list("assignment", flat=True)
    )
    mine = [line for line in my_agenda(person, today) if line.assignment not in put_off]
    # Whoever reports knows of it already, and nobody is told twice in one mail.
    known = {line.assignment for line in mine}
    higher = [line for line in _escalated(person, today) if line.assignment not in known]
    lines = [*mine, *higher]
    rows = Assignment.objects.select_related("body", "record__document").in_bulk(
        [line.assignment for line in lines if _topic(line) or line in higher]
    )
    items = [_item(topic, line, rows[line.assignment]) for line in mine if (topic := _topic(line))]
    items += [
        Item(Topic.WAITS, reverse("work_queue", args=[step.value]), number=number, step=step)
        for step, number in waiting(person).items()
        if number
    ]
    items += [_item(Topic.ESCALATED, line, rows[line.assignment]) for line in higher]
    items += _changed(person, after_event)
    return sorted(items, key=lambda item: list(Topic).index(item.topic))


def _topic(line: Line) -> Topic | None:
    if line.sent_back:
        return Topic.SENT_BACK
    if line.state not in {"", "draft"}:
        return None
    return {Timing.LATE: Topic.LATE, Timing.DUE_SOON: Topic.DUE_SOON}.get(line.timing)


def _item(topic: Topic, line: Line, asked: Assignment) -> Item:
    if topic is Topic.ESCALATED:
        address = reverse("recommendation", args=[asked.record.public_id])
    else:
        address = reverse("report", args=[asked.pk])
    return Item(topic, address, _what(asked), asked.body, line.due)


def _what(asked: Assignment) -> str:
    document = asked.record.document
    return f"{document.symbol or document.title}, {asked.record.number}"


def _escalated(person: User, today: date) -> list[Line]:
    """What is late for so long that it is told to the validating authority, or the coordinator."""
    validator, coordinator = settings.UPHELD_ESCALATION
    found: dict[int, Line] = {}
    for action, days in ((Action.VALIDATE, validator), (Action.REMIND, coordinator)):
        bodies = bodies_for(person, action)
        if bodies is not EVERY_BODY and not bodies:
            continue
        asked = Assignment.objects.filter(
            state=AssignmentState.CONFIRMED, due__lt=today - timedelta(days=days)
        )
        rows = visible_to(person, asked)
        if bodies is not EVERY_BODY:
            rows = rows.filter(body__in=bodies)
        late = (line for line in agenda(rows, today) if line.timing is Timing.LATE)
        found |= {line.assignment: line for line in late}
    return sorted(found.values(), key=lambda line: (*line.urgency, line.assignment))


def _changed(person: User, after_event: int) -> Iterable[Item]:
    """What others did with the entries of the bodies for which ``person`` reports."""
    bodies = bodies_for(person, Action.REPORT)
    if bodies is EVERY_BODY or not bodies:
        return []
    events = Event.objects.filter(object_type="entry", action__in=OTHERS_STEPS)
    if after_event >= 0:
        events = events.filter(seq__gt=after_event)
    else:
        events = events.filter(time__gte=timezone.now() - RECENT)
    last = {int(key): action for key, action in _in_order(events.exclude(actor=person))}
    entries = visible_to(person, Entry.objects.filter(pk__in=last, body__in=bodies))
    rows = entries.select_related("assignment__body", "assignment__record__document")
    return [
        Item(
            Topic.CHANGED,
            reverse("entry", args=[entry.pk]),
            _what(entry.assignment),
            entry.body,
            step=OTHERS_STEPS[last[entry.pk]],
        )
        for entry in rows.order_by("pk")
    ]


def _in_order(events: QuerySet[Event]) -> Iterable[tuple[str, str]]:
    return events.order_by("seq").values_list("object_id", "action")
