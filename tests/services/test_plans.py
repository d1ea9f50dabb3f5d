"""Plans and their actions: who may write them, what they answer, what the history keeps."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.factories import report
from tests.workspace_rows import body, officer
from upheld.core.errors import Conflict, InputProblem, Refused
from upheld.core.judgements import Verdict
from upheld.core.planning import IndicatorKind
from upheld.core.roles import Role
from upheld.services import indicators, milestones, planned_actions, plans
from upheld.services.judge import judge
from upheld.services.planned_actions import ActionFacts
from upheld.services.plans import PlanFacts
from upheld.services.selection import Selection
from upheld.store.models import Event, Milestone, Plan, PlannedAction

pytestmark = pytest.mark.django_db

DAY = date(2027, 6, 30)
MEASURED = date(2026, 6, 30)


def facts(**more: object) -> PlanFacts:
    return PlanFacts(**{"titles": {"en": "Plan of the fourth cycle"}, "state": "XSP"} | more)


def action_facts(**more: object) -> ActionFacts:
    values = {"titles": {"en": "Amend the penal code", "vi": "Sửa luật hình sự"}, "lead": "XSP-MOJ"}
    return ActionFacts(**values | more)


@pytest.fixture
def coordinator(db):
    body("MOJ"), body("MOH"), body("EAST")
    return officer(Role.COORDINATOR)


@pytest.fixture
def plan(coordinator) -> Plan:
    return plans.add_plan(coordinator, facts=facts())


def test_a_plan_has_a_code_of_its_own(coordinator, plan):
    second = plans.add_plan(coordinator, facts=facts(decision="Decision 9"))
    assert (plan.code, second.code) == ("xsp-plan-of-the-fourth-cycle", f"{plan.code}-2")


def test_a_plan_says_which_reviews_it_answers(coordinator, plan):
    document = report(1)
    changed = plans.change_plan(
        coordinator,
        code=plan.code,
        row_version=1,
        facts=facts(decision="Decision 12", sources=(document.slug,)),
    )
    assert [one.document for one in changed.sources.all()] == [document]
    event = Event.objects.get(action="plan.change")
    assert event.difference == {
        "decision": ["", "Decision 12"],
        "sources": [[], [document.slug]],
    }
    with pytest.raises(InputProblem):
        plans.change_plan(
            coordinator, code=plan.code, row_version=2, facts=facts(sources=("A-HRC-1-1",))
        )


@pytest.mark.parametrize(
    "wrong", [{"titles": {"en": " "}}, {"starts": DAY, "ends": date(2026, 1, 1)}]
)
def test_a_plan_that_cannot_be(coordinator, wrong):
    with pytest.raises(InputProblem):
        plans.add_plan(coordinator, facts=facts(**wrong))


def test_a_plan_belongs_to_the_whole_folder(coordinator, plan):
    provincial = officer(Role.COORDINATOR, body("EAST"))
    for act in (
        lambda: plans.add_plan(provincial, facts=facts()),
        lambda: plans.close_plan(provincial, code=plan.code, row_version=1, closed=True),
    ):
        with pytest.raises(Refused):
            act()


def test_a_provincial_coordinator_writes_the_actions_of_the_province(plan):
    provincial = officer(Role.COORDINATOR, body("EAST"))
    own = planned_actions.add_action(
        provincial, plan=plan.code, facts=action_facts(lead="XSP-EAST", supports=("XSP-MOJ",))
    )
    assert own.number == "1"
    with pytest.raises(Refused):
        planned_actions.add_action(provincial, plan=plan.code, facts=action_facts())
    with pytest.raises(Refused):  # nor may the province hand its action to a ministry
        planned_actions.change_action(
            provincial, action=own.pk, row_version=1, facts=action_facts()
        )


def test_two_who_change_one_plan_or_one_action(coordinator, plan):
    plans.change_plan(coordinator, code=plan.code, row_version=1, facts=facts(decision="1"))
    with pytest.raises(Conflict):
        plans.change_plan(coordinator, code=plan.code, row_version=1, facts=facts())
    row = planned_actions.add_action(coordinator, plan=plan.code, facts=action_facts())
    planned_actions.change_action(
        coordinator, action=row.pk, row_version=1, facts=action_facts(due=DAY)
    )
    with pytest.raises(Conflict) as conflict:
        planned_actions.change_action(
            coordinator, action=row.pk, row_version=1, facts=action_facts()
        )
    assert conflict.value.current["due"] == "2027-06-30"


@pytest.mark.parametrize(
    "wrong",
    [
        {"titles": {}},
        {"lead": "XSP-NOWHERE"},
        {"starts": DAY, "due": date(2027, 1, 1)},
        {"budget": Decimal(5), "currency": ""},
        {"budget": Decimal(-1), "currency": "VND"},
    ],
)
def test_an_action_that_cannot_be(coordinator, plan, wrong):
    with pytest.raises(InputProblem):
        planned_actions.add_action(coordinator, plan=plan.code, facts=action_facts(**wrong))
    assert PlannedAction.objects.count() == 0


def test_numbers_are_given_once_and_come_back_with_their_action(coordinator, plan):
    first = planned_actions.add_action(coordinator, plan=plan.code, facts=action_facts())
    others = action_facts(due=DAY)
    second = planned_actions.add_action(coordinator, plan=plan.code, facts=others)
    assert (first.number, second.number) == ("1", "2")
    with pytest.raises(InputProblem):
        planned_actions.add_action(coordinator, plan=plan.code, facts=action_facts(number="2"))
    gone = planned_actions.withdraw_action(
        coordinator, action=second.pk, row_version=1, reason="Done elsewhere."
    )
    planned_actions.add_action(coordinator, plan=plan.code, facts=action_facts(number="2"))
    with pytest.raises(InputProblem):
        planned_actions.restore_action(coordinator, action=second.pk, row_version=gone.row_version)


def test_a_closed_plan_takes_nothing_until_it_is_opened(coordinator, plan):
    row = planned_actions.add_action(coordinator, plan=plan.code, facts=action_facts())
    plans.close_plan(coordinator, code=plan.code, row_version=1, closed=True)
    with pytest.raises(InputProblem):
        planned_actions.withdraw_action(coordinator, action=row.pk, row_version=1)
    plans.close_plan(coordinator, code=plan.code, row_version=2, closed=False)
    planned_actions.withdraw_action(coordinator, action=row.pk, row_version=1)
    assert [event.action for event in Event.objects.filter(object_type="plan")] == [
        "plan.add",
        "plan.close",
        "plan.open",
    ]


def test_an_action_answers_many_records_and_a_whole_cluster(coordinator, plan):
    first, second, third = report(3).records.all()
    judge(coordinator, record=first.public_id, other=third.public_id, verdict=Verdict.SAME)
    row = planned_actions.add_action(coordinator, plan=plan.code, facts=action_facts())
    chosen = Selection((first.public_id, second.public_id))
    _row, added = planned_actions.answer(
        coordinator, action=row.pk, selection=chosen, clusters=True
    )
    assert added == 3
    assert list(row.answers.values_list("record__public_id", "through__public_id")) == [
        (first.public_id, None),
        (second.public_id, None),
        (third.public_id, first.public_id),
    ]
    assert planned_actions.answer(coordinator, action=row.pk, selection=chosen)[1] == 0
    assert (
        planned_actions.unanswer(coordinator, action=row.pk, public_ids=[third.public_id])[1] == 1
    )


def test_milestones_are_added_reached_and_taken_out(coordinator, plan):
    row = planned_actions.add_action(coordinator, plan=plan.code, facts=action_facts())
    one = milestones.add_milestone(coordinator, action=row.pk, titles={"en": "Bill"}, due=DAY)
    milestones.set_milestone_done(coordinator, milestone=one.pk, done_on=date(2026, 5, 2))
    with pytest.raises(InputProblem, match="future"):
        milestones.set_milestone_done(coordinator, milestone=one.pk, done_on=date(9999, 5, 2))
    milestones.remove_milestone(coordinator, milestone=one.pk)
    told = Event.objects.filter(action="action.milestone").values_list("difference", flat=True)
    assert [difference.get("done_on") for difference in told] == [
        None,
        [None, "2026-05-02"],
        ["2026-05-02", None],
    ]
    assert Milestone.objects.count() == 0


def indicator(coordinator, plan):
    row = planned_actions.add_action(
        coordinator, plan=plan.code, facts=action_facts(supports=("XSP-MOH",))
    )
    return indicators.add_indicator(
        coordinator,
        action=row.pk,
        facts=indicators.IndicatorFacts(
            names={"en": "Deaths in custody"},
            kind=IndicatorKind.OUTCOME,
            unit="persons",
            baseline=Decimal("12"),
            target=Decimal("0"),
            broken_down_by=" sex \n\nprovince",
        ),
    )


def test_values_over_time_are_given_by_the_bodies_of_the_action(coordinator, plan):
    row = indicator(coordinator, plan)
    assert row.broken_down_by == "sex\nprovince"
    supporter = officer(Role.FOCAL_POINT, body("MOH"))
    value = indicators.measure(supporter, indicator=row.pk, day=MEASURED, value=Decimal("7.50"))
    again = indicators.measure(supporter, indicator=row.pk, day=MEASURED, value=Decimal(8))
    assert (value.body, again.pk, row.values.get().value) == (body("MOH"), value.pk, 8)
    assert [e.difference["value"] for e in Event.objects.filter(action="indicator.measure")] == [
        [None, "7.5"],
        ["7.5", "8"],
    ]
    with pytest.raises(Refused):
        stranger = officer(Role.FOCAL_POINT, body("EAST"))
        indicators.measure(stranger, indicator=row.pk, day=MEASURED, value=Decimal(1))


@pytest.mark.parametrize(
    ("group", "people", "shown"),
    [("women", 9, None), ("women", 10, 3), ("women", None, 3), ("", 2, 3)],
)
def test_a_value_that_tells_of_few_people_is_not_shown(coordinator, plan, group, people, shown):
    row = indicator(coordinator, plan)
    value = indicators.measure(
        coordinator, indicator=row.pk, day=MEASURED, value=Decimal(3), group=group, people=people
    )
    assert indicators.shown_value(value) == shown


def test_two_who_change_one_indicator(coordinator, plan):
    row = indicator(coordinator, plan)
    new = indicators.IndicatorFacts(names={"en": "Deaths"}, kind=IndicatorKind.OUTCOME)
    indicators.change_indicator(coordinator, indicator=row.pk, row_version=1, facts=new)
    with pytest.raises(Conflict):
        indicators.change_indicator(coordinator, indicator=row.pk, row_version=1, facts=new)


def test_the_same_form_sent_twice_adds_one_thing(coordinator, plan):
    assert plans.add_plan(coordinator, facts=facts()) == plan
    said = action_facts(supports=("XSP-MOH",), due=DAY)
    row = planned_actions.add_action(coordinator, plan=plan.code, facts=said)
    assert planned_actions.add_action(coordinator, plan=plan.code, facts=said) == row
    numbered = planned_actions.add_action(
        coordinator, plan=plan.code, facts=action_facts(number="7")
    )
    twice = planned_actions.add_action(coordinator, plan=plan.code, facts=action_facts(number="7"))
    assert (twice, numbered.number) == (numbered, "7")
    planned_actions.add_action(coordinator, plan=plan.code, facts=action_facts())
    assert [one.number for one in plan.actions.order_by("pk")] == ["1", "7"]
    steps = {
        milestones.add_milestone(coordinator, action=row.pk, titles={"en": "Bill"}, due=DAY)
        for _time in range(2)
    }
    wanted = indicators.IndicatorFacts(names={"en": "Deaths"}, kind=IndicatorKind.OUTCOME)
    measures = {
        indicators.add_indicator(coordinator, action=row.pk, facts=wanted) for _time in range(2)
    }
    assert (len(steps), len(measures)) == (1, 1)
