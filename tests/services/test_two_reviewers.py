"""Two people at the same desk at the same moment, on real connections that commit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.factories import person
from tests.services.printed import many, printed
from upheld.core.errors import Conflict
from upheld.services import history, review
from upheld.services.ingest import keep
from upheld.services.verify import verify
from upheld.store.models import Event, Record

pytestmark = pytest.mark.django_db(transaction=True)


def together(*acts: Callable[[], object]) -> list[object]:
    """What each act answers or raises, when all begin at the same moment."""
    start = Barrier(len(acts))

    def one(act: Callable[[], object]) -> object:
        try:
            start.wait()
            return act()
        except Conflict as conflict:
            return conflict
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(one, acts))


def test_of_two_corrections_one_holds_and_the_other_sees_it():
    keep(person(), printed(many(3)))
    huong, mai = person(username="huong"), person(username="mai")
    first = "A-HRC-90-7-140.1"
    answers = together(
        lambda: review.correct(huong, public_id=first, row_version=1, text="Words of Huong"),
        lambda: review.correct(mai, public_id=first, row_version=1, text="Words of Mai"),
    )
    lost = [answer for answer in answers if isinstance(answer, Conflict)]
    assert len(lost) == 1
    assert lost[0].current["text"] == Record.objects.get(public_id=first).text
    assert Event.objects.filter(action="record.correct").count() == 1


def test_two_people_confirm_one_report_and_each_record_once():
    keep(person(), printed(many(60)))
    seen = dict(Record.objects.values_list("public_id", "row_version"))
    huong, mai = person(username="huong"), person(username="mai")
    one, other = together(
        lambda: review.confirm_many(huong, seen=seen),
        lambda: review.confirm_many(mai, seen=seen),
    )
    assert Counter(one.confirmed + other.confirmed) == Counter(seen)
    assert sorted(one.conflicts + other.conflicts) == sorted(seen)
    assert Event.objects.filter(action="record.confirm").count() == 60
    assert verify(person()) == []


def test_the_chain_has_no_fork_when_many_write_at_once():
    keep(person(), printed(many(40)))
    people = [person(username=f"reviewer-{n}") for n in range(4)]
    ids = list(Record.objects.order_by("order").values_list("public_id", flat=True))

    def confirm_all(n: int) -> None:
        for public_id in ids[n::4]:
            review.confirm(people[n], public_id=public_id, row_version=1)

    together(*(lambda n=n: confirm_all(n) for n in range(4)))
    assert Record.objects.filter(review_state="confirmed").count() == 40
    assert history.verify_chain() == []


def test_one_file_added_twice_at_once_is_one_document():
    actor = person()
    read = printed(many(20))
    answers = together(lambda: keep(actor, read), lambda: keep(actor, read))
    assert sorted(str(answer.outcome) for answer in answers) == ["new", "unchanged"]
    assert Record.objects.count() == 20


def test_a_new_version_comes_while_people_confirm():
    keep(person(), printed(many(40)))
    actor, other = person(), person(username="other")
    seen = dict(Record.objects.values_list("public_id", "row_version"))
    newer = printed([(number, f"{text}, soon", named) for number, text, named in many(40)])
    together(
        lambda: keep(actor, newer),
        lambda: review.confirm_many(other, seen=seen),
        lambda: [review.confirm(other, public_id=i, row_version=1) for i in reversed(seen)],
    )
    assert verify(person()) == []
    assert all(text.endswith(", soon") for text in Record.objects.values_list("text", flat=True))
