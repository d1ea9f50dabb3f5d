"""Digests: what they say, to whom, how often, and what never stands in a mail."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
import time_machine
from django.core import mail
from hypothesis import given
from hypothesis import strategies as st

from tests import factories
from tests import workspace_rows as rows
from upheld.core.entries import EntryState, Step
from upheld.core.errors import InputProblem, Refused
from upheld.core.evidence import Confidentiality
from upheld.core.reminders import PAUSE, Rhythm, Topic, may_send
from upheld.core.roles import Role
from upheld.services.digest_words import sentence
from upheld.services.digests import digest
from upheld.services.entry_steps import take_step
from upheld.services.reminders import choose_rhythm, remind, snooze, wake
from upheld.store.models import Digest, Event, Record

TODAY = datetime(2026, 3, 20, 8, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def asked():
    factories.report(4)
    return rows.assignment(Record.objects.get(number="140.1"), due=date(2026, 3, 10))


@pytest.fixture
def focal(asked):
    return rows.officer(Role.FOCAL_POINT, asked.body, email="mai@moj.example", language="en")


def operator():
    return rows.officer(Role.COORDINATOR)


def said(person) -> list[tuple[str, str]]:
    return [(item.topic.value, sentence(item)) for item in digest(person)]


def test_what_a_focal_point_should_know(asked, focal):
    soon = rows.assignment(Record.objects.get(number="140.2"), due=date(2026, 4, 1))
    rows.assignment(Record.objects.get(number="140.3"), due=date(2026, 9, 1))
    back = rows.assignment(Record.objects.get(number="140.4"), due=None)
    rows.entry(back, sent_back="Canary: name the witness.")
    assert said(focal) == [
        (
            "sent_back",
            "A/HRC/90/7, 140.4, Ministry of Justice: sent back; the reason stands on the page.",
        ),
        ("late", "A/HRC/90/7, 140.1, Ministry of Justice: was due on 10 March 2026."),
        ("due_soon", "A/HRC/90/7, 140.2, Ministry of Justice: due on 1 April 2026."),
    ]
    assert [item.address for item in digest(focal)][2] == f"/work/{soon.pk}/"


def test_what_waits_for_those_who_validate_accept_and_publish(asked):
    rows.entry(asked, state=EntryState.SUBMITTED)
    other = rows.assignment(Record.objects.get(number="140.2"))
    rows.entry(other, state=EntryState.ACCEPTED)
    assert said(rows.officer(Role.VALIDATOR, asked.body)) == [
        ("waits", "1 entry waits to be validated.")
    ]
    assert said(operator()) == [("waits", "1 entry waits to be published.")]
    assert said(rows.officer(Role.VALIDATOR, rows.body("MOH"))) == []


@pytest.mark.parametrize(
    ("days", "validator", "coordinator"),
    [(7, False, False), (8, True, False), (21, True, False), (22, True, True)],
)
def test_lateness_is_told_higher_up_after_days(asked, days, validator, coordinator):
    asked.due = TODAY.date() - timedelta(days=days)
    asked.save()
    told = {
        role: [item.topic for item in digest(person)] == [Topic.ESCALATED]
        for role, person in (
            ("validator", rows.officer(Role.VALIDATOR, asked.body)),
            ("coordinator", operator()),
        )
    }
    assert told == {"validator": validator, "coordinator": coordinator}


def test_a_focal_point_is_told_what_others_did(asked, focal):
    entry = rows.entry(asked, focal, state=EntryState.VALIDATED, sent_back="")
    take_step(operator(), entry=entry.pk, step=Step.ACCEPT, row_version=1)
    assert said(focal) == [("changed", "A/HRC/90/7, 140.1, Ministry of Justice: accepted.")]
    newest = Event.objects.latest("seq").seq
    assert digest(focal, after_event=newest) == []


def test_one_mail_a_day_at_most_in_the_language_of_the_reader(asked, focal):
    focal.language = "vi"
    focal.save()
    sent = remind(operator())
    assert [(one.person, one.sent) for one in sent] == [(focal, True)]
    message = mail.outbox[0]
    assert message.to == ["mai@moj.example"]
    assert f"http://127.0.0.1:8000/work/{asked.pk}/" in message.body
    assert "Bộ Tư pháp" in message.body
    assert remind(operator()) == []
    with time_machine.travel(TODAY + timedelta(days=1), tick=False):
        assert len(remind(operator())) == 1
    assert len(mail.outbox) == 2


def test_a_dry_run_lists_and_changes_nothing(asked, focal):
    assert [(one.person, one.sent) for one in remind(operator(), dry_run=True)] == [(focal, False)]
    assert (Digest.objects.count(), mail.outbox) == (0, [])


@pytest.mark.parametrize(("rhythm", "days"), [(Rhythm.WEEKLY, [0, 7]), (Rhythm.NEVER, [])])
def test_a_person_chooses_how_often(asked, focal, rhythm, days):
    choose_rhythm(focal, rhythm=rhythm)
    sent = []
    for day in range(9):
        with time_machine.travel(TODAY + timedelta(days=day), tick=False):
            if remind(operator()):
                sent.append(day)
    assert sent == days


def test_nothing_to_say_is_no_mail_and_without_an_address_there_is_none(asked, focal):
    asked.due = date(2027, 1, 1)
    asked.save()
    assert remind(operator()) == []
    asked.due = date(2026, 3, 1)
    asked.save()
    focal.email = ""
    focal.save()
    assert remind(operator()) == []


def test_who_left_gets_no_mail(asked, focal):
    focal.is_active = False
    focal.save()
    assert remind(operator()) == []


def test_a_mail_that_the_server_refuses_is_tried_again(asked, focal, settings):
    settings.EMAIL_BACKEND = "tests.services.refusing_mail.Refusing"
    assert [one.sent for one in remind(operator())] == [False]
    assert Digest.objects.count() == 0


def test_mails_quote_nothing_that_was_written(asked, focal):
    other = rows.assignment(Record.objects.get(number="140.2"), rows.body("MOH"))
    hidden = rows.entry(other, done="canary-draft", sent_back="canary-reason")
    rows.evidence(hidden, title="canary-title", confidentiality=Confidentiality.PRIVATE)
    own = rows.entry(asked, focal, done="canary-own", sent_back="canary-own-reason")
    rows.evidence(own, title="canary-own-title", confidentiality=Confidentiality.PRIVATE)
    for role, of in ((Role.VALIDATOR, asked.body), (Role.COORDINATOR, None)):
        rows.officer(role, of, f"{role.value}-with-mail", email=f"{role.value}@x.example")
    other.due = asked.due = date(2025, 1, 1)
    other.save()
    asked.save()
    texts = [one.subject + one.text for one in remind(operator())]
    assert len(texts) == 3
    assert [text for text in texts if "canary" in text] == []
    mine = next(text for text in texts if "sent back" in text)
    assert "Ministry of Health" not in mine


def test_only_the_coordinator_of_the_whole_folder_sends(asked, focal):
    for person in (focal, rows.officer(Role.COORDINATOR, asked.body)):
        with pytest.raises(Refused):
            remind(person)


def test_what_is_put_off_is_not_told_until_the_day_after(asked, focal):
    snooze(focal, assignment=asked.pk, until=date(2026, 3, 22), reason="The minister signs.")
    assert digest(focal) == []
    with time_machine.travel(datetime(2026, 3, 23, 8, tzinfo=UTC), tick=False):
        assert [item.topic for item in digest(focal)] == [Topic.LATE]
    wake(focal, assignment=asked.pk)
    assert [item.topic for item in digest(focal)] == [Topic.LATE]
    told = list(Event.objects.filter(object_type="assignment").values_list("action", "reason"))
    assert told == [("assignment.snooze", "The minister signs."), ("assignment.wake", "")]


def test_putting_off_hides_nothing_from_those_above(asked, focal):
    asked.due = date(2026, 3, 1)
    asked.save()
    snooze(focal, assignment=asked.pk, until=date(2026, 5, 1), reason="Later.")
    validator = rows.officer(Role.VALIDATOR, asked.body)
    assert [item.topic for item in digest(validator)] == [Topic.ESCALATED]


@pytest.mark.parametrize(
    ("until", "reason"),
    [
        (date(2026, 3, 19), "Why."),
        (date(2026, 6, 19), "Why."),
        (date(2026, 3, 21), " "),
    ],
)
def test_a_snooze_needs_a_reason_and_a_near_day(asked, focal, until, reason):
    with pytest.raises(InputProblem):
        snooze(focal, assignment=asked.pk, until=until, reason=reason)


def test_nobody_puts_off_for_another_body(asked):
    other = rows.officer(Role.FOCAL_POINT, rows.body("MOH"))
    with pytest.raises(Refused):
        snooze(other, assignment=asked.pk, until=date(2026, 3, 21), reason="Why.")


@given(st.sampled_from([Rhythm.DAILY, Rhythm.WEEKLY]), st.lists(st.integers(0, 60), max_size=40))
def test_between_two_digests_lies_the_pause(rhythm, runs):
    first, last, sent = date(2026, 1, 1), None, []
    for day in sorted(runs):
        today = first + timedelta(days=day)
        if may_send(rhythm, last=last, today=today):
            sent.append(today)
            last = today
    assert all(later - earlier >= PAUSE[rhythm] for earlier, later in pairwise(sent))
