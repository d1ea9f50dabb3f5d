"""Plans: the list, one plan with its actions and what they leave unanswered, its documents."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from upheld.core.errors import Conflict, InputProblem
from upheld.core.roles import Action
from upheld.core.wording import wording
from upheld.services import plans as services
from upheld.services.permissions import (
    allowed,
    allowed_everywhere,
    authorise,
    authorise_everywhere,
    visible_to,
)
from upheld.services.plan_document import AS, plan_document
from upheld.store.models import Document, Plan, StateUnderReview
from upheld.store.queries.plans import (
    ASKED,
    actions_of,
    answered,
    led,
    records_of,
    unanswered,
)
from upheld.web.plan_forms import PlanForm
from upheld.web.seen_version import seen_version

# Documents to choose from: a State has some dozens that ask something of it.
MOST_DOCUMENTS = 200
# Recommendations without an action that are shown; the document has them all.
MOST_WAITING = 50


def plans(request: HttpRequest) -> HttpResponse:
    """All plans, the newest first."""
    reader = authorise(request.user, Action.READ)
    rows = visible_to(reader, Plan.objects.all()).annotate(
        in_force=Count("actions", filter=Q(actions__withdrawn=False))
    )
    context = {
        "plans": [{"plan": row, "title": _title(row.titles, row.code)} for row in rows],
        "may_add": allowed_everywhere(reader, Action.PLAN),
        "crumbs": [{"name": _("Plan")}],
    }
    return render(request, "web/plan/plans.html", context)


def plan(request: HttpRequest, code: str) -> HttpResponse:
    """One plan: what it has to answer, its actions, what no action answers."""
    row = readable_plan(request, code)
    asked = visible_to(request.user, records_of(row))
    lead = request.GET.get("lead", "")
    rows = actions_of(row).annotate(answered=Count("answers", distinct=True))
    actions = list(rows.filter(withdrawn=False, **({"lead__code": lead} if lead else {})))
    leads = {one.lead.code: one.lead for one in rows.filter(withdrawn=False)}
    waiting = unanswered(asked, row).select_related("document")
    context = {
        "plan": row,
        "title": _title(row.titles, row.code),
        "sources": [one.document for one in row.sources.select_related("document__relates_to")],
        "total": asked.count(),
        "answered": answered(asked, row).count(),
        "led": led(asked).count(),
        "actions": actions,
        "withdrawn": rows.filter(withdrawn=True),
        "leads": sorted(leads.values(), key=lambda body: (body.order, body.code)),
        "lead": lead,
        "waiting": waiting.order_by("document", "order", "part")[:MOST_WAITING],
        "waiting_count": waiting.count(),
        "today": timezone.localdate(),
        "formats": AS,
        "languages": ("vi", "en"),
        "may_change": allowed_everywhere(request.user, Action.PLAN),
        "may_add": allowed(request.user, Action.PLAN) and not row.closed,
        "crumbs": [
            {"name": _("Plan"), "url": reverse("plans")},
            {"name": _title(row.titles, row.code)},
        ],
    }
    return render(request, "web/plan/plan.html", context)


@never_cache
def add(request: HttpRequest) -> HttpResponse:
    """Begin a plan."""
    authorise_everywhere(request.user, Action.PLAN)
    form = PlanForm(_documents(request), request.POST or None)
    if request.method == "POST" and form.is_valid():
        state = _state(form.cleaned_data["sources"])
        try:
            made = services.add_plan(request.user, facts=form.facts(state))
        except InputProblem as problem:
            form.add_error(None, f"{problem.message} {problem.next_step}".strip())
        else:
            messages.success(request, _("The plan is begun. Add its first action."))
            return redirect("plan", made.code)
    return _form(request, form, None)


@never_cache
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Correct what a plan says of itself."""
    row = readable_plan(request, code)
    authorise_everywhere(request.user, Action.PLAN)
    form = PlanForm(_documents(request), request.POST or None, initial=PlanForm.initial_of(row))
    if request.method == "POST" and form.is_valid():
        try:
            services.change_plan(
                request.user,
                code=code,
                row_version=form.seen(),
                facts=form.facts(row.state),
            )
        except (InputProblem, Conflict) as problem:
            form.add_error(None, f"{problem.message} {problem.next_step}".strip())
        else:
            messages.success(request, _("Saved."))
            return redirect("plan", code)
    return _form(request, form, row)


@require_POST
def close(request: HttpRequest, code: str) -> HttpResponse:
    """Close a plan to changes, or open it again."""
    row = readable_plan(request, code)
    services.close_plan(
        request.user,
        code=code,
        row_version=seen_version(request),
        closed="open" not in request.POST,
    )
    done = _("The plan is closed.") if not row.closed else _("The plan is open again.")
    messages.success(request, done)
    return redirect("plan", code)


def document(request: HttpRequest, code: str) -> HttpResponse:
    """The plan as an annex to a decision."""
    asked = request.GET.get("language", "")
    taken = plan_document(
        request.user,
        code=code,
        format=request.GET.get("format", "docx"),
        language=asked if asked in {"vi", "en"} else (get_language() or "en"),
    )
    response = HttpResponse(taken.content, content_type=taken.media_type)
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=taken.name
    )
    return response


def readable_plan(request: HttpRequest, code: str) -> Plan:
    """The plan named in the address."""
    reader = authorise(request.user, Action.READ)
    row = visible_to(reader, Plan.objects.filter(code=code)).first()
    if row is None:
        raise Http404
    return row


def _form(request: HttpRequest, form: PlanForm, row: Plan | None) -> HttpResponse:
    crumbs: list[dict[str, Any]] = [{"name": _("Plan"), "url": reverse("plans")}]
    if row:
        title = _title(row.titles, row.code)
        crumbs.append({"name": title, "url": reverse("plan", args=[row.code])})
    crumbs.append({"name": _("Change") if row else _("New plan")})
    context = {"form": form, "plan": row, "crumbs": crumbs}
    return render(request, "web/plan/form.html", context, status=422 if form.errors else 200)


def _documents(request: HttpRequest) -> list[Document]:
    """Documents that ask something of the State, the newest first."""
    rows = visible_to(request.user, Document.objects.all())
    rows = rows.filter(records__kind__in=ASKED).distinct().select_related("relates_to")
    return list(rows[:MOST_DOCUMENTS])


def _state(slugs: list[str]) -> str:
    """The State of the chosen documents; of all documents, where none is chosen."""
    rows = StateUnderReview.objects.order_by("document__date", "order")
    chosen = rows.filter(document__slug__in=slugs).last() or rows.last()
    return chosen.iso3 if chosen else ""


def _title(words: dict[str, str], code: str) -> str:
    return wording(words, get_language() or "en")[0] or code
