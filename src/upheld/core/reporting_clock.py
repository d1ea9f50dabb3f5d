"""When something is late: "due on 30 June 2027, nothing sent in since 31 May".

An assignment is *answered* when the body has sent in an entry that says it is done, or one shortly
before the due date or after it. What is not answered is *late* after the due date and *due soon*
before it.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from upheld.core.implementation import Implementation

DUE_SOON = timedelta(days=30)
"""So long before the due date it is asked for, and an entry counts as one about that date."""

SILENT_AFTER = timedelta(days=180)
"""After so long without anything sent in a body is silent about what it was asked."""

FINAL = frozenset({Implementation.IMPLEMENTED, Implementation.NO_LONGER_APPLICABLE})
"""Statuses after which nothing more is asked by the due date."""


class Timing(StrEnum):
    """How an assignment stands to its due date, the most urgent first."""

    LATE = "late"
    DUE_SOON = "due_soon"
    AHEAD = "ahead"
    NO_DATE = "no_date"
    ANSWERED = "answered"


def timing(due: date | None, *, today: date, sent_on: date | None, status: str) -> Timing:
    """How it stands, with the day and the status of what was last sent in ("" for nothing).

    >>> timing(date(2027, 6, 30), today=date(2027, 7, 1), sent_on=date(2027, 1, 5),
    ...        status="in_progress")
    <Timing.LATE: 'late'>
    """
    if sent_on is not None and status in FINAL:
        return Timing.ANSWERED
    if due is None:
        return Timing.NO_DATE
    if sent_on is not None and sent_on >= due - DUE_SOON:
        return Timing.ANSWERED
    if due < today:
        return Timing.LATE
    return Timing.DUE_SOON if due - DUE_SOON <= today else Timing.AHEAD


def is_silent(*, asked_on: date | None, sent_on: date | None, today: date) -> bool:
    """Whether nothing was sent in for so long, counted from when it was asked at the earliest."""
    last = sent_on or asked_on
    return last is not None and today - last > SILENT_AFTER
