"""The sheet of a body: downloaded, sent back, compared row by row, stored."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from upheld.analysis.word_difference import word_difference
from upheld.core.errors import Conflict, InputProblem
from upheld.core.roles import Action
from upheld.reading.limits import in_force, printed_size
from upheld.reading.problems import file_problem
from upheld.services import returned_sheets as services
from upheld.services.held_roles import EVERY_BODY, bodies_for
from upheld.services.permissions import authorise, visible_to
from upheld.services.returned_sheets import Difference, How
from upheld.services.sheets import FIELDS, make_sheet
from upheld.store.models import Body, ReturnedSheet
from upheld.store.queries.bodies import bodies_on
from upheld.web.entry_words import FIELDS as FIELD_NAMES
from upheld.web.words import Sign
from upheld.web.workspace_words import STATUSES

HOW: dict[str, Sign] = {
    How.NEW: Sign("", "+", gettext_lazy("nothing was written here yet")),
    How.CHANGED: Sign("", "≠", gettext_lazy("changed on the sheet only")),
    How.CONFLICT: Sign("warn", "⇄", gettext_lazy("changed in two places")),
    How.LOCKED: Sign("bad", "✕", gettext_lazy("the entry is on its way; recall it to change it")),
    How.GONE: Sign("bad", "–", gettext_lazy("no longer asked of this body")),
}
USABLE = {How.NEW, How.CHANGED, How.CONFLICT}


@never_cache
def sheets(request: HttpRequest) -> HttpResponse:
    """Download the sheet of a body, send it back, and what waits for a decision."""
    authorise(request.user, Action.REPORT)
    if request.method == "POST":
        return _take_back(request)
    return _page(request)


def download(request: HttpRequest, code: str) -> HttpResponse:
    """The sheet of one body, in the language that was asked for."""
    authorise(request.user, Action.REPORT)
    body = Body.objects.filter(code=code).first()
    if body is None:
        raise Http404
    asked = request.GET.get("language", "")
    made = make_sheet(
        request.user,
        body=body,
        language=asked if asked in {"vi", "en"} else (get_language() or "en"),
    )
    response = HttpResponse(made.content, content_type=made.media_type)
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=made.name
    )
    return response


@never_cache
def returned(request: HttpRequest, number: int) -> HttpResponse:
    """What a returned sheet would change; a person chooses for each row."""
    row = _waiting(request).filter(pk=number).first()
    if row is None:
        raise Http404
    conflict: Conflict | None = None
    if request.method == "POST":
        if "drop" in request.POST:
            services.drop(request.user, returned=number)
            messages.info(request, _("Nothing was stored from this sheet."))
            return redirect("sheets")
        try:
            stored = services.store(request.user, returned=number, seen=_chosen(request))
        except Conflict as problem:
            conflict = problem
        else:
            said = ngettext("%(n)s row is stored.", "%(n)s rows are stored as drafts.", len(stored))
            messages.success(request, said % {"n": len(stored)})
            return redirect("work")
    found = services.differences(request.user, row)
    context = {
        "returned": row,
        "rows": [_shown(one) for one in found],
        "usable": any(one.how in USABLE for one in found),
        "conflict": conflict,
        "crumbs": [*_crumbs(), {"name": row.name}],
    }
    status = 409 if conflict else 200
    return render(request, "web/work/returned_sheet.html", context, status=status)


def _take_back(request: HttpRequest) -> HttpResponse:
    sent = request.FILES.get("file")
    try:
        if sent is None:
            raise InputProblem(_("Choose the file of the sheet."))
        limit = in_force().file_bytes
        if (sent.size or 0) > limit:
            raise file_problem(
                "file.too_large",
                sent.name or "",
                size=printed_size(sent.size or 0),
                limit=printed_size(limit),
            )
        row = services.take_back(request.user, name=sent.name or "", content=sent.read())
    except InputProblem as problem:
        return _page(request, problem)
    if not row.rows:
        services.drop(request.user, returned=row.pk)
        messages.info(request, _("The sheet says what stands here already; nothing changed."))
        return redirect("sheets")
    return redirect("returned_sheet", row.pk)


def _page(request: HttpRequest, problem: InputProblem | None = None) -> HttpResponse:
    own = bodies_for(request.user, Action.REPORT)
    rows = bodies_on(timezone.localdate())
    if own is not EVERY_BODY:
        rows = rows.filter(pk__in=own)
    context = {
        "bodies": rows.filter(assignments__state="confirmed").distinct(),
        "waiting": _waiting(request),
        "problem": problem,
        "crumbs": [*_crumbs()[:1], {"name": _("Sheets")}],
    }
    return render(request, "web/work/sheets.html", context, status=422 if problem else 200)


def _waiting(request: HttpRequest) -> Any:
    rows = visible_to(request.user, ReturnedSheet.objects.all())
    return rows.filter(stored_at=None, dropped_at=None).select_related("issue__body", "sent_by")


def _chosen(request: HttpRequest) -> dict[int, int]:
    """The rows that were ticked, each with the version of the entry that was shown."""
    pairs = (value.partition(":") for value in request.POST.getlist("row"))
    return {int(a): int(b) for a, _colon, b in pairs if a.isdecimal() and b.isdecimal()}


def _shown(one: Difference) -> dict[str, Any]:
    changed = [
        (
            FIELD_NAMES[field],
            word_difference(_words(field, one.stands), _words(field, one.returned)),
        )
        for field in FIELDS
        if one.stands[field] != one.returned[field]
    ]
    return {
        "one": one,
        "sign": HOW[one.how],
        "usable": one.how in USABLE,
        "ticked": one.how in {How.NEW, How.CHANGED},
        "changed": changed,
        "evidence": one.returned["evidence"],
    }


def _words(field: str, held: Any) -> str:
    value = held[field]
    if field == "status" and value:
        return str(STATUSES[value].name)
    if field == "as_of" and value:
        return date_format(date.fromisoformat(value))
    return str(value)


def _crumbs() -> list[dict[str, str]]:
    return [
        {"name": _("My work"), "url": reverse("work")},
        {"name": _("Sheets"), "url": reverse("sheets")},
    ]
