"""Actions of a plan: their pages and forms, indicators, the records they answer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from upheld.core.errors import Conflict, InputProblem
from upheld.core.roles import Action
from upheld.core.wording import wording
from upheld.services import indicators
from upheld.services import planned_actions as services
from upheld.services.indicators import may_measure, shown_value
from upheld.services.permissions import allowed, authorise, visible_to
from upheld.services.selection import Selection, select
from upheld.store.models import Entry, Indicator, Plan, PlannedAction, Record
from upheld.store.queries.bodies import bodies_on
from upheld.web.body_words import choices_of
from upheld.web.bulk_acts import selection_of
from upheld.web.plan_forms import (
    INDICATOR_KINDS,
    ActionForm,
    IndicatorForm,
    MilestoneForm,
    ValueForm,
)
from upheld.web.seen_version import seen_version
from upheld.web.views.plans import readable_plan
from upheld.web.views.selected import back_to_list
from upheld.web.whole_page import whole_page

# Records of an action that one page shows; the plan's document has them all.
MOST_ANSWERS = 400


def action(request: HttpRequest, number: int) -> HttpResponse:
    """One action: who, by when, for what; its milestones, indicators and entries."""
    return action_page(request, readable_action(request, number), MilestoneForm())


def action_page(request: HttpRequest, row: PlannedAction, step: MilestoneForm) -> HttpResponse:
    """The page of an action; ``step`` is the form of a milestone, with its errors if it has any."""
    may = allowed(request.user, Action.PLAN, row.lead) and not row.plan.closed
    answers = row.answers.select_related("record__document", "record__current_position", "through")
    entries = visible_to(request.user, Entry.objects.filter(action=row))
    measured = row.indicators.prefetch_related("values", "action__supports")
    context = {
        "action": row,
        "plan": row.plan,
        "title": _words(row.titles),
        "outputs": _words(row.outputs),
        "answers": answers[:MOST_ANSWERS],
        "answers_count": answers.count(),
        "form": step,
        "milestones": [(one, _words(one.titles)) for one in row.milestones.all()],
        "indicators": [_shown(request, one) for one in measured],
        "entries": entries.select_related("record")[:50],
        "today": timezone.localdate(),
        "may_change": may,
        "crumbs": _crumbs(row.plan, _("Action %(number)s") % {"number": row.number}),
    }
    status = 422 if step.errors else 200
    return whole_page(request, render(request, "web/plan/action.html", context, status=status))


@never_cache
def add(request: HttpRequest, code: str) -> HttpResponse:
    """A new action."""
    plan = readable_plan(request, code)
    authorise(request.user, Action.PLAN)
    form = ActionForm(request.POST or None)
    lead, supports = request.POST.get("lead", ""), request.POST.getlist("support")
    if request.method == "POST" and form.is_valid():
        try:
            made = services.add_action(request.user, plan=code, facts=form.facts(lead, supports))
        except InputProblem as problem:
            form.add_error(None, f"{problem.message} {problem.next_step}".strip())
        else:
            messages.success(request, _("The action is in the plan. Say what it answers."))
            return redirect("planned_action", made.pk)
    return _form(request, form, plan, None, lead, supports)


@never_cache
def edit(request: HttpRequest, number: int) -> HttpResponse:
    """Correct an action."""
    row = readable_action(request, number)
    authorise(request.user, Action.PLAN, row.lead)
    form = ActionForm(request.POST or None, initial=ActionForm.initial_of(row))
    lead = row.lead.code
    supports = [one.body.code for one in row.supports.select_related("body")]
    if request.method == "POST":
        lead, supports = request.POST.get("lead", ""), request.POST.getlist("support")
        if form.is_valid():
            try:
                services.change_action(
                    request.user,
                    action=row.pk,
                    row_version=form.seen(),
                    facts=form.facts(lead, supports),
                )
            except (InputProblem, Conflict) as problem:
                form.add_error(None, f"{problem.message} {problem.next_step}".strip())
            else:
                messages.success(request, _("Saved."))
                return redirect("planned_action", row.pk)
    return _form(request, form, row.plan, row, lead, supports)


@require_POST
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Take an action out of the plan, or put it back."""
    row = readable_action(request, number)
    seen = seen_version(request)
    if "restore" in request.POST:
        services.restore_action(request.user, action=row.pk, row_version=seen)
        messages.success(request, _("The action is in the plan again."))
    else:
        services.withdraw_action(
            request.user,
            action=row.pk,
            row_version=seen,
            reason=request.POST.get("reason", ""),
        )
        messages.info(request, _("The action is withdrawn. It can be put back."))
    return redirect("planned_action", row.pk)


@require_POST
def unanswer(request: HttpRequest, number: int) -> HttpResponse:
    """Take the ticked records off an action."""
    row = readable_action(request, number)
    _row, gone = services.unanswer(
        request.user, action=row.pk, public_ids=request.POST.getlist("record")
    )
    said = ngettext("%(n)s record was taken off.", "%(n)s records were taken off.", gone)
    messages.info(request, said % {"n": gone})
    return redirect("planned_action", row.pk)


