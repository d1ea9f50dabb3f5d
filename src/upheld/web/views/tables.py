"""Adding a ministry's own table: choose the file, say what its columns hold, look, take it in."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.core.roles import Action
from upheld.services import tables
from upheld.services.permissions import authorise
from upheld.services.readings import add_reading
from upheld.store import files
from upheld.web.words import COLUMNS

# Enough rows to see whether the columns were understood.
ROWS_SHOWN = 20


def begin(request: HttpRequest) -> HttpResponse:
    """The file."""
    authorise(request.user, Action.INGEST)
    if request.method != "POST":
        return render(request, "web/table.html", {"crumbs": crumbs()})
    file = request.FILES.get("file")
    content = file.read() if file else b""
    if file is None or not content:
        context = {"crumbs": crumbs(), "file_error": _("Choose a file that is not empty.")}
        return render(request, "web/table.html", context, status=422)
    sha256 = tables.keep_table(request.user, content=content)
    return redirect(
        reverse("table_columns", args=[sha256]) + "?" + urlencode({"name": file.name or "table"})
    )


def columns(request: HttpRequest, sha256: str) -> HttpResponse:
    """What each column holds; "try" shows what would come of it, "take" lets it be read."""
    authorise(request.user, Action.INGEST)
    if not files.path_of(sha256).is_file():
        raise Http404
    name = request.GET.get("name", "table")
    found = tables.columns_of(request.user, name=name, sha256=sha256)
    chosen = {column.name: column.field for column in found}
    context: dict[str, object] = {"name": name, "fields": COLUMNS.items(), "crumbs": crumbs(name)}
    status = 200
    if request.method == "POST":
        chosen = {
            column.name: request.POST.get(f"column-{n}", "ignore") for n, column in enumerate(found)
        }
        if "take" in request.POST:
            content = files.content_of(sha256)
            row = add_reading(request.user, name=name, content=content, mapping=chosen)
            return redirect("reading", number=row.pk)
        try:
            trial = tables.try_mapping(request.user, name=name, sha256=sha256, mapping=chosen)
            context |= {"trial": trial, "items": trial.items[:ROWS_SHOWN]}
        except InputProblem as problem:
            context |= {"problem": problem}
            status = 422
    context["columns"] = [(column, chosen[column.name]) for column in found]
    return render(request, "web/table_columns.html", context, status=status)


def crumbs(name: str = "") -> list[dict[str, str]]:
    """Library / Add / A ministry's own table / name of the file."""
    trail = [
        {"name": _("Library"), "url": reverse("library")},
        {"name": _("Add"), "url": reverse("add")},
        {"name": _("A ministry's own table")},
    ]
    if name:
        trail[-1]["url"] = reverse("table")
        trail.append({"name": name})
    return trail
