"""The tree as a table: loaded as it comes with the program, imported after a look, exported."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from upheld.core.errors import InputProblem
from upheld.core.roles import Action
from upheld.services.body_export import export_bodies
from upheld.services.body_import import TreeReport, import_bodies
from upheld.services.body_trees import shipped_tree
from upheld.services.permissions import authorise_everywhere

LARGEST = 2_000_000
"""Letters of a table; a State's tree has some thirty thousand."""


def load(request: HttpRequest) -> HttpResponse:
    """Load the tree that comes with the program."""
    if request.method != "POST":
        return redirect("bodies")
    authorise_everywhere(request.user, Action.MANAGE_BODIES)
    report = import_bodies(request.user, text=shipped_tree(request.POST.get("state", "")))
    _say(request, report)
    return redirect("bodies")


def table(request: HttpRequest) -> HttpResponse:
    """Import a table: first what would happen, then the same text for good."""
    authorise_everywhere(request.user, Action.MANAGE_BODIES)
    text, problem, report = "", None, None
    if request.method == "POST":
        try:
            text = _text(request)
            keep = "keep" in request.POST
            report = import_bodies(request.user, text=text, dry_run=not keep)
            if keep and not report.findings:
                _say(request, report)
                return redirect("bodies")
        except InputProblem as error:
            problem = error
    context = {
        "text": text,
        "problem": problem,
        "report": report,
        "crumbs": [
            {"name": _("Bodies"), "url": reverse("bodies")},
            {"name": _("Import a table")},
        ],
    }
    status = 422 if problem or (report and report.findings) else 200
    return render(request, "web/bodies/table.html", context, status=status)


def export(request: HttpRequest) -> HttpResponse:
    """The tree of all times as CSV."""
    state = request.GET.get("state", "")
    response = HttpResponse(
        export_bodies(request.user, state=state), content_type="text/csv; charset=utf-8"
    )
    name = f"upheld-bodies-{state}.csv" if state.isalpha() else "upheld-bodies.csv"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


def _text(request: HttpRequest) -> str:
    """The table that was chosen as a file, or typed, or looked at before."""
    file = request.FILES.get("file")
    if file is None:
        text = request.POST.get("text", "")
    elif file.size and file.size > LARGEST:
        raise InputProblem(
            _("This file is too large for a table of bodies."),
            next_step=_("Choose the CSV file of the tree."),
        )
    else:
        try:
            text = file.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise InputProblem(
                _("This file is no text in UTF-8."),
                next_step=_("Save it in the spreadsheet program as “CSV UTF-8”."),
            ) from error
    if not text.strip():
        raise InputProblem(_("No table was given."), next_step=_("Choose a CSV file."))
    return text


def _say(request: HttpRequest, report: TreeReport) -> None:
    if report.changes_nothing:
        messages.info(request, _("The tree was known already; nothing changed."))
        return
    new = ngettext("%(n)s body is new.", "%(n)s bodies are new.", len(report.new))
    messages.success(request, new % {"n": len(report.new)})
    if report.changed:
        changed = ngettext("%(n)s body changed.", "%(n)s bodies changed.", len(report.changed))
        messages.success(request, changed % {"n": len(report.changed)})
