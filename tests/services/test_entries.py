"""Writing an entry: drafts, what follows a published entry, and two officers at once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from tests import factories
from tests import workspace_rows as rows
from upheld.core.entries import EntryState
from upheld.core.errors import Conflict, InputProblem, Refused
from upheld.core.planning import AssignmentState
from upheld.core.roles import Role
from upheld.services.entries import Words, beginning, last_published, write
from upheld.store.models import Assignment, Entry, Event, Record

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked() -> Assignment:
    factories.report(2)
    return rows.assignment(Record.objects.get(number="140.1"))


def words(done: str = "A bill was drafted.", **values: object) -> Words:
    known = {
        "done": done,
        "result": "",
        "status": "planned",
        "as_of": date(2026, 3, 1),
        "language": "en",
    }
    return Words(**(known | values))  # type: ignore[arg-type]


def test_the_first_save_begins_a_draft_of_the_body(asked):
    mai = rows.officer(Role.FOCAL_POINT, asked.body, "mai")
    entry = write(mai, assignment=asked.pk, row_version=0, words=words(" A bill. "))
    kept = Entry.objects.get()
    assert (kept.pk, kept.done, kept.state, kept.body_name, kept.written_by) == (
        entry.pk, "A bill.", "draft", "Ministry of Justice", mai,
    )  # fmt: skip
    event = Event.objects.get(object_type="entry")
    assert (event.action, event.difference) == (
        "entry.begin",
        {"record": [None, "A-HRC-90-7-140.1"], "body": [None, "XSP-MOJ"]},
    )


def test_saving_again_counts_up_and_saving_the_same_does_not(asked):
    mai = rows.officer(Role.FOCAL_POINT, asked.body, "mai")
    for seen, text, version in [(0, "One.", 1), (1, "Two.", 2), (2, "Two.", 2)]:
        entry = write(mai, assignment=asked.pk, row_version=seen, words=words(text))
        assert (entry.done, entry.row_version) == (text, version)
    assert Event.objects.filter(object_type="entry").count() == 1


def test_the_history_knows_each_hand_and_no_words_of_a_draft(asked):
    mai = rows.officer(Role.FOCAL_POINT, asked.body, "mai")
    nam = rows.officer(Role.FOCAL_POINT, asked.body, "nam")
    write(mai, assignment=asked.pk, row_version=0, words=words("Canary one."))
    write(nam, assignment=asked.pk, row_version=1, words=words("Canary two."))
    told = list(Event.objects.filter(object_type="entry").order_by("seq"))
    assert [(event.action, event.actor) for event in told] == [
        ("entry.begin", mai),
        ("entry.write", nam),
    ]
    assert told[1].difference == {"fields": [None, ["done"]]}


@pytest.mark.parametrize("seen", [0, 1])
def test_who_comes_second_sees_what_stands_and_overwrites_nothing(asked, seen):
    mai = rows.officer(Role.FOCAL_POINT, asked.body, "mai", name="Mai")
    nam = rows.officer(Role.FOCAL_POINT, asked.body, "nam")
    write(mai, assignment=asked.pk, row_version=0, words=words("First."))
    write(mai, assignment=asked.pk, row_version=1, words=words("Words of Mai."))
    with pytest.raises(Conflict) as conflict:
        write(nam, assignment=asked.pk, row_version=seen, words=words("Words of Nam."))
    assert conflict.value.message == "Mai changed this entry while you were looking at it."
    assert (conflict.value.current["done"], conflict.value.current["row_version"]) == (
        "Words of Mai.",
        2,
    )
    assert Entry.objects.get().done == "Words of Mai."


def test_what_is_on_its_way_is_not_written_in(asked):
    entry = rows.entry(asked, state=EntryState.SUBMITTED)
    with pytest.raises(Conflict) as conflict:
        write(entry.written_by, assignment=asked.pk, row_version=1, words=words())
    assert conflict.value.message == "This entry is on its way and cannot be changed."


def test_the_next_entry_begins_from_the_published_one_which_stays(asked):
    old = rows.entry(asked, state=EntryState.PUBLISHED, done="What was published.")
    begun = beginning(asked, "vi")
    assert (begun.done, begun.status, begun.as_of) == (
        "What was published.",
        old.status,
        timezone.localdate(),
    )
    write(old.written_by, assignment=asked.pk, row_version=0, words=words("What is new."))
    assert sorted(Entry.objects.values_list("state", "done")) == [
        ("draft", "What is new."),
        ("published", "What was published."),
    ]


def test_who_saw_an_entry_that_was_published_meanwhile_is_told(asked):
    old = rows.entry(asked, state=EntryState.PUBLISHED, done="What was published.")
    with pytest.raises(Conflict) as conflict:
        write(old.written_by, assignment=asked.pk, row_version=3, words=words())
    assert conflict.value.current["done"] == "What was published."
    assert conflict.value.current["row_version"] == 0


def test_a_successor_begins_from_what_its_predecessor_published(asked):
    old = rows.entry(asked, state=EntryState.PUBLISHED)
    asked.state = AssignmentState.ENDED
    asked.save()
    heir = rows.assignment(asked.record, rows.body("MOH"), follows=asked)
    assert last_published(heir) == old
    with pytest.raises(InputProblem, match="no longer in force"):
        write(old.written_by, assignment=asked.pk, row_version=0, words=words())


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"done": "a" * 10_001}, "A field holds 10000 letters at most."),
        ({"status": "done"}, "There is no such status."),
        ({"language": "xx"}, "Upheld does not speak xx."),
        ({"action": 77}, "This action does not answer this recommendation."),
    ],
)
def test_what_no_field_can_hold_is_refused(asked, values, message):
    mai = rows.officer(Role.FOCAL_POINT, asked.body, "mai")
    with pytest.raises(InputProblem) as problem:
        write(mai, assignment=asked.pk, row_version=0, words=words(**values))
    assert problem.value.message == message
    assert Entry.objects.count() == 0


def test_only_the_focal_point_of_the_body_writes(asked):
    others = [
        rows.officer(Role.FOCAL_POINT, rows.body("MOH")),
        rows.officer(Role.VALIDATOR, asked.body),
        factories.person(Role.COORDINATOR),
        factories.person(Role.READER),
        factories.person(Role.ADMINISTRATOR),
    ]
    for other in others:
        with pytest.raises(Refused):
            write(other, assignment=asked.pk, row_version=0, words=words())
    with pytest.raises((Refused, InputProblem)):
        write(AnonymousUser(), assignment=asked.pk, row_version=0, words=words())


def test_nothing_can_be_reported_of_a_day_that_lies_ahead(asked):
    mai = rows.officer(Role.FOCAL_POINT, asked.body, "mai")
    today = timezone.localdate()
    for day in (today + timedelta(days=1), today + timedelta(days=900)):
        with pytest.raises(InputProblem, match="future"):
            write(mai, assignment=asked.pk, row_version=0, words=words(as_of=day, status=""))
    entry = write(mai, assignment=asked.pk, row_version=0, words=words(as_of=today, status=""))
    assert (entry.as_of, entry.status) == (today, "")
