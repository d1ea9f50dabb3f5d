"""Reminders: one digest a day at most, what it speaks of, and when lateness is told higher up."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum


class Rhythm(StrEnum):
    """How often a person wants the digest by mail; the pages show the same at any time."""

    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"


PAUSE = {Rhythm.DAILY: timedelta(days=1), Rhythm.WEEKLY: timedelta(days=7)}
"""So much time lies between two digests to one person."""


class Topic(StrEnum):
    """What a digest speaks of, the most urgent first."""

    SENT_BACK = "sent_back"
    LATE = "late"
    DUE_SOON = "due_soon"
    WAITS = "waits"
    ESCALATED = "escalated"
    CHANGED = "changed"


LONGEST_SNOOZE = timedelta(days=90)
"""Nobody puts a reminder off for longer; the due date itself never moves."""


def may_send(rhythm: Rhythm, *, last: date | None, today: date) -> bool:
    """Whether a digest may go out today to somebody whose last one went out on ``last``.

    >>> may_send(Rhythm.WEEKLY, last=date(2026, 3, 2), today=date(2026, 3, 8))
    False
    """
    if rhythm is Rhythm.NEVER:
        return False
    return last is None or today - last >= PAUSE[rhythm]
