"""Judgements of people: who may, what is kept, what is refused, what can be taken back."""

from __future__ import annotations

import pytest

from tests.factories import Demand, person, report
from upheld.core.errors import Conflict, InputProblem, Refused
from upheld.core.judgements import Verdict
from upheld.core.roles import Role
from upheld.services.history import verify_chain
from upheld.services.judge import judge, withdraw
from upheld.store.models import Event, Judgement, Record
from upheld.store.queries.judged import judgements

pytestmark = pytest.mark.django_db

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE


def ids(*numbers: int) -> tuple[str, ...]:
    return tuple(f"A-HRC-90-7-140.{number}" for number in numbers)


ONE, TWO, THREE = ids(1, 2, 3)


@pytest.fixture(autouse=True)
def records() -> None:
    report(items=[Demand(f"140.{n}", f"Ratify treaty number {n}", ("FRA",)) for n in range(1, 5)])


def key(public_id: str) -> int:
    return Record.objects.get(public_id=public_id).pk


def test_a_judgement_keeps_author_date_and_the_score_shown():
    made = judge(person(), record=TWO, other=ONE, verdict=SAME, score=0.93)
    assert (made.one.public_id, made.other.public_id) == (ONE, TWO)
    assert (made.verdict, made.author, made.score) == (SAME, person(), 0.93)
    assert made.made_at is not None
    assert judgements().verdict(key(ONE), key(TWO)) is SAME


def test_each_record_has_it_in_its_history():
    judge(person(), record=ONE, other=TWO, verdict=DIFFERENT)
    events = Event.objects.filter(action="record.judge")
    assert [(event.object_id, event.difference) for event in events] == [
        (ONE, {"verdict": [None, "different"], "twin": [None, TWO]}),
        (TWO, {"verdict": [None, "different"], "twin": [None, ONE]}),
    ]
    assert len({event.change for event in events}) == 1
    assert verify_chain() == []


def test_the_same_verdict_again_changes_nothing():
    first = judge(person(), record=ONE, other=TWO, verdict=SAME)
    assert judge(person(), record=TWO, other=ONE, verdict=SAME) == first
    assert Event.objects.filter(action="record.judge").count() == 2


def test_who_changes_their_mind_leaves_the_old_judgement_withdrawn():
    first = judge(person(), record=ONE, other=TWO, verdict=SAME)
    judge(person(), record=ONE, other=TWO, verdict=DIFFERENT)
    first.refresh_from_db()
    assert first.withdrawn_by == person()
    assert Judgement.objects.count() == 2
    assert judgements().verdict(key(ONE), key(TWO)) is DIFFERENT
    assert Event.objects.latest("seq").difference["verdict"] == ["same", "different"]


def test_the_newest_of_two_people_counts_and_both_are_kept():
    other = person(Role.COORDINATOR, "second")
    judge(person(), record=ONE, other=TWO, verdict=SAME)
    judge(other, record=ONE, other=TWO, verdict=DIFFERENT)
    assert judgements().verdict(key(ONE), key(TWO)) is DIFFERENT
    assert Judgement.objects.filter(withdrawn_at=None).count() == 2


def test_what_follows_from_others_cannot_be_contradicted():
    judge(person(), record=ONE, other=TWO, verdict=SAME)
    judge(person(), record=TWO, other=THREE, verdict=SAME)
    with pytest.raises(Conflict) as conflict:
        judge(person(), record=ONE, other=THREE, verdict=DIFFERENT)
    assert conflict.value.message == (
        "Judgements on other records say that these two ask for the same."
    )
    assert Judgement.objects.count() == 2
    judge(person(), record=ONE, other=THREE, verdict=UNSURE)


def test_different_parts_the_whole_cluster():
    judge(person(), record=ONE, other=TWO, verdict=SAME)
    judge(person(), record=TWO, other=THREE, verdict=DIFFERENT)
    with pytest.raises(Conflict) as conflict:
        judge(person(), record=ONE, other=THREE, verdict=SAME)
    assert conflict.value.message == (
        "Judgements on other records say that these two ask for different things."
    )


def test_a_withdrawn_judgement_no_longer_counts():
    made = judge(person(), record=ONE, other=TWO, verdict=SAME)
    other = person(Role.COORDINATOR, "second")
    assert withdraw(other, judgement=made.pk).withdrawn_by == other
    assert withdraw(person(), judgement=made.pk).withdrawn_by == other
    assert judgements().verdict(key(ONE), key(TWO)) is None
    events = Event.objects.filter(action="record.withdraw_judgement")
    assert [event.object_id for event in events] == [ONE, TWO]
    assert events[0].difference["verdict"] == ["same", None]


def test_only_a_coordinator_judges():
    made = judge(person(), record=ONE, other=TWO, verdict=SAME)
    for role in set(Role) - {Role.COORDINATOR, Role.PUBLIC}:
        with pytest.raises(Refused):
            judge(person(role), record=ONE, other=THREE, verdict=SAME)
        with pytest.raises(Refused):
            withdraw(person(role), judgement=made.pk)
    assert Judgement.objects.filter(withdrawn_at=None).count() == 1


@pytest.mark.parametrize(
    ("other", "message"),
    [
        (ONE, "A record cannot be held against itself."),
        ("A-HRC-1-1-9", "There is no record A-HRC-1-1-9."),
        (THREE, "This record is no longer in force."),
    ],
)
def test_what_cannot_be_judged(other: str, message: str):
    Record.objects.filter(public_id=THREE).update(review_state="withdrawn")
    with pytest.raises(InputProblem) as problem:
        judge(person(), record=ONE, other=other, verdict=SAME)
    assert problem.value.message == message
    assert Judgement.objects.count() == 0


def test_a_judgement_that_is_not_there():
    with pytest.raises(InputProblem):
        withdraw(person(), judgement=7)
