"""When something is late, due soon, answered or silent."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.core.implementation import Implementation
from upheld.core.reporting_clock import DUE_SOON, FINAL, Timing, is_silent, timing

DUE = date(2027, 6, 30)
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
STATUSES = st.sampled_from([status.value for status in Implementation])


@pytest.mark.parametrize(
    ("today", "sent_on", "status", "expected"),
    [
        (DUE - timedelta(days=31), None, "", Timing.AHEAD),
        (DUE - timedelta(days=30), None, "", Timing.DUE_SOON),
        (DUE, None, "", Timing.DUE_SOON),
        (DUE + timedelta(days=1), None, "", Timing.LATE),
        (DUE + timedelta(days=1), DUE - timedelta(days=31), "in_progress", Timing.LATE),
        (DUE + timedelta(days=1), DUE - timedelta(days=30), "in_progress", Timing.ANSWERED),
        (DUE + timedelta(days=1), DUE - timedelta(days=400), "implemented", Timing.ANSWERED),
        (DUE, DUE - timedelta(days=400), "no_longer_applicable", Timing.ANSWERED),
    ],
)
def test_how_an_assignment_stands(today, sent_on, status, expected):
    assert timing(DUE, today=today, sent_on=sent_on, status=status) == expected


def test_without_a_date_nothing_is_late():
    assert timing(None, today=DUE, sent_on=None, status="") == Timing.NO_DATE


@given(DAYS, DAYS, STATUSES)
def test_what_is_answered_stays_answered(sent_on, today, status):
    first = timing(DUE, today=today, sent_on=sent_on, status=status)
    later = timing(DUE, today=today + timedelta(days=40), sent_on=sent_on, status=status)
    assert (first is Timing.ANSWERED) == (later is Timing.ANSWERED)
    assert (first is Timing.ANSWERED) == (status in FINAL or sent_on >= DUE - DUE_SOON)


@given(DAYS, DAYS)
def test_time_only_makes_it_more_urgent(one, other):
    earlier, later = sorted((one, other))
    order = list(Timing)
    states = [timing(DUE, today=day, sent_on=None, status="") for day in (earlier, later)]
    assert order.index(states[1]) <= order.index(states[0])


@pytest.mark.parametrize(
    ("asked", "sent", "expected"),
    [
        (181, None, True),
        (180, None, False),
        (400, 181, True),
        (400, 180, False),
        (None, None, False),
    ],
)
def test_silence_is_counted_from_the_last_word(asked, sent, expected):
    def ago(days):
        return None if days is None else DUE - timedelta(days=days)

    assert is_silent(asked_on=ago(asked), sent_on=ago(sent), today=DUE) is expected
