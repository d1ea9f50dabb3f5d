"""Contradictions and silence: raised by their written rules, from what the reader may see."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from tests import factories
from tests import workspace_rows as rows
from upheld.core.entries import EntryState
from upheld.core.evidence import Confidentiality
from upheld.core.flags import RULES, Claim, Flag, flags_of
from upheld.core.implementation import Implementation
from upheld.core.roles import Role
from upheld.services.flags import flags
from upheld.store.models import ActionAnswer, Milestone, Plan, PlannedAction

IN_MARCH = datetime(2026, 3, 20, tzinfo=UTC)


@pytest.fixture
def coordinator(db):
    return rows.officer(Role.COORDINATOR)


def raised(actor) -> tuple[Flag, ...]:
    record = rows.a_record().pk
    with time_machine.travel(IN_MARCH, tick=False):
        return flags(actor, [record]).get(record, ())


def published(code="MOJ", status=Implementation.IMPLEMENTED, evidence=1, **values):
    asked = rows.assignment(to=rows.body(code))
    entry = rows.entry(asked, state=EntryState.PUBLISHED, status=status, **values)
    for _n in range(evidence):
        rows.evidence(entry)
    return entry


def test_nothing_is_raised_where_all_is_well(coordinator):
    published()
    published("MOH")
    assert raised(coordinator) == ()


def test_two_bodies_that_claim_different_statuses(coordinator):
    published()
    published("MOH", Implementation.IN_PROGRESS)
    assert raised(coordinator) == (Flag.BODIES_DIFFER,)


def test_a_claim_without_evidence(coordinator):
    published(evidence=0)
    assert raised(coordinator) == (Flag.WITHOUT_EVIDENCE,)


def test_evidence_that_one_may_not_see_is_none_that_one_sees(coordinator):
    entry = published(evidence=0)
    rows.evidence(entry, confidentiality=Confidentiality.PRIVATE)
    assert raised(coordinator) == (Flag.WITHOUT_EVIDENCE,)
    assert raised(rows.officer(Role.FOCAL_POINT, entry.body)) == ()


def test_implemented_while_a_milestone_is_open(coordinator):
    entry = published()
    plan = Plan.objects.create(code="plan", state="XSP")
    action = PlannedAction.objects.create(
        plan=plan, number="1", lead=entry.body, made_by=coordinator, made_at=rows.NOW
    )
    ActionAnswer.objects.create(action=action, record=entry.record)
    step = Milestone.objects.create(action=action, due=date(2026, 2, 1))
    assert raised(coordinator) == (Flag.MILESTONE_OPEN,)
    step.done_on = date(2026, 2, 1)
    step.save()
    assert raised(coordinator) == ()


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Implementation.IN_PROGRESS, (Flag.FELL_BACK,)),
        (Implementation.REGRESSED, ()),
    ],
)
def test_less_than_before_without_saying_that_it_regressed(coordinator, status, expected):
    before = published(submitted_at=datetime(2026, 1, 5, tzinfo=UTC))
    after = rows.entry(before.assignment, state=EntryState.SUBMITTED, status=status)
    rows.evidence(after)
    assert raised(coordinator) == expected


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        ({"status": "in_progress"}, (Flag.ASSESSED_OTHERWISE,)),
        ({"status": "implemented"}, ()),
        ({"status": "", "grade": "C"}, (Flag.ASSESSED_OTHERWISE,)),
        ({"status": "", "grade": "A"}, ()),
        ({"status": "in_progress", "published_at": None}, ()),
        ({"status": "in_progress", "withdrawn_at": rows.NOW}, ()),
    ],
)
def test_others_assess_it_otherwise(coordinator, view, expected):
    published()
    rows.assessment(**({"published_at": rows.NOW} | view))
    assert raised(coordinator) == expected


def test_late_and_silent_are_for_the_officers_of_the_state(coordinator):
    factories.report(1)
    rows.assignment(due=date(2026, 3, 19), decided_at=datetime(2025, 8, 1, tzinfo=UTC))
    assert raised(coordinator) == (Flag.LATE, Flag.SILENT)
    assert raised(factories.person(Role.READER)) == ()


def test_a_draft_raises_nothing_for_those_who_may_not_read_it(coordinator):
    published()
    rows.entry(rows.assignment(to=rows.body("MOH")), status=Implementation.REGRESSED)
    assert raised(coordinator) == ()


def test_every_flag_has_its_rule():
    assert set(RULES) == set(Flag)


CLAIMS = st.lists(
    st.builds(
        Claim,
        body=st.integers(1, 4),
        status=st.sampled_from([status.value for status in Implementation]),
        evidence=st.integers(0, 2),
        before=st.sampled_from(["", *(status.value for status in Implementation)]),
    ),
    max_size=5,
)


@given(CLAIMS, st.booleans())
def test_the_order_of_bodies_says_nothing(claims, milestones):
    one = flags_of(claims, open_milestones=milestones)
    assert flags_of(claims[::-1], open_milestones=milestones) == one


@given(CLAIMS)
def test_more_evidence_never_raises_a_flag(claims):
    more = [Claim(c.body, c.status, c.evidence + 1, c.before) for c in claims]
    assert set(flags_of(more)) <= set(flags_of(claims))
