"""Bodies that the program proposes by theme, each with its score and why; a person decides."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from upheld.core.errors import InputProblem
from upheld.core.roles import Action
from upheld.services.permissions import allowed, authorise
from upheld.services.propose_bodies import (
    Decided,
    confirm_above,
    decide,
    propose_bodies,
    waiting,
)
from upheld.store.models import Assignment
from upheld.web.bulk_acts import selection_of
from upheld.web.views.assign import due_of
from upheld.web.views.assignments import address_of
from upheld.web.views.selected import back_to_list
from upheld.web.whole_page import whole_page

SURE = 0.8
"""Above this score proposals can be confirmed together."""
ON_A_PAGE = 50


def proposed(request: HttpRequest) -> HttpResponse:
    """What waits for a decision, the surest first."""
    return _page(request)


def _page(
    request: HttpRequest, problem: InputProblem | None = None, at: str = "proposals"
) -> HttpResponse:
    """The page; with what stands in the way of deciding, and all that was typed and ticked."""
    rows = waiting(request.user)
    page = Paginator(rows, ON_A_PAGE).get_page((request.POST or request.GET).get("page", "1"))
    context = {
        "page": page,
        "rows": [(one, _percent(one.score), _reasons(one)) for one in page.object_list],
        "sure": rows.filter(score__gt=SURE).count(),
        "problem": problem,
        "at": at,
        "due": request.POST.get("due", ""),
        "ticked": {int(key) for key in request.POST.getlist("proposal") if key.isdecimal()},
        "may_assign": allowed(request.user, Action.ASSIGN),
        "crumbs": [
            {"name": _("Bodies"), "url": reverse("bodies")},
            {"name": _("Assignments"), "url": reverse("assignments")},
            {"name": _("Proposals by theme")},
        ],
    }
    status = 422 if problem else 200
    page_shown = render(request, "web/assignments/proposed.html", context, status=status)
    return whole_page(request, page_shown)


def propose(request: HttpRequest) -> HttpResponse:
    """Propose bodies for what was selected on the list, or for all that nobody has."""
    who = authorise(request.user, Action.ASSIGN)
    if request.method != "POST":
        return redirect("proposed_bodies")
    selected = "which" in request.POST
    try:
        done = propose_bodies(who, selection=selection_of(request) if selected else None)
    except InputProblem as problem:
        if selected:
            return back_to_list(request, problem)
        raise
    if done.made:
        said = ngettext("%(n)s part is proposed.", "%(n)s parts are proposed.", done.made)
        messages.success(request, said % {"n": done.made})
    else:
        messages.info(request, _("There is nothing new to propose."))
    if done.silent:
        silent = ngettext(
            "For %(n)s record nothing speaks clearly enough: it has no label, or no table and no "
            "confirmed assignment knows its labels.",
            "For %(n)s records nothing speaks clearly enough: they have no label, or no table and "
            "no confirmed assignment knows their labels.",
            done.silent,
        )
        messages.warning(request, silent % {"n": done.silent})
    return redirect("proposed_bodies")


def decide_proposals(request: HttpRequest) -> HttpResponse:
    """Confirm or decline what was ticked, or all that the page shows; confirm all that are sure."""
    if request.method != "POST":
        return redirect("proposed_bodies")
    authorise(request.user, Action.ASSIGN)
    try:
        due = due_of(request.POST.get("due", ""))
    except InputProblem as problem:
        return _page(request, problem, at="due")
    try:
        return _decide(request, due)
    except InputProblem as problem:
        return _page(request, problem)


def _decide(request: HttpRequest, due: date | None) -> HttpResponse:
    sent = request.POST
    if "sure" in sent:
        done = confirm_above(request.user, score=SURE, due=due)
        return _said(request, done, confirmed=True)
    one = sent.get("confirm", "") or sent.get("decline", "")
    chosen = sent.getlist("on_page" if one == "page" else "proposal")
    chosen = [one] if one.isdecimal() else chosen
    confirm = "confirm" in sent
    done = decide(
        request.user,
        assignments=[int(pk) for pk in chosen if pk.isdecimal()],
        confirm=confirm,
        due=due,
    )
    return _said(request, done, confirmed=confirm)


def _said(request: HttpRequest, done: Decided, *, confirmed: bool) -> HttpResponse:
    if confirmed:
        said = ngettext("%(n)s proposal confirmed.", "%(n)s proposals confirmed.", done.decided)
    else:
        said = ngettext("%(n)s proposal declined.", "%(n)s proposals declined.", done.decided)
    messages.success(request, said % {"n": done.decided})
    if done.left:
        left = ngettext(
            "%(n)s proposal was left, because another body leads in the meantime.",
            "%(n)s proposals were left, because other bodies lead in the meantime.",
            done.left,
        )
        messages.warning(request, left % {"n": done.left})
    return redirect(address_of(done.change))


def _percent(score: float | None) -> int:
    return min(99, round(100 * (score or 0)))


def _reasons(one: Assignment) -> list[str]:
    """What spoke for the body, a sentence each."""
    return [_sentence(reason) for reason in one.why]


def _sentence(reason: dict[str, Any]) -> str:
    label = reason["label"]
    if not reason["of"]:
        sentence = _("“%(label)s”: named by the table of competences; nothing is confirmed yet.")
        return sentence % {"label": label}
    counted = _("“%(label)s” went to this body in %(times)s of %(of)s confirmed records.")
    return counted % {"label": label, "times": reason["times"], "of": reason["of"]}
