"""Plans of implementation: begin one, say which reviews it answers, adopt it, close it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from upheld.core.errors import Conflict, InputProblem
from upheld.core.fold import fold_words
from upheld.core.roles import Action
from upheld.core.wording import wording
from upheld.services import history
from upheld.services.differences import difference
from upheld.services.permissions import Actor, authorise_everywhere, visible_to
from upheld.services.plan_values import plan_values
from upheld.store.models import Document, Plan, PlanSource, User


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What a plan says of itself. ``sources`` are slugs of the documents that it answers."""

    titles: Mapping[str, str]
    state: str
    decision: str = ""
    adopted_on: date | None = None
    starts: date | None = None
    ends: date | None = None
    sources: tuple[str, ...] = field(default=())


def add_plan(actor: Actor, *, facts: PlanFacts) -> Plan:
    """Begin a plan; its code is made from its title and never changes.

    Who: coordinator for the whole folder. One transaction: plan, sources, history.
    """
    who = authorise_everywhere(actor, Action.PLAN)
    titles = _titles(facts.titles)
    _require_order(facts)
    with transaction.atomic():
        history.lock()
        if added_already := _twin(who, facts, titles):
            return added_already  # the form was sent twice
        plan = Plan.objects.create(
            code=_free_code(facts.state, wording(titles, "en")[0]),
            state=facts.state,
            titles=titles,
            decision=facts.decision.strip(),
            adopted_on=facts.adopted_on,
            starts=facts.starts,
            ends=facts.ends,
        )
        _set_sources(who, plan, facts.sources)
        history.record(who, [history.Entry("plan.add", plan, difference({}, plan_values(plan)))])
    return plan


def _twin(actor: Actor, facts: PlanFacts, titles: dict[str, str]) -> Plan | None:
    """An open plan that says the same of itself."""
    rows = visible_to(actor, Plan.objects.filter(closed=False, state=facts.state))
    rows = rows.filter(adopted_on=facts.adopted_on, starts=facts.starts, ends=facts.ends)
    for plan in rows.filter(decision=facts.decision.strip()):
        sources = set(plan.sources.values_list("document__slug", flat=True))
        if (plan.titles, sources) == (titles, set(facts.sources)):
            return plan
    return None


def change_plan(actor: Actor, *, code: str, row_version: int, facts: PlanFacts) -> Plan:
    """Correct what a plan says of itself. Who: coordinator for the whole folder.

    One transaction: plan, sources, history. ``Conflict`` when somebody else changed it first.
    """
    who = authorise_everywhere(actor, Action.PLAN)
    titles = _titles(facts.titles)
    _require_order(facts)
    with transaction.atomic():
        history.lock()
        plan = take_plan(who, code, row_version)
        before = plan_values(plan)
        plan.titles, plan.decision = titles, facts.decision.strip()
        plan.adopted_on, plan.starts, plan.ends = facts.adopted_on, facts.starts, facts.ends
        _set_sources(who, plan, facts.sources)
        _save(who, plan, before, "plan.change")
    return plan


def close_plan(actor: Actor, *, code: str, row_version: int, closed: bool) -> Plan:
    """Close a plan to changes, or open it again. Who: coordinator for the whole folder."""
    who = authorise_everywhere(actor, Action.PLAN)
    with transaction.atomic():
        history.lock()
        plan = take_plan(who, code, row_version)
        if plan.closed != closed:
            before = plan_values(plan)
            plan.closed = closed
            _save(who, plan, before, "plan.close" if closed else "plan.open")
    return plan


def take_plan(actor: Actor, code: str, row_version: int | None = None) -> Plan:
    """The plan, locked; ``Conflict`` when it is not as the person saw it.

    The caller holds the transaction. Without ``row_version`` any state of it will do.
    """
    plan = visible_to(actor, Plan.objects.select_for_update().filter(code=code)).first()
    if plan is None:
        raise InputProblem(_("There is no such plan."), next_step=_("Go back to the plans."))
    if row_version is not None and plan.row_version != row_version:
        raise Conflict(
            _("Somebody else changed this plan while you had it open."),
            current=plan_values(plan),
            next_step=_("Look at it as it stands now, and change it again if need be."),
        )
    return plan


def require_open(plan: Plan) -> None:
    """``InputProblem`` for a plan that is closed."""
    if plan.closed:
        raise InputProblem(
            _("This plan is closed."), next_step=_("Open the plan again to change it.")
        )


def _titles(titles: Mapping[str, str]) -> dict[str, str]:
    found = {code: " ".join(text.split()) for code, text in titles.items() if text.strip()}
    if not found:
        raise InputProblem(
            _("The title is missing."), next_step=_("Give it in at least one language.")
        )
    return found


def _require_order(facts: PlanFacts) -> None:
    if facts.starts and facts.ends and facts.ends < facts.starts:
        raise InputProblem(
            _("The end lies before the beginning."), next_step=_("Correct one of the two days.")
        )


def _set_sources(who: User, plan: Plan, slugs: Iterable[str]) -> None:
    wanted = set(slugs)
    documents = visible_to(who, Document.objects.filter(slug__in=wanted))
    found = {document.slug: document for document in documents}
    if missing := sorted(wanted - found.keys()):
        raise InputProblem(
            _("There is no document %(name)s.") % {"name": missing[0]},
            next_step=_("Choose one of the documents that were added."),
        )
    plan.sources.exclude(document__in=found.values()).delete()
    held = set(plan.sources.values_list("document", flat=True))
    PlanSource.objects.bulk_create(
        [PlanSource(plan=plan, document=one) for one in found.values() if one.pk not in held]
    )


def _save(who: User, plan: Plan, before: dict[str, object], act: str) -> None:
    plan.row_version += 1
    plan.save()
    changed = difference(before, plan_values(plan))
    if changed:
        history.record(who, [history.Entry(act, plan, changed)])


def _free_code(state: str, title: str) -> str:
    base = re.sub(r"[^a-z0-9]+", "-", f"{state.lower()} {fold_words(title)}").strip("-")[:50]
    code, number = base, 1
    while Plan.objects.filter(code=code).exists():
        number += 1
        code = f"{base}-{number}"
    return code