def answer_selected(request: HttpRequest) -> HttpResponse:
    """Let an action answer what was selected on the list of recommendations."""
    who = authorise(request.user, Action.PLAN)
    if request.method != "POST":
        return redirect("recommendations")
    selection = selection_of(request)
    try:
        selected = select(who, selection)
        chosen = request.POST.get("action", "")
        if chosen.isdecimal():
            return _answer(request, int(chosen), selection)
    except InputProblem as problem:
        return back_to_list(request, problem)
    open_plans = visible_to(who, Plan.objects.filter(closed=False))
    rows = PlannedAction.objects.filter(plan__in=open_plans, withdrawn=False)
    actions = [
        one
        for one in rows.select_related("plan", "lead").order_by("plan", "number")
        if allowed(who, Action.PLAN, one.lead)
    ]
    records = selected.read(Record.objects.select_related("document"))
    context = {
        "count": len(selected.keys),
        "records": [record for record, _n in zip(records, range(10), strict=False)],
        "actions": [(one, _words(one.titles), _words(one.plan.titles)) for one in actions],
        "plans": [(one, _words(one.titles)) for one in open_plans],
        "carried": [
            (name, value)
            for name in ("which", "asked", "back", "record", "on_page")
            for value in request.POST.getlist(name)
        ],
        "crumbs": [
            {"name": _("Recommendations"), "url": reverse("recommendations")},
            {"name": _("Answer by an action")},
        ],
    }
    return render(request, "web/plan/answer.html", context)


def _answer(request: HttpRequest, key: int, selection: Selection) -> HttpResponse:
    row, added = services.answer(
        request.user, action=key, selection=selection, clusters="clusters" in request.POST
    )
    said = ngettext(
        "The action answers %(n)s record more.", "The action answers %(n)s records more.", added
    )
    messages.success(request, said % {"n": added})
    return redirect("planned_action", row.pk)


@never_cache
def add_indicator(request: HttpRequest, number: int) -> HttpResponse:
    """What is measured of an action."""
    row = readable_action(request, number)
    authorise(request.user, Action.PLAN, row.lead)
    form = IndicatorForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            indicators.add_indicator(request.user, action=row.pk, facts=form.facts())
        except InputProblem as problem:
            form.add_error(None, f"{problem.message} {problem.next_step}".strip())
        else:
            messages.success(request, _("Saved."))
            return redirect(reverse("planned_action", args=[row.pk]) + "#indicators")
    return _indicator_form(request, form, row)


@never_cache
def edit_indicator(request: HttpRequest, number: int) -> HttpResponse:
    """Correct what is measured."""
    one = readable_indicator(request, number)
    authorise(request.user, Action.PLAN, one.action.lead)
    form = IndicatorForm(request.POST or None, initial=IndicatorForm.initial_of(one))
    if request.method == "POST" and form.is_valid():
        try:
            indicators.change_indicator(
                request.user, indicator=one.pk, row_version=form.seen(), facts=form.facts()
            )
        except (InputProblem, Conflict) as problem:
            form.add_error(None, f"{problem.message} {problem.next_step}".strip())
        else:
            messages.success(request, _("Saved."))
            return redirect(reverse("planned_action", args=[one.action_id]) + "#indicators")
    return _indicator_form(request, form, one.action)


@never_cache
def measure(request: HttpRequest, number: int) -> HttpResponse:
    """Give a value of one day."""
    one = readable_indicator(request, number)
    if not may_measure(request.user, one):
        authorise(request.user, Action.REPORT, one.action.lead)
    form = ValueForm(request.POST or None, initial={"day": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        indicators.measure(request.user, indicator=one.pk, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect(reverse("planned_action", args=[one.action_id]) + "#indicators")
    context = {
        "form": form,
        "indicator": _shown(request, one),
        "action": one.action,
        "crumbs": _crumbs(one.action.plan, _words(one.names)),
    }
    return render(request, "web/plan/measure.html", context, status=422 if form.errors else 200)


def readable_action(request: HttpRequest, number: int) -> PlannedAction:
    """The action named in the address."""
    reader = authorise(request.user, Action.READ)
    rows = visible_to(reader, PlannedAction.objects.filter(pk=number))
    row = rows.select_related("plan", "lead", "made_by").first()
    if row is None:
        raise Http404
    return row


def readable_indicator(request: HttpRequest, number: int) -> Indicator:
    """The indicator named in the address."""
    reader = authorise(request.user, Action.READ)
    rows = visible_to(reader, Indicator.objects.filter(pk=number))
    row = rows.select_related("action__plan", "action__lead").first()
    if row is None:
        raise Http404
    return row


def _shown(request: HttpRequest, one: Indicator) -> dict[str, Any]:
    return {
        "row": one,
        "name": _words(one.names),
        "kind": INDICATOR_KINDS[one.kind],  # type: ignore[index]
        "values": [(value, shown_value(value)) for value in one.values.all()],
        "may_measure": may_measure(request.user, one),
    }


def _form(
    request: HttpRequest,
    form: ActionForm,
    plan: Plan,
    row: PlannedAction | None,
    lead: str,
    supports: list[str],
) -> HttpResponse:
    bodies = list(bodies_on(timezone.localdate()))
    last = _("Action %(number)s") % {"number": row.number} if row else _("New action")
    context = {
        "form": form,
        "plan": plan,
        "action": row,
        "kinds": choices_of(bodies),
        "lead": lead,
        "supporting": choices_of(bodies, supports),
        "crumbs": _crumbs(plan, last),
    }
    status = 422 if form.errors else 200
    return render(request, "web/plan/action_form.html", context, status=status)


def _indicator_form(request: HttpRequest, form: IndicatorForm, row: PlannedAction) -> HttpResponse:
    context = {"form": form, "action": row, "crumbs": _crumbs(row.plan, _("Indicator"))}
    status = 422 if form.errors else 200
    return render(request, "web/plan/indicator_form.html", context, status=status)


def _crumbs(plan: Plan, last: str) -> list[dict[str, str]]:
    return [
        {"name": _("Plan"), "url": reverse("plans")},
        {"name": _words(plan.titles) or plan.code, "url": reverse("plan", args=[plan.code])},
        {"name": last},
    ]


def _words(words: dict[str, str]) -> str:
    return wording(words, get_language() or "en")[0]
