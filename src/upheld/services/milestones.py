"""Milestones of an action: add a step, say that it was done, take it out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.services import history
from upheld.services.differences import difference
from upheld.services.past_days import require_past
from upheld.services.permissions import Actor
from upheld.services.plan_values import milestone_values
from upheld.services.planned_actions import take_action
from upheld.store.models import Milestone, PlannedAction, User


def add_milestone(actor: Actor, *, action: int, titles: Mapping[str, str], due: date) -> Milestone:
    """A step with its day. Who: coordinator of the body that leads the action."""
    words = {code: text.strip() for code, text in titles.items() if text.strip()}
    if not words:
        raise InputProblem(
            _("The title is missing."), next_step=_("Give it in at least one language.")
        )
    with transaction.atomic():
        history.lock()
        who, row = take_action(actor, action)
        for held in row.milestones.filter(due=due):
            if held.titles == words:
                return held  # the form was sent twice
        made = Milestone.objects.create(action=row, titles=words, due=due)
        _tell(who, row, made.pk, {}, milestone_values(made))
    return made


def set_milestone_done(actor: Actor, *, milestone: int, done_on: date | None) -> Milestone:
    """When the step was done; None takes it back. Who: coordinator of the action's lead."""
    with transaction.atomic():
        history.lock()
        who, row = _take(actor, milestone)
        require_past(done_on)
        before = milestone_values(row)
        row.done_on = done_on
        row.save(update_fields=["done_on"])
        _tell(who, row.action, row.pk, before, milestone_values(row))
    return row


def remove_milestone(actor: Actor, *, milestone: int) -> PlannedAction:
    """Take a step out; the history keeps its words. Who: coordinator of the action's lead."""
    with transaction.atomic():
        history.lock()
        who, row = _take(actor, milestone)
        action = row.action
        _tell(who, action, row.pk, milestone_values(row), {})
        row.delete()
    return action


def _take(actor: Actor, key: int) -> tuple[User, Milestone]:
    row = Milestone.objects.filter(pk=key).first()
    if row is None:
        raise InputProblem(_("There is no such milestone."), next_step=_("Load the page again."))
    who, _action = take_action(actor, row.action_id)
    return who, row


def _tell(
    who: User,
    action: PlannedAction,
    key: int,
    before: Mapping[str, object],
    after: Mapping[str, object],
) -> None:
    changed = difference(before, after)
    if changed:
        told: history.Difference = {**changed, "milestone": [key, key]}
        history.record(who, [history.Entry("action.milestone", action, told)])
