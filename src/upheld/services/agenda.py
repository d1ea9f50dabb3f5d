"""What bodies were asked and how they stand to it: late, due soon, sent back, answered.

One line for each assignment in force. Lists, reminders, the first page and flags read from here, so
that they never disagree about what is late.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from upheld.core.entries import EntryState
from upheld.core.planning import AssignmentState
from upheld.core.reporting_clock import Timing, is_silent, timing
from upheld.core.roles import Action
from upheld.services.entries import OPEN
from upheld.services.held_roles import EVERY_BODY, Actor, bodies_for
from upheld.services.permissions import visible_to
from upheld.store.models import Assignment, Entry

SENT = (
    EntryState.SUBMITTED,
    EntryState.VALIDATED,
    EntryState.ACCEPTED,
    EntryState.PUBLISHED,
)
"""The states of an entry that its body has sent in."""

CHUNK = 500
"""Records asked for at once; SQLite takes only so many values in one question."""


@dataclass(frozen=True, slots=True)
class Line:
    """One assignment. ``entry`` is the one under way, ``state`` its state ("" without one).

    ``status`` is what was last sent in ("" for nothing), ``days_late`` 0 for what is not late.
    """

    assignment: int
    record: int
    body: int
    part: str
    due: date | None
    timing: Timing
    days_late: int
    entry: int | None
    state: str
    sent_back: bool
    silent: bool
    status: str

    @property
    def urgency(self) -> tuple[int, date]:
        """What to do first: what was sent back, what is late the longest, what is due next."""
        rank = list(Timing).index(self.timing)
        return (0 if self.sent_back else rank + 1, self.due or date.max)


def my_agenda(actor: Actor, today: date | None = None) -> list[Line]:
    """What is asked of the bodies for which ``actor`` reports, the most urgent first."""
    bodies = bodies_for(actor, Action.REPORT)
    if bodies is not EVERY_BODY and not bodies:
        return []
    rows = visible_to(actor, Assignment.objects.all())
    return agenda(rows if bodies is EVERY_BODY else rows.filter(body__in=bodies), today)


def agenda(
    assignments: QuerySet[Assignment],
    today: date | None = None,
    *,
    entries: QuerySet[Entry] | None = None,
) -> list[Line]:
    """A line for each of ``assignments`` that is in force, the most urgent first.

    ``entries`` are those from which it is told: for who sees only what was published, these alone.
    """
    today = today or timezone.localdate()
    fields = ("pk", "record", "body", "part", "due", "decided_at", "follows")
    asked = list(
        assignments.filter(state=AssignmentState.CONFIRMED).order_by().values_list(*fields)
    )
    earlier = _earlier({row[6] for row in asked if row[6]})
    known = _known({row[1] for row in asked}, Entry.objects.all() if entries is None else entries)
    lines = [_line(row, earlier, known, today) for row in asked]
    return sorted(lines, key=lambda line: (*line.urgency, line.assignment))


class _Known(NamedTuple):
    """An entry as the agenda needs it."""

    pk: int
    body: int
    state: str
    status: str
    submitted_at: datetime | None
    sent_back: str


def _line(
    row: tuple[Any, ...],
    earlier: dict[int, tuple[int, int | None]],
    known: dict[int, list[_Known]],
    today: date,
) -> Line:
    pk, record, body, part, due, decided_at, follows = row
    bodies = {body}
    while follows:
        before, follows = earlier[follows]
        bodies.add(before)
    entries = [entry for entry in known.get(record, ()) if entry.body in bodies]
    sent = [entry for entry in entries if entry.state in SENT and entry.submitted_at]
    last = max(sent, key=lambda entry: (entry.submitted_at, entry.pk), default=None)
    under_way = next((e for e in entries if e.state in OPEN and e.body == body), None)
    sent_on = timezone.localdate(last.submitted_at) if last else None
    status = last.status if last else ""
    how = timing(due, today=today, sent_on=sent_on, status=status)
    asked_on = timezone.localdate(decided_at) if decided_at else None
    return Line(
        assignment=pk,
        record=record,
        body=body,
        part=part,
        due=due,
        timing=how,
        days_late=(today - due).days if due and how is Timing.LATE else 0,
        entry=under_way.pk if under_way else None,
        state=under_way.state if under_way else "",
        sent_back=bool(under_way and under_way.sent_back),
        silent=how is not Timing.ANSWERED
        and is_silent(asked_on=asked_on, sent_on=sent_on, today=today),
        status=status,
    )


def _earlier(assignments: set[int]) -> dict[int, tuple[int, int | None]]:
    """The assignments that others continue, back to the first: body and the one before."""
    found: dict[int, tuple[int, int | None]] = {}
    while assignments:
        rows = Assignment.objects.filter(pk__in=assignments).order_by()
        for pk, body, follows in rows.values_list("pk", "body", "follows"):
            found[pk] = (body, follows)
        assignments = {follows for _body, follows in found.values() if follows} - set(found)
    return found


def _known(records: set[int], entries: QuerySet[Entry]) -> dict[int, list[_Known]]:
    """Those of ``entries`` about each of ``records`` that were not withdrawn."""
    found: dict[int, list[_Known]] = defaultdict(list)
    rows = entries.exclude(state=EntryState.WITHDRAWN).order_by()
    fields = ("record", "pk", "body", "state", "status", "submitted_at", "sent_back")
    ordered = sorted(records)
    for start in range(0, len(ordered), CHUNK):
        chunk = ordered[start : start + CHUNK]
        for record, *values in rows.filter(record__in=chunk).values_list(*fields):
            found[record].append(_Known(*values))
    return found
