"""A plan and its parts as the history tells them: plain values, bodies and records by code."""

from __future__ import annotations

from typing import Any

from upheld.store.models import Indicator, IndicatorValue, Milestone, Plan, PlannedAction


def plan_values(plan: Plan) -> dict[str, Any]:
    """What the plan's own page says."""
    return {
        "titles": dict(plan.titles),
        "decision": plan.decision,
        "adopted_on": _day(plan.adopted_on),
        "starts": _day(plan.starts),
        "ends": _day(plan.ends),
        "closed": plan.closed,
        "sources": sorted(plan.sources.values_list("document__slug", flat=True)),
    }


def action_values(action: PlannedAction) -> dict[str, Any]:
    """What an action says, who leads and supports, and which records it answers."""
    return {
        "number": action.number,
        "titles": dict(action.titles),
        "outputs": dict(action.outputs),
        "lead": action.lead.code,
        "supports": sorted(action.supports.values_list("body__code", flat=True)),
        "starts": _day(action.starts),
        "due": _day(action.due),
        "budget": str(action.budget) if action.budget is not None else None,
        "currency": action.currency,
        "withdrawn": action.withdrawn,
        "answers": sorted(action.answers.values_list("record__public_id", flat=True)),
    }


def milestone_values(milestone: Milestone) -> dict[str, Any]:
    """A step with its day, and the day on which it was done."""
    return {
        "titles": dict(milestone.titles),
        "due": _day(milestone.due),
        "done_on": _day(milestone.done_on),
    }


def indicator_values(indicator: Indicator) -> dict[str, Any]:
    """What is measured, from where to where."""
    numbers = {name: _number(getattr(indicator, name)) for name in ("baseline", "target")}
    return {
        "names": dict(indicator.names),
        "kind": indicator.kind,
        "unit": indicator.unit,
        **numbers,
        "baseline_day": _day(indicator.baseline_day),
        "target_day": _day(indicator.target_day),
        "broken_down_by": indicator.broken_down_by,
        "source": indicator.source,
    }


def measured(value: IndicatorValue) -> dict[str, Any]:
    """One value with its day, its group and its source."""
    return {
        "day": _day(value.day),
        "group": value.group,
        "value": _number(value.value),
        "people": value.people,
        "source": value.source,
    }


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def _number(value: Any) -> str | None:
    return None if value is None else f"{value.normalize():f}"
