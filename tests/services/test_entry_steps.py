"""The steps of an entry: who takes them, what they need, what they leave in the history."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from tests import factories
from tests import workspace_rows as rows
from upheld.core.entries import TRANSITIONS, EntryState, Step
from upheld.core.entry_needs import Need
from upheld.core.errors import Conflict, InputProblem, Refused
from upheld.core.roles import Role
from upheld.services import entry_steps
from upheld.services.entries import Words, write
from upheld.services.entry_steps import take_step, take_step_many, undo, what_is_missing
from upheld.services.step_names import NEEDS
from upheld.store.models import Entry, Event

pytestmark = pytest.mark.django_db

WAY = [Step.SUBMIT, Step.VALIDATE, Step.ACCEPT, Step.PUBLISH]


def people() -> dict[Step, object]:
    """Who takes each step of the way for the Ministry of Justice."""
    coordinator = rows.officer(Role.COORDINATOR)
    return {
        Step.SUBMIT: rows.officer(Role.FOCAL_POINT, rows.body()),
        Step.VALIDATE: rows.officer(Role.VALIDATOR, rows.body()),
        Step.ACCEPT: coordinator,
        Step.PUBLISH: coordinator,
    }


def entry_in(state: EntryState) -> Entry:
    entry = rows.entry(state=state)
    rows.evidence(entry)
    return entry


def test_each_step_is_another_persons_and_leaves_its_time():
    entry = entry_in(EntryState.DRAFT)
    for number, (step, who) in enumerate(people().items(), 1):
        entry = take_step(who, entry=entry.pk, step=step, row_version=number)
    assert entry.state == EntryState.PUBLISHED
    stamps = [entry.submitted_at, entry.validated_at, entry.accepted_at, entry.published_at]
    assert stamps == sorted(stamps)
    assert list(Event.objects.filter(object_type="entry").values_list("action", flat=True)) == [
        f"entry.{step.value}" for step in WAY
    ]


@pytest.mark.parametrize("state", EntryState)
@pytest.mark.parametrize("step", Step)
def test_only_the_steps_of_the_table_are_open(state, step):
    entry = entry_in(state)
    all_roles = factories.person(None, "all")
    for role in (Role.FOCAL_POINT, Role.VALIDATOR, Role.COORDINATOR):
        rows.officer(role, username="all")
    known = [t for t in TRANSITIONS if t.step is step and t.start is state]
    if known:
        after = take_step(all_roles, entry=entry.pk, step=step, row_version=1, reason="Why.")
        assert after.state == known[0].end
    else:
        with pytest.raises(Conflict):
            take_step(all_roles, entry=entry.pk, step=step, row_version=1, reason="Why.")
        assert Entry.objects.get(pk=entry.pk).state == state


@pytest.mark.parametrize("transition", TRANSITIONS, ids=lambda t: f"{t.start}-{t.step}")
def test_a_role_of_another_body_takes_no_step(transition):
    entry = entry_in(transition.start)
    for role in (Role.FOCAL_POINT, Role.VALIDATOR, Role.COORDINATOR):
        other = rows.officer(role, rows.body("MOH"))
        with pytest.raises((Refused, InputProblem)):
            take_step(other, entry=entry.pk, step=transition.step, row_version=1, reason="Why.")
    assert Entry.objects.get(pk=entry.pk).state == transition.start


def test_whoever_had_a_hand_in_the_words_validates_and_accepts_nothing():
    asked = rows.assignment()
    writer = rows.officer(Role.FOCAL_POINT, asked.body, "both")
    rows.officer(Role.VALIDATOR, asked.body, "both")
    rows.officer(Role.COORDINATOR, username="both")
    other = rows.officer(Role.FOCAL_POINT, asked.body, "other")
    words = Words("A bill.", "", "planned", date(2026, 3, 1), "en")
    write(writer, assignment=asked.pk, row_version=0, words=words)
    more = Words("A bill, adopted.", "", "planned", date(2026, 3, 1), "en")
    entry = write(other, assignment=asked.pk, row_version=1, words=more)
    take_step(other, entry=entry.pk, step=Step.SUBMIT, row_version=2)
    with pytest.raises(Refused) as refusal:
        take_step(writer, entry=entry.pk, step=Step.VALIDATE, row_version=3)
    assert refusal.value.message == (
        "You had a hand in the words of this entry; this step is another person's."
    )
    take_step(
        rows.officer(Role.VALIDATOR, asked.body),
        entry=entry.pk,
        step=Step.VALIDATE,
        row_version=3,
    )
    with pytest.raises(Refused):
        take_step(writer, entry=entry.pk, step=Step.ACCEPT, row_version=4)


def test_sending_back_needs_a_reason_which_stands_until_it_is_submitted_again():
    entry, who = entry_in(EntryState.SUBMITTED), people()
    with pytest.raises(InputProblem, match="Say why"):
        take_step(
            who[Step.VALIDATE], entry=entry.pk, step=Step.SEND_BACK, row_version=1, reason=" "
        )
    entry = take_step(
        who[Step.VALIDATE],
        entry=entry.pk,
        step=Step.SEND_BACK,
        row_version=1,
        reason="Name the article.",
    )
    assert (entry.state, entry.sent_back, entry.submitted_at) == (
        "draft",
        "Name the article.",
        None,
    )
    entry = take_step(who[Step.SUBMIT], entry=entry.pk, step=Step.SUBMIT, row_version=2)
    assert entry.sent_back == ""


@pytest.mark.parametrize(
    ("values", "pieces", "missing"),
    [
        ({"status": "planned", "result": ""}, 0, []),
        ({"status": "in_progress"}, 0, [Need.EVIDENCE]),
        ({"status": "in_progress"}, 1, []),
        ({"status": "partly_implemented", "result": " "}, 1, [Need.RESULT]),
        ({"status": "", "done": ""}, 0, [Need.DONE, Need.STATUS]),
        ({"status": "regressed", "result": "", "done": "x"}, 0, [Need.RESULT]),
    ],
)
def test_what_an_entry_needs_before_it_is_submitted(values, pieces, missing):
    entry = rows.entry(**values)
    for _n in range(pieces):
        rows.evidence(entry)
    rows.evidence(entry, removed_at=timezone.now())
    assert what_is_missing(entry) == {need: str(NEEDS[need]) for need in missing}
    if missing:
        with pytest.raises(InputProblem) as problem:
            take_step(entry.written_by, entry=entry.pk, step=Step.SUBMIT, row_version=1)
        assert problem.value.message == str(NEEDS[missing[0]])
    else:
        take_step(entry.written_by, entry=entry.pk, step=Step.SUBMIT, row_version=1)


def test_nobody_reports_about_the_future():
    entry = rows.entry(status="planned", as_of=timezone.localdate() + timedelta(days=1))
    assert list(what_is_missing(entry)) == [Need.AS_OF]


def test_a_submission_tells_what_it_changed_since_the_one_before():
    asked = rows.assignment()
    mai, who = rows.officer(Role.FOCAL_POINT, asked.body, "mai"), people()
    day = date(2026, 3, 1)
    words = Words("A bill.", "None yet.", "planned", day, "en")
    entry = write(mai, assignment=asked.pk, row_version=0, words=words)
    take_step(mai, entry=entry.pk, step=Step.SUBMIT, row_version=1)
    take_step(
        who[Step.VALIDATE], entry=entry.pk, step=Step.SEND_BACK, row_version=2, reason="When?"
    )
    words = Words("A bill of 3 May.", "None yet.", "planned", day, "en")
    write(mai, assignment=asked.pk, row_version=3, words=words)
    take_step(mai, entry=entry.pk, step=Step.SUBMIT, row_version=4)
    first, second = Event.objects.filter(action="entry.submit").order_by("seq")
    assert first.difference["done"] == [None, "A bill."]
    told = {field: pair for field, pair in second.difference.items() if field in words.__slots__}
    assert told == {"done": ["A bill.", "A bill of 3 May."]}


def test_many_at_once_are_one_act_with_one_undo():
    factories.report(4)
    report = factories.Record.objects.all()
    entries = [rows.entry(rows.assignment(record), state=EntryState.SUBMITTED) for record in report]
    validator = people()[Step.VALIDATE]
    seen = {entry.pk: 1 for entry in entries} | {entries[0].pk: 7}
    outcome = take_step_many(validator, step=Step.VALIDATE, seen=seen)
    assert outcome.taken == tuple(entry.pk for entry in entries[1:])
    assert list(outcome.left) == [entries[0].pk]
    assert Event.objects.filter(change=outcome.change).count() == 3
    back = undo(validator, change=outcome.change)
    assert {(entry.state, entry.row_version, entry.validated_at) for entry in back} == {
        ("submitted", 3, None)
    }


def test_undo_is_for_ones_own_last_act_and_never_for_what_was_published():
    entry, who = entry_in(EntryState.SUBMITTED), people()
    validated = take_step_many(who[Step.VALIDATE], step=Step.VALIDATE, seen={entry.pk: 1})
    with pytest.raises(InputProblem, match="nothing to undo"):
        undo(who[Step.ACCEPT], change=validated.change)
    take_step(who[Step.ACCEPT], entry=entry.pk, step=Step.ACCEPT, row_version=2)
    with pytest.raises(Conflict):
        undo(who[Step.VALIDATE], change=validated.change)
    published = take_step_many(who[Step.PUBLISH], step=Step.PUBLISH, seen={entry.pk: 3})
    with pytest.raises(InputProblem, match="nothing to undo"):
        undo(who[Step.PUBLISH], change=published.change)
    with pytest.raises(InputProblem, match="nothing to undo"):
        undo(who[Step.PUBLISH], change=uuid4())


@pytest.mark.parametrize("state", [EntryState.SUBMITTED, EntryState.VALIDATED])
def test_undoing_a_return_puts_back_the_times_and_the_reason(state):
    entry, who = entry_in(state), people()
    person = who[Step.VALIDATE] if state is EntryState.SUBMITTED else who[Step.ACCEPT]
    before = (entry.submitted_at, entry.validated_at)
    take_step(person, entry=entry.pk, step=Step.SEND_BACK, row_version=1, reason="Which article?")
    change = Event.objects.get(action="entry.send_back").change
    other = rows.officer(Role.VALIDATOR, rows.body(), "another")
    with pytest.raises(InputProblem):
        undo(other, change=change)
    entry = undo(person, change=change)[0]
    assert (entry.state, entry.sent_back) == (state, "")
    assert (entry.submitted_at, entry.validated_at) == before


def test_why_a_step_is_not_open_is_said_with_who_could():
    entry = entry_in(EntryState.SUBMITTED)
    rows.officer(Role.VALIDATOR, entry.body, entry.written_by.username)
    step = next(t for t in TRANSITIONS if t.step is Step.VALIDATE)
    said = entry_steps.hindrance(entry.written_by, entry, step, [])
    assert said == (
        "You had a hand in the words of this entry; this step is another person's. "
        "Ask somebody else who may validate entries of this body."
    )
    assert entry_steps.hindrance(people()[Step.VALIDATE], entry, step, []) == ""


def test_a_second_press_names_who_sent_the_entry_back_and_not_who_wrote_it():
    entry, who = entry_in(EntryState.SUBMITTED), people()
    press = {"entry": entry.pk, "step": Step.SEND_BACK, "row_version": 1, "reason": "Say more."}
    validator = who[Step.VALIDATE]
    take_step(validator, **press)
    with pytest.raises(Conflict) as conflict:
        take_step(validator, **press)
    said = f"{validator} changed this entry while you were looking at it."
    assert conflict.value.message == said
