"""A focal point leaves: what goes to the successor, what stays, and who may do it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests import workspace_rows as rows
from upheld.core.entries import EntryState, Step
from upheld.core.errors import InputProblem, Refused
from upheld.core.roles import Role
from upheld.services import history
from upheld.services.entries import Words, write
from upheld.services.entry_steps import take_step
from upheld.services.handover import hand_over, handed_over, offices, successors, work_of
from upheld.services.reminders import snooze
from upheld.store.models import Entry, Record, RoleBinding, Snooze, User

pytestmark = pytest.mark.django_db

WORDS = Words("A bill.", "", "planned", date(2026, 3, 1), "en")


@pytest.fixture
def asked():
    factories.report(3)
    return rows.assignment(Record.objects.get(number="140.1"))


@pytest.fixture
def mai(asked):
    return rows.officer(Role.FOCAL_POINT, asked.body, "mai", name="Mai")


@pytest.fixture
def nam(asked):
    user = rows.officer(Role.FOCAL_POINT, asked.body, "nam", name="Nam")
    RoleBinding.objects.filter(user=user).update(alternate=True)
    return user


def coordinator():
    return rows.officer(Role.COORDINATOR)


def office_of(user) -> RoleBinding:
    return RoleBinding.objects.get(user=user)


def test_role_drafts_and_snoozes_go_over_and_the_alternate_becomes_the_main_one(asked, mai, nam):
    draft = write(mai, assignment=asked.pk, row_version=0, words=WORDS)
    other = rows.assignment(Record.objects.get(number="140.2"))
    sent = rows.entry(other, mai, state=EntryState.SUBMITTED, submitted_by=mai)
    until = timezone.localdate() + timedelta(days=9)
    snooze(mai, assignment=asked.pk, until=until, reason="Waiting for the gazette.")
    event = hand_over(coordinator(), office=office_of(mai).pk, successor=nam, reason="She retires.")
    held = list(RoleBinding.objects.filter(body=asked.body).values_list("user", "alternate"))
    assert held == [(nam.pk, False)]
    draft.refresh_from_db()
    assert (draft.written_by, draft.row_version) == (nam, 2)
    assert list(Snooze.objects.values_list("user", "until")) == [(nam.pk, until)]
    assert (event.object_id, event.reason, event.difference) == (
        "mai",
        "She retires.",
        {
            "office": [None, "focal_point XSP-MOJ"],
            "successor": ["mai", "nam"],
            "drafts": [None, [draft.pk]],
            "on_their_way": [None, [sent.pk]],
            "put_off": [None, [asked.pk]],
        },
    )
    sent.refresh_from_db()
    assert sent.submitted_by == mai
    take_step(nam, entry=sent.pk, step=Step.RECALL, row_version=1)
    assert history.verify_chain() == []


def test_neither_who_left_nor_who_took_over_validates_the_draft(asked, mai, nam):
    draft = write(mai, assignment=asked.pk, row_version=0, words=WORDS)
    hand_over(coordinator(), office=office_of(mai).pk, successor=nam)
    third = rows.officer(Role.FOCAL_POINT, asked.body, "third")
    take_step(third, entry=draft.pk, step=Step.SUBMIT, row_version=2)
    for person in ("mai", "nam"):
        validator = rows.officer(Role.VALIDATOR, asked.body, person)
        with pytest.raises(Refused):
            take_step(validator, entry=draft.pk, step=Step.VALIDATE, row_version=3)


def test_drafts_of_a_province_that_was_taken_over_go_too(asked, mai, nam):
    below = rows.body("BUREAU", parent=asked.body)
    theirs = rows.assignment(Record.objects.get(number="140.2"), below)
    write(mai, assignment=theirs.pk, row_version=0, words=WORDS)
    assert len(work_of(office_of(mai)).drafts) == 1
    hand_over(coordinator(), office=office_of(mai).pk, successor=nam)
    assert Entry.objects.get().written_by == nam


def test_of_two_snoozes_the_later_stays(asked, mai, nam):
    today = timezone.localdate()
    for person, days in ((mai, 9), (nam, 4)):
        snooze(person, assignment=asked.pk, until=today + timedelta(days=days), reason="Why.")
    hand_over(coordinator(), office=office_of(mai).pk, successor=nam)
    assert list(Snooze.objects.values_list("user", "until")) == [
        (nam.pk, today + timedelta(days=9))
    ]


def test_closed_accounts_with_an_office_come_first(asked, mai, nam):
    User.objects.filter(pk=nam.pk).update(is_active=False)
    assert [one.user for one in offices(coordinator())] == [nam, mai]


def test_nobody_takes_over_who_has_left_is_the_same_or_hands_over_to_themselves(asked, mai, nam):
    User.objects.filter(pk=nam.pk).update(is_active=False)
    actor = coordinator()
    assert set(successors(actor, office_of(mai))) & {nam, mai, actor} == set()
    for person in (nam, mai, actor, factories.person(None)):
        with pytest.raises(InputProblem):
            hand_over(actor, office=office_of(mai).pk, successor=person)
    assert office_of(mai).alternate is False


def test_an_office_is_handed_over_once(asked, mai, nam):
    office = office_of(mai).pk
    hand_over(coordinator(), office=office, successor=nam)
    with pytest.raises(InputProblem, match="held by nobody"):
        hand_over(coordinator(), office=office, successor=mai)


@pytest.mark.parametrize("role", [Role.FOCAL_POINT, Role.VALIDATOR, Role.READER, Role.CONTRIBUTOR])
def test_other_roles_hand_nothing_over(asked, mai, nam, role):
    with pytest.raises(Refused):
        hand_over(rows.officer(role, asked.body, "other"), office=office_of(mai).pk, successor=nam)


def test_a_coordinator_of_another_body_reaches_nothing(asked, mai, nam):
    other = rows.officer(Role.COORDINATOR, rows.body("MOH"))
    assert list(offices(other)) == []
    with pytest.raises(InputProblem):
        hand_over(other, office=office_of(mai).pk, successor=nam)


def test_what_was_handed_over_is_for_those_who_took_part(asked, mai, nam):
    event = hand_over(coordinator(), office=office_of(mai).pk, successor=nam)
    for person in (mai, nam, coordinator()):
        assert handed_over(person, event.seq) == (event, [])
    assert handed_over(rows.officer(Role.COORDINATOR, rows.body("MOH")), event.seq) is None
    assert handed_over(factories.person(Role.READER), event.seq) is None
