"""What became of the demands to one State: joined by people, counted by turn; the rest waits."""

from __future__ import annotations

from collections import Counter

import pytest
from django.contrib.auth.models import AnonymousUser

from tests.factories import person
from tests.services.two_cycles import EARLIER, LATER, two_cycles
from upheld.core.demand_course import Turn
from upheld.core.errors import Refused
from upheld.core.facts import DocumentKind
from upheld.core.judgements import Verdict
from upheld.core.roles import Role
from upheld.core.sides import Publication, Side
from upheld.services.judge import judge
from upheld.services.state_demands import StateDemands, read_pairs, state_demands
from upheld.services.twins import held_apart
from upheld.store.models import Document, Record

pytestmark = pytest.mark.django_db

CAT = ("A-HRC-80-5-99.1", "A-HRC-90-7-140.1")
TRAFFICKING = ("A-HRC-80-5-99.3", "A-HRC-90-7-140.2")


@pytest.fixture(autouse=True)
def reports() -> None:
    two_cycles()


def found(earlier: Side = EARLIER, later: Side = LATER) -> StateDemands:
    return state_demands(
        person(Role.READER), earlier=earlier, later=later, publication=Publication.REPORTS
    )


def waiting(demands: StateDemands) -> list[tuple[str, str, bool]]:
    read = read_pairs(person(), demands.matches.pairs)
    return [(one.public_id, other.public_id, pair.unsure) for pair, one, other in read]


def say(pair: tuple[str, str], verdict: Verdict) -> None:
    judge(person(), record=pair[0], other=pair[1], verdict=verdict)


def test_before_anybody_judged_all_pairs_wait():
    demands = found()
    assert demands.demands == ()
    assert sorted(waiting(demands)) == [(*CAT, False), (*TRAFFICKING, False)]
    assert (demands.totals, demands.unmatched) == ((3, 4), (1, 2))


def test_a_judged_pair_becomes_a_demand_with_its_course():
    say(CAT, Verdict.SAME)
    demands = found()
    assert [one.turns for one in demands.demands] == [(Turn.REPEATED, Turn.STRENGTHENED)]
    assert demands.became == Counter({Turn.REPEATED: 1, Turn.STRENGTHENED: 1})
    assert waiting(demands) == [(*TRAFFICKING, False)]
    steps = demands.demands[0].course.steps
    assert [step.records for step in steps] == [(CAT[0],), (CAT[1],)]
    assert demands.unmatched == (1, 2)


def test_what_is_different_waits_no_longer_and_unsure_waits_last():
    say(CAT, Verdict.UNSURE)
    assert waiting(found()) == [(*TRAFFICKING, False), (*CAT, True)]
    say(TRAFFICKING, Verdict.DIFFERENT)
    assert waiting(found()) == [(*CAT, True)]


def test_a_demand_that_does_not_come_back_is_dropped():
    say(("A-HRC-80-5-99.1", "A-HRC-80-5-99.2"), Verdict.SAME)
    assert [(one.turns, one.waits) for one in found().demands] == [((Turn.DROPPED,), True)]
    say(CAT, Verdict.DIFFERENT)
    demands = found()
    assert [(one.turns, one.waits) for one in demands.demands] == [((Turn.DROPPED,), False)]
    assert demands.dropped == ()


def test_a_record_is_dropped_once_a_person_has_looked_for_it():
    demands = found()
    assert (demands.dropped, demands.looked_at) == ((), (0, 0))
    say(CAT, Verdict.UNSURE)
    assert found().dropped == ()
    say(CAT, Verdict.DIFFERENT)
    demands = found()
    assert [(list(one.course.records), one.turns) for one in demands.dropped] == [
        ([CAT[0]], (Turn.DROPPED,))
    ]
    assert demands.dropped[0].held_against == 1
    say((CAT[0], TRAFFICKING[1]), Verdict.DIFFERENT)
    assert found().dropped[0].held_against == 2
    assert demands.became == Counter({Turn.DROPPED: 1})
    assert (demands.unmatched, demands.looked_at) == ((2, 3), (1, 1))


def test_another_mechanism_drops_nothing():
    Document.objects.filter(slug="A-HRC-90-7").update(
        kind=DocumentKind.CONCLUDING_OBSERVATIONS, body="CAT", cycle=None
    )
    say(CAT, Verdict.DIFFERENT)
    demands = found(EARLIER, Side.of("XSP", "treaty-bodies"))
    assert (demands.looked_at, demands.dropped) == ((1, 1), ())


def test_how_many_a_record_was_held_against():
    record = Record.objects.get(public_id=CAT[0])
    assert held_apart(person(), record) == 0
    say(CAT, Verdict.DIFFERENT)
    say((CAT[0], TRAFFICKING[1]), Verdict.UNSURE)
    assert held_apart(person(), record) == 1
    assert held_apart(AnonymousUser(), record) == 0


def test_one_part_alone_shows_what_stands_in_it_twice():
    say(("A-HRC-80-5-99.1", "A-HRC-80-5-99.2"), Verdict.SAME)
    demands = found(EARLIER, EARLIER)
    assert [one.turns for one in demands.demands] == [(Turn.FIRST,)]
    assert demands.totals == (3, 3)
    assert all(one != other for one, other, _unsure in waiting(demands))


def test_demands_stand_in_the_order_of_the_earlier_part():
    say(TRAFFICKING, Verdict.SAME)
    say(CAT, Verdict.SAME)
    assert [next(iter(one.course.records)) for one in found().demands] == [CAT[0], TRAFFICKING[0]]


def test_who_may_not_read_sees_nothing():
    with pytest.raises(Refused):
        state_demands(
            AnonymousUser(), earlier=EARLIER, later=LATER, publication=Publication.REPORTS
        )
