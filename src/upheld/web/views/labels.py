"""Labels that no list has: what publishers call a theme, and what a person says it stands for."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.core.labels import Taxonomy
from upheld.core.roles import Action
from upheld.core.taxonomies import labels_of
from upheld.services.label_mapping import map_label, waiting_labels
from upheld.services.permissions import allowed
from upheld.web.words import TAXONOMIES


def labels(request: HttpRequest) -> HttpResponse:
    """The labels that wait, the most frequent first; a coordinator maps one at a time."""
    if request.method == "POST":
        return _map(request)
    waiting = waiting_labels(request.user)
    context = {
        "lists": [
            (
                taxonomy,
                name,
                [row for row in waiting if row.taxonomy == taxonomy],
                labels_of(Taxonomy(taxonomy)),
            )
            for taxonomy, name in TAXONOMIES.items()
            if any(row.taxonomy == taxonomy for row in waiting)
        ],
        "may_map": allowed(request.user, Action.REVIEW),
        "crumbs": [
            {"name": _("Library"), "url": reverse("library")},
            {"name": _("Labels of no known list")},
        ],
    }
    return render(request, "web/labels.html", context)


def _map(request: HttpRequest) -> HttpResponse:
    given = request.POST.get("term", "")
    if not given.isdigit():
        raise InputProblem(_("There is no such label."))
    term = map_label(request.user, term=int(given), to=request.POST.get("to", "").strip())
    if term.mapped_to:
        said = _("“%(label)s” now stands for “%(to)s”.")
        messages.success(request, said % {"label": term.value, "to": term.mapped_to.value})
    else:
        messages.success(request, _("“%(label)s” stands for itself.") % {"label": term.value})
    return redirect("labels")
