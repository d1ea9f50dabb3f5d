"""Imports of published lists: all of them, what came of one, and the step from trial to import."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from upheld.core.roles import Action
from upheld.services.list_readings import import_tried
from upheld.services.permissions import authorise, visible_to
from upheld.services.propose_labels import waiting_texts
from upheld.store.models import ImportRun
from upheld.web.imports import ShownImport, shown_import

SHOWN = 50
MOST_NAMES = 50


def imports(request: HttpRequest) -> HttpResponse:
    """The imports, the newest first."""
    reader = authorise(request.user, Action.READ)
    rows = visible_to(reader, ImportRun.objects.select_related("file", "started_by"))
    context = {
        "runs": [(run, _shown(run)) for run in rows[:SHOWN]],
        "crumbs": [{"name": _("Library"), "url": reverse("library")}, {"name": _("Imports")}],
    }
    return render(request, "web/imports.html", context)


def run(request: HttpRequest, number: int) -> HttpResponse:
    """What came of one import."""
    reader = authorise(request.user, Action.READ)
    rows = visible_to(reader, ImportRun.objects.select_related("file", "started_by"))
    found = rows.filter(pk=number).first()
    if found is None:
        raise Http404
    context = {
        "run": found,
        "report": _shown(found),
        "unread": waiting_texts(),
        "crumbs": [
            {"name": _("Library"), "url": reverse("library")},
            {"name": _("Imports"), "url": reverse("imports")},
            {"name": found.file.name},
        ],
    }
    return render(request, "web/import_run.html", context)


def start(request: HttpRequest, number: int) -> HttpResponse:
    """Import a list that was tried; back to its page, which shows the progress."""
    if request.method == "POST":
        import_tried(request.user, reading=number)
    return redirect("reading", number=number)


def _shown(row: ImportRun) -> ShownImport:
    unknown = {
        "labels": sorted(row.unknown.get("labels", []), key=lambda one: -one[-1])[:MOST_NAMES],
        "states": row.unknown.get("states", {}),
    }
    return shown_import(row.publisher, row.rows_done, row.counts, unknown)
