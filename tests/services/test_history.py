"""The history: whoever changes it outside the program is found out."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import person
from upheld.services import history
from upheld.store import append_only
from upheld.store.models import Event, User


def told(count: int) -> User:
    """The history of somebody who did ``count`` things, one after the other."""
    actor = person()
    for n in range(count):
        with transaction.atomic():
            history.record(actor, [history.Entry("user.note", actor, {"n": [n, n + 1]})])
    return actor


@pytest.fixture
def five(db):
    told(5)


@pytest.fixture
def without_triggers(db):
    """As somebody with the database's own tools would work."""
    append_only.remove(connection)
    yield
    append_only.install(connection)


def codes() -> list[tuple[str, dict]]:
    return [(finding.code, dict(finding.arguments)) for finding in history.verify_chain()]


@pytest.mark.usefixtures("five")
def test_an_untouched_history_is_whole():
    assert codes() == []
    assert history.head() == (5, Event.objects.get(seq=5).hash)


@pytest.mark.usefixtures("five")
def test_each_entry_seals_the_one_before():
    events = list(Event.objects.order_by("seq"))
    assert events[0].previous_hash == history.FIRST
    assert [e.previous_hash for e in events[1:]] == [e.hash for e in events[:-1]]


@pytest.mark.usefixtures("without_triggers", "five")
@pytest.mark.parametrize(
    "field", ["action", "object_id", "actor_name", "reason", "difference", "time", "change"]
)
def test_a_changed_entry_is_found(field):
    event = Event.objects.get(seq=3)
    value = {"difference": {"n": [0, 9]}, "change": uuid4()}.get(field, "someone else")
    if field == "time":
        value = event.time + timedelta(microseconds=1)
    Event.objects.filter(seq=3).update(**{field: value})
    assert codes() == [("history.changed", {"seq": 3})]


@pytest.mark.usefixtures("without_triggers", "five")
def test_a_changed_entry_with_its_own_new_seal_breaks_the_next():
    event = Event.objects.get(seq=3)
    event.reason = "another"
    event.hash = history.seal(event)
    event.save()
    assert codes() == [("history.changed", {"seq": 4})]


@pytest.mark.usefixtures("without_triggers", "five")
def test_a_removed_entry_is_found():
    Event.objects.filter(seq__in=(2, 3)).delete()
    assert codes() == [("history.gap", {"first": 2, "last": 3})]


@pytest.mark.usefixtures("without_triggers", "five")
def test_an_entry_that_was_slipped_in_is_found():
    last = Event.objects.get(seq=5)
    last.seq, last.hash = 6, "0" * 64
    last.save(force_insert=True)
    assert codes() == [("history.changed", {"seq": 6})]


@pytest.mark.usefixtures("without_triggers", "five")
def test_two_entries_that_changed_places_are_found():
    two, three = Event.objects.get(seq=2), Event.objects.get(seq=3)
    Event.objects.filter(seq__in=(2, 3)).delete()
    two.seq, three.seq = 3, 2
    Event.objects.bulk_create([three, two])
    assert codes() == [
        ("history.changed", {"seq": 2}),
        ("history.changed", {"seq": 3}),
        ("history.changed", {"seq": 4}),
    ]


@pytest.mark.usefixtures("five")
def test_a_seal_that_was_noted_is_found_again():
    seal = Event.objects.get(seq=3).hash
    printed = " ".join(seal[n : n + 8] for n in range(0, 64, 8)).upper()
    assert history.find_seals([seal, printed]) == []
    (missing,) = history.find_seals(["0" * 64])
    assert (missing.code, missing.arguments) == ("history.no_seal", {"seal": "0" * 64})


@pytest.mark.usefixtures("without_triggers", "five")
def test_a_history_rewritten_to_its_end_lacks_the_head_that_was_noted():
    _seq, noted = history.head()
    previous = history.FIRST
    for event in Event.objects.order_by("seq"):
        event.reason, event.previous_hash = "another", previous
        event.hash = previous = history.seal(event)
        event.save()
    assert codes() == []
    assert [finding.code for finding in history.find_seals([noted])] == ["history.no_seal"]


@pytest.mark.django_db(transaction=True)
def test_history_outside_the_transaction_of_its_change_is_a_fault():
    with pytest.raises(RuntimeError):
        history.record(person(), [])


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53)
    | st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00")),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)  # fmt: skip


@pytest.mark.django_db
@given(st.dictionaries(st.sampled_from(["text", "số", "状态"]), st.lists(VALUES, max_size=2)))
def test_whatever_is_written_can_be_proved_after_reading_it_back(difference):
    actor = person()
    with transaction.atomic():
        history.record(actor, [history.Entry("user.note", actor, difference)])
    assert codes() == []
