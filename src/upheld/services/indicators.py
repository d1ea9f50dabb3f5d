"""Indicators of an action: what is measured, and its values over time.

Values about small groups of people are kept and not shown (``shown_value``): a figure of three
persons in one village names them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import Conflict, InputProblem
from upheld.core.planning import IndicatorKind
from upheld.core.roles import Action
from upheld.services import history
from upheld.services.differences import difference
from upheld.services.past_days import require_past
from upheld.services.permissions import Actor, allowed, authorise, visible_to
from upheld.services.plan_values import indicator_values, measured
from upheld.services.planned_actions import take_action
from upheld.services.plans import require_open
from upheld.store.models import Body, Indicator, IndicatorValue, User

FEWEST_PEOPLE = 10
"""A value about a group rests on at least so many people, or it is not shown."""


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """What is measured: ``names`` by language, in which ``unit``, from ``baseline`` to ``target``.

    ``broken_down_by``: "sex", "province", one a line.
    """

    names: Mapping[str, str]
    kind: IndicatorKind
    unit: str = ""
    baseline: Decimal | None = None
    baseline_day: date | None = None
    target: Decimal | None = None
    target_day: date | None = None
    broken_down_by: str = ""
    source: str = ""


def add_indicator(actor: Actor, *, action: int, facts: IndicatorFacts) -> Indicator:
    """A new indicator. Who: coordinator of the body that leads the action. One transaction."""
    with transaction.atomic():
        history.lock()
        who, row = take_action(actor, action)
        indicator = Indicator(action=row)
        _put(indicator, facts)
        for held in row.indicators.all():
            if indicator_values(held) == indicator_values(indicator):
                return held  # the form was sent twice
        indicator.save()
        said = difference({}, indicator_values(indicator))
        history.record(who, [history.Entry("indicator.add", indicator, said)])
    return indicator


def change_indicator(
    actor: Actor, *, indicator: int, row_version: int, facts: IndicatorFacts
) -> Indicator:
    """Correct what is measured. Who: coordinator of the action's lead. One transaction."""
    with transaction.atomic():
        history.lock()
        row = _row(actor, indicator)
        who, _action = take_action(actor, row.action_id)
        if row.row_version != row_version:
            raise Conflict(
                _("Somebody else changed this indicator while you had it open."),
                current=indicator_values(row),
                next_step=_("Look at it as it stands now, and change it again if need be."),
            )
        before = indicator_values(row)
        _put(row, facts)
        row.row_version += 1
        row.save()
        if changed := difference(before, indicator_values(row)):
            history.record(who, [history.Entry("indicator.change", row, changed)])
    return row


def measure(
    actor: Actor,
    *,
    indicator: int,
    day: date,
    value: Decimal,
    group: str = "",
    people: int | None = None,
    source: str = "",
) -> IndicatorValue:
    """A value of one day, for all or for one group; the same day and group again corrects it.

    Who: focal point or coordinator of a body that leads or supports the action. One transaction.
    """
    with transaction.atomic():
        history.lock()
        row = _row(actor, indicator)
        require_open(row.action.plan)
        who, body = _measurer(actor, row)
        require_past(day)
        group = " ".join(group.split())[:120]
        held = row.values.filter(day=day, group=group).first()
        before = measured(held) if held else {}
        made = held or IndicatorValue(indicator=row, day=day, group=group)
        made.value, made.people, made.source = value, people, source.strip()
        made.given_by, made.body, made.given_at = who, body, timezone.now()
        made.save()
        made.refresh_from_db()
        if changed := difference(before, measured(made)):
            history.record(who, [history.Entry("indicator.measure", row, changed)])
    return made


def shown_value(value: IndicatorValue) -> Decimal | None:
    """The value, unless it would tell of few people."""
    few = bool(value.group) and value.people is not None and value.people < FEWEST_PEOPLE
    return None if few else value.value


def may_measure(actor: Actor, indicator: Indicator) -> bool:
    """Whether ``actor`` reports for a body of the action."""
    return any(
        allowed(actor, act, body)
        for body in _bodies(indicator)
        for act in (Action.REPORT, Action.PLAN)
    )


def _measurer(actor: Actor, indicator: Indicator) -> tuple[User, Body]:
    bodies = _bodies(indicator)
    for body in bodies:
        if allowed(actor, Action.REPORT, body):
            return authorise(actor, Action.REPORT, body), body
    return authorise(actor, Action.PLAN, bodies[0]), bodies[0]


def _bodies(indicator: Indicator) -> list[Body]:
    action = indicator.action
    return [action.lead, *(one.body for one in action.supports.select_related("body"))]


def _row(actor: Actor, key: int) -> Indicator:
    rows = visible_to(actor, Indicator.objects.filter(pk=key))
    row = rows.select_related("action__plan", "action__lead").first()
    if row is None:
        raise InputProblem(_("There is no such indicator."), next_step=_("Load the page again."))
    return row


def _put(indicator: Indicator, facts: IndicatorFacts) -> None:
    names = {code: text.strip() for code, text in facts.names.items() if text.strip()}
    if not names:
        raise InputProblem(
            _("The name is missing."), next_step=_("Give it in at least one language.")
        )
    indicator.names = names
    indicator.kind = facts.kind.value
    indicator.unit = facts.unit.strip()[:60]
    indicator.baseline, indicator.baseline_day = facts.baseline, facts.baseline_day
    indicator.target, indicator.target_day = facts.target, facts.target_day
    indicator.broken_down_by = "\n".join(
        line.strip() for line in facts.broken_down_by.splitlines() if line.strip()
    )
    indicator.source = facts.source.strip()
