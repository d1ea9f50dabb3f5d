"""Saved views of the records and the overview: kept, opened, shared, deleted, restored."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.core.roles import Action
from upheld.services import saved_views as services
from upheld.services.permissions import authorise
from upheld.services.question_words import view_words
from upheld.services.record_view import RecordView
from upheld.store.models import SavedView, Shows, User
from upheld.web.overview import asked, filter_of
from upheld.web.overview_views import overview_words
from upheld.web.views.overview import overview_page
from upheld.web.views.recommendations import list_page


def views(request: HttpRequest) -> HttpResponse:
    """All views that the reader may open; one that was just deleted can be restored."""
    return views_page(request)


def views_page(request: HttpRequest, *, status: int = 200, **more: object) -> HttpResponse:
    """The page of views; ``more`` is what went wrong with a form of it, and what was sent."""
    reader = authorise(request.user, Action.READ)
    rows = list(services.saved_views(reader))
    context = {
        "own": _shown(reader, [row for row in rows if row.owner_id == reader.pk]),
        "shared": _shown(reader, [row for row in rows if row.owner_id != reader.pk]),
        "deleted": _deleted(request),
        "crumbs": [
            {"name": _("Recommendations"), "url": reverse("recommendations")},
            {"name": _("Saved views")},
        ],
    }
    return render(request, "web/saved_views.html", context | more, status=status)


def open_view(request: HttpRequest, key: UUID) -> HttpResponse:
    """The records of a view, at their own address."""
    reader = authorise(request.user, Action.READ)
    row = services.saved_views(reader).filter(key=key).first()
    if row is None:
        raise Http404
    where = reverse("overview" if row.shows == Shows.OVERVIEW else "recommendations")
    return redirect(where + (f"?{row.address}" if row.address else ""))


def save(request: HttpRequest) -> HttpResponse:
    """Keep what the list shows under a name."""
    if request.method != "POST":
        return redirect("saved_views")
    question = request.POST.get("asked", "")
    try:
        row = services.save_view(
            request.user,
            name=request.POST.get("name", ""),
            view=RecordView.from_address(question),
            shared=request.POST.get("shared") == "1",
        )
    except InputProblem as problem:
        return list_page(
            request,
            QueryDict(question),
            status=problem.http_status,
            **_as_typed(request, problem),
        )
    return _kept(request, row)


def save_overview(request: HttpRequest) -> HttpResponse:
    """Keep what the overview is narrowed down to under a name."""
    if request.method != "POST":
        return redirect("overview")
    wanted = filter_of(QueryDict(request.POST.get("asked", "")))
    try:
        row = services.save_overview(
            request.user,
            name=request.POST.get("name", ""),
            address=urlencode(asked(wanted)),
            shared=request.POST.get("shared") == "1",
        )
    except InputProblem as problem:
        return overview_page(
            request,
            wanted,
            status=problem.http_status,
            **_as_typed(request, problem),
        )
    return _kept(request, row)


def _as_typed(request: HttpRequest, problem: InputProblem) -> dict[str, Any]:
    """What the form for a name shows again, with what hinders it."""
    name, shared = request.POST.get("name", ""), request.POST.get("shared")
    return {"view_problem": problem, "view_name": name, "view_shared": shared}


def _kept(request: HttpRequest, row: SavedView) -> HttpResponse:
    messages.success(request, _("The view “%(name)s” is kept.") % {"name": row.name})
    return redirect("saved_view", row.key)


def change(request: HttpRequest, key: UUID) -> HttpResponse:
    """Another name; shared or not."""
    if request.method == "POST":
        sent = request.POST.get("row_version", "")
        try:
            services.change_view(
                request.user,
                key=key,
                row_version=int(sent) if sent.isdecimal() and len(sent) < 10 else 0,
                name=request.POST.get("name", ""),
                shared=request.POST.get("shared") == "1",
            )
        except InputProblem as problem:
            name = request.POST.get("name", "")
            return views_page(
                request, status=problem.http_status, problem=problem, wrong=key, name=name
            )
        messages.success(request, _("The view was changed."))
    return redirect("saved_views")


def delete(request: HttpRequest, key: UUID) -> HttpResponse:
    """Delete it; the page that follows offers to restore it."""
    if request.method != "POST":
        return redirect("saved_views")
    row = services.delete_view(request.user, key=key)
    return redirect(f"{reverse('saved_views')}?deleted={row.key}")


def restore(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take a deletion back."""
    if request.method == "POST":
        try:
            services.restore_view(request.user, key=key)
        except InputProblem as problem:
            messages.error(request, f"{problem.message} {problem.next_step}".strip())
        else:
            messages.success(request, _("The view is there again."))
    return redirect("saved_views")


def _shown(reader: User, rows: list[SavedView]) -> list[tuple[SavedView, str]]:
    """Each view with what it shows, in words."""
    overviews = [row for row in rows if row.shows == Shows.OVERVIEW]
    said = dict(zip(overviews, overview_words(reader, overviews), strict=True))
    return [
        (row, said.get(row) or view_words(RecordView.from_address(row.address))) for row in rows
    ]


def _deleted(request: HttpRequest) -> SavedView | None:
    try:
        key = UUID(request.GET.get("deleted", ""))
    except ValueError:
        return None
    return services.deleted_view(request.user, key=key)
