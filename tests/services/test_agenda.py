"""What bodies were asked, and what waits for a step: whose, and in which order."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests import workspace_rows as rows
from upheld.core.entries import EntryState, Step
from upheld.core.planning import AssignmentState
from upheld.core.reporting_clock import Timing
from upheld.core.roles import Role
from upheld.services.agenda import my_agenda
from upheld.services.entry_queue import queue, waiting
from upheld.store.models import Record

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(datetime(2026, 3, 20, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def records():
    factories.report(6)
    return list(Record.objects.order_by("order"))


def test_sent_back_first_then_late_then_due_soon_then_ahead(records):
    ahead = rows.assignment(records[0])
    late = rows.assignment(records[1], due=date(2026, 3, 1))
    later = rows.assignment(records[2], due=date(2026, 1, 1))
    soon = rows.assignment(records[3], due=date(2026, 3, 30))
    back = rows.assignment(records[4], due=None)
    rows.entry(back, sent_back="Why?")
    answered = rows.assignment(records[5], due=date(2026, 1, 1))
    rows.entry(answered, state=EntryState.SUBMITTED)
    focal = rows.officer(Role.FOCAL_POINT, rows.body())
    lines = my_agenda(focal)
    wanted = [back, later, late, soon, ahead, answered]
    assert [line.assignment for line in lines] == [one.pk for one in wanted]
    assert [line.timing for line in lines] == [
        Timing.NO_DATE, Timing.LATE, Timing.LATE, Timing.DUE_SOON, Timing.AHEAD, Timing.ANSWERED,
    ]  # fmt: skip
    assert [line.days_late for line in lines] == [0, 78, 19, 0, 0, 0]


def test_only_what_is_asked_of_ones_own_bodies_and_those_below(records):
    own = rows.assignment(records[0])
    below = rows.assignment(records[1], rows.body("BUREAU", parent=rows.body()))
    rows.assignment(records[2], rows.body("MOH"))
    rows.assignment(records[3], state=AssignmentState.PROPOSED)
    lines = my_agenda(rows.officer(Role.FOCAL_POINT, rows.body()))
    assert {line.assignment for line in lines} == {own.pk, below.pk}
    for other in (Role.VALIDATOR, Role.READER):
        assert my_agenda(rows.officer(other, rows.body())) == []
    assert my_agenda(AnonymousUser()) == []


def test_what_a_predecessor_sent_in_answers_for_the_successor(records):
    old = rows.assignment(records[0], due=date(2026, 3, 10))
    rows.entry(old, state=EntryState.PUBLISHED)
    old.state = AssignmentState.ENDED
    old.save()
    heir = rows.assignment(records[0], rows.body("MOH"), due=date(2026, 3, 10), follows=old)
    line = my_agenda(rows.officer(Role.FOCAL_POINT, heir.body))[0]
    assert (line.assignment, line.timing, line.state) == (heir.pk, Timing.ANSWERED, "")


def test_more_assignments_ask_no_more_of_the_database(records):
    focal = rows.officer(Role.FOCAL_POINT, rows.body())
    rows.assignment(records[0])
    my_agenda(focal)

    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            my_agenda(focal)
        return len(seen)

    few = asked()
    for record in records[1:]:
        rows.entry(rows.assignment(record))
    assert asked() == few


def test_what_waits_waits_for_those_who_may_take_the_step(records):
    for record, state in zip(records, EntryState, strict=True):
        rows.entry(rows.assignment(record), state=state)
    validator, coordinator = (
        rows.officer(Role.VALIDATOR, rows.body()),
        rows.officer(Role.COORDINATOR),
    )
    assert waiting(validator) == {Step.VALIDATE: 1}
    assert waiting(coordinator) == {Step.ACCEPT: 1, Step.PUBLISH: 1}
    assert waiting(rows.officer(Role.VALIDATOR, rows.body("MOH"))) == {Step.VALIDATE: 0}
    for role in (Role.FOCAL_POINT, Role.READER, Role.ADMINISTRATOR):
        assert waiting(rows.officer(role, rows.body(), f"only-{role}")) == {}
    assert list(queue(rows.officer(Role.COORDINATOR, rows.body("MOH")), Step.ACCEPT)) == []


def test_the_earliest_due_date_waits_first(records):
    dues = [None, date(2027, 1, 1), date(2026, 1, 1)]
    entries = [
        rows.entry(rows.assignment(record, due=due), state=EntryState.SUBMITTED)
        for record, due in zip(records, dues, strict=False)
    ]
    waits = queue(rows.officer(Role.VALIDATOR, rows.body()), Step.VALIDATE)
    assert list(waits) == entries[::-1]
