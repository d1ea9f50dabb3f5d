"""Sessions and cycles of the Universal Periodic Review."""

from __future__ import annotations

from datetime import date

import pytest

from upheld.core.upr_sessions import (
    REVIEW_SESSIONS,
    Basis,
    cycle_of,
    review_session,
    sessions_adopted_at,
)


@pytest.mark.parametrize(
    ("session", "cycle"),
    [(1, 1), (12, 1), (13, 2), (26, 2), (27, 3), (40, 3), (41, 4), (54, 4), (0, None), (999, None)],
)
def test_cycles(session: int, cycle: int | None) -> None:
    assert cycle_of(session) == cycle


def test_the_eighteenth_session() -> None:
    session = review_session(18)
    assert session is not None
    assert (session.start, session.end) == (date(2014, 1, 27), date(2014, 2, 7))
    assert (session.council_session, session.council_basis) == (26, Basis.PRINTED)


def test_two_sessions_may_be_adopted_together() -> None:
    assert sessions_adopted_at(8) == (1, 2)
    assert sessions_adopted_at(26) == (18,)
    assert sessions_adopted_at(9) == ()


def test_sessions_follow_each_other() -> None:
    held = [s for s in REVIEW_SESSIONS.values() if s.start and s.end]
    assert [s.number for s in REVIEW_SESSIONS.values()] == list(range(1, 55))
    assert all(s.start < s.end for s in held if s.start and s.end)
    ends = [(s.start, s.end) for s in held]
    assert ends == sorted(ends)
    councils = [s.council_session for s in REVIEW_SESSIONS.values()]
    assert councils == sorted(councils)


def test_a_session_without_dates_has_no_basis_for_them() -> None:
    assert {s.number for s in REVIEW_SESSIONS.values() if s.start is None} == {
        s.number for s in REVIEW_SESSIONS.values() if s.dates_basis is Basis.UNKNOWN
    }
