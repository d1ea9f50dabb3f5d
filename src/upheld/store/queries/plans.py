"""What a plan is about: the records of its reviews, who has them, and which actions answer them."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from upheld.core.items import ItemKind
from upheld.core.planning import AssignmentState, Part
from upheld.core.review import IN_FORCE
from upheld.store.models import ActionAnswer, Assignment, Plan, PlannedAction, Record

ASKED = (
    ItemKind.RECOMMENDATION,
    ItemKind.REQUEST,
    ItemKind.FOLLOW_UP_REQUEST,
    ItemKind.CONCERN,
    ItemKind.PLEDGE,
)
"""Kinds of records that ask something of the State; a positive aspect does not."""


def records_of(plan: Plan) -> QuerySet[Record]:
    """What the plan is to answer: all that its documents ask, and what its actions answer too."""
    return Record.objects.filter(
        Q(document__plans__plan=plan, kind__in=ASKED) | Q(_is_answered(plan)),
        review_state__in=[state.value for state in IN_FORCE],
    ).distinct()


def answered(rows: QuerySet[Record], plan: Plan) -> QuerySet[Record]:
    """Those of ``rows`` that an action of the plan answers."""
    return rows.filter(_is_answered(plan))


def unanswered(rows: QuerySet[Record], plan: Plan) -> QuerySet[Record]:
    """Those of ``rows`` that no action of the plan answers."""
    return rows.filter(~_is_answered(plan))


def led(rows: QuerySet[Record]) -> QuerySet[Record]:
    """Those of ``rows`` that a body leads."""
    lead = Assignment.objects.filter(
        record=OuterRef("pk"), part=Part.LEAD, state=AssignmentState.CONFIRMED
    )
    return rows.filter(Exists(lead))


def _is_answered(plan: Plan) -> Exists:
    return Exists(
        ActionAnswer.objects.filter(
            record=OuterRef("pk"), action__plan=plan, action__withdrawn=False
        )
    )


def with_work(rows: QuerySet[Record], plan: Plan) -> QuerySet[Record]:
    """``rows`` with confirmed assignments and the plan's actions read along, in printed order."""
    assignments = Assignment.objects.filter(state=AssignmentState.CONFIRMED).select_related("body")
    answers = ActionAnswer.objects.filter(action__plan=plan, action__withdrawn=False)
    return (
        rows.select_related("document", "current_position")
        .prefetch_related(
            Prefetch("assignments", assignments, to_attr="confirmed"),
            Prefetch(
                "answered_by",
                answers.select_related("action__lead").prefetch_related("action__supports__body"),
                to_attr="planned",
            ),
        )
        .order_by("document", "order", "part", "pk")
    )


def actions_of(plan: Plan) -> QuerySet[PlannedAction]:
    """The actions of a plan with lead, supports and how many records each answers."""
    return plan.actions.select_related("lead").prefetch_related("supports__body", "milestones")
