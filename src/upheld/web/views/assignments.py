"""Who must act on what: the list of assignments, what nobody has yet, and its export."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from upheld.core.errors import InputProblem
from upheld.core.roles import Action
from upheld.services.assignment_list import (
    assignment_list,
    export_assignments,
    records_by_coverage,
)
from upheld.services.assignment_undo import can_undo, undo_assignments
from upheld.services.permissions import allowed
from upheld.store.models import Body
from upheld.store.queries.assignments import AssignmentFilter
from upheld.web.body_words import ASSIGNMENT_STATES, PARTS, choices_of

DUES: dict[str, Promise] = {
    "late": gettext_lazy("overdue"),
    "soon": gettext_lazy("within 30 days"),
    "later": gettext_lazy("later"),
    "none": gettext_lazy("without a day"),
}
COVERAGE: dict[str, Promise] = {
    "led": gettext_lazy("with a lead body"),
    "supported": gettext_lazy("with supporting bodies only"),
    "proposed": gettext_lazy("proposed only"),
    "nobody": gettext_lazy("given to nobody"),
}


def assignments(request: HttpRequest) -> HttpResponse:
    """Assignments, those due first; or the records that nobody has."""
    wanted = filter_of(request)
    how = request.GET.get("records", "")
    page = request.GET.get("page", "1")
    found = assignment_list(request.user, wanted, page=page)
    shown: Any = found.page
    if how in COVERAGE:
        shown = records_by_coverage(request.user, how, page=page)
    context = {
        "list": found,
        "page": shown,
        "how": COVERAGE.get(how, ""),
        "wanted": wanted,
        "is_filtered": wanted != AssignmentFilter(),
        "today": timezone.localdate(),
        "coverage": [(key, COVERAGE[key], count) for key, count in found.coverage.items()],
        "kinds": choices_of(Body.objects.filter(assignments__isnull=False).distinct()),
        "parts": PARTS.items(),
        "states": [(value, sign.name) for value, sign in ASSIGNMENT_STATES.items()],
        "dues": DUES.items(),
        "can_undo": bool(wanted.change and can_undo(request.user, wanted.change)),
        "may_assign": allowed(request.user, Action.ASSIGN),
        "crumbs": [{"name": _("Bodies"), "url": reverse("bodies")}, {"name": _("Assignments")}],
    }
    return render(request, "web/assignments/list.html", context)


def export(request: HttpRequest) -> HttpResponse:
    """The assignments of the filter in the address, all pages of them."""
    names = {value: str(name) for value, name in PARTS.items()}
    names |= {value: str(sign.name) for value, sign in ASSIGNMENT_STATES.items()}
    name, media_type, content = export_assignments(
        request.user,
        filter_of(request),
        format=request.GET.get("format", "csv"),
        names=names,
    )
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


def undo(request: HttpRequest) -> HttpResponse:
    """Take one act back."""
    if request.method != "POST":
        return redirect("assignments")
    change = _uuid(request.POST.get("change", ""))
    if change is None:
        raise InputProblem(_("There is nothing to undo."))
    count = undo_assignments(request.user, change=change)
    said = ngettext("%(n)s assignment is as before.", "%(n)s assignments are as before.", count)
    messages.info(request, said % {"n": count})
    return redirect("assignments")


def filter_of(request: HttpRequest) -> AssignmentFilter:
    """The filter of the address; what is no value of it asks for nothing."""
    get = request.GET.get
    part, state, due = get("part", ""), get("state", ""), get("due", "")
    return AssignmentFilter(
        body=get("body", "")[:60],
        part=part if part in PARTS else "",
        state=state if state in ASSIGNMENT_STATES else "",
        due=due if due in DUES else "",
        change=_uuid(get("change", "")),
    )


def address_of(change: UUID | None) -> str:
    """The list of what one act did."""
    return reverse("assignments") + (f"?change={change}" if change else "")


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
