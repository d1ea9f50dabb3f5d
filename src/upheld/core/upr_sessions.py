"""Sessions and cycles of the Universal Periodic Review: the Working Group's 18th session,
27 January to 7 February 2014, belongs to cycle 2; its reports went to the Council's 26th session.

The step from a Working Group session to the Council session that adopts its outcomes is not
constant, so it is a table. Each fact has its basis: ``printed`` in the reports themselves,
``published`` by the UN, or ``recalled`` and to be checked before anybody relies on it.
Source: ``data/upr_sessions.csv``.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib.resources import files


class Basis(StrEnum):
    """On what a date or number of the calendar rests."""

    PRINTED = "printed"
    PUBLISHED = "published"
    RECALLED = "recalled"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class ReviewSession:
    """One session of the Working Group; ``start`` and ``end`` are None until published."""

    number: int
    cycle: int
    start: date | None
    end: date | None
    dates_basis: Basis
    council_session: int
    council_basis: Basis


def _read() -> dict[int, ReviewSession]:
    text = files("upheld.core").joinpath("data", "upr_sessions.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {
        int(row["session"]): ReviewSession(
            number=int(row["session"]),
            cycle=int(row["cycle"]),
            start=date.fromisoformat(row["start"]) if row["start"] else None,
            end=date.fromisoformat(row["end"]) if row["end"] else None,
            dates_basis=Basis(row["dates_basis"]),
            council_session=int(row["council_session"]),
            council_basis=Basis(row["council_basis"]),
        )
        for row in rows
    }


REVIEW_SESSIONS: dict[int, ReviewSession] = _read()


def review_session(number: int) -> ReviewSession | None:
    """The Working Group's session with this number, or None beyond the table."""
    return REVIEW_SESSIONS.get(number)


def cycle_of(session: int) -> int | None:
    """The cycle of a Working Group session: 18 belongs to cycle 2; None beyond the table."""
    found = REVIEW_SESSIONS.get(session)
    return found.cycle if found else None


def sessions_adopted_at(council_session: int) -> tuple[int, ...]:
    """Working Group sessions whose outcomes a Council session adopts: the 8th adopts 1 and 2."""
    return tuple(s.number for s in REVIEW_SESSIONS.values() if s.council_session == council_session)
