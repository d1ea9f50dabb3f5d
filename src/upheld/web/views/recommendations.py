"""Everything the mechanisms said, on one page: a question, what it found, what narrows it down.

The address holds the question and every choice, so that it can be sent and says the same tomorrow.
Without a question it is the list, in printed order.
"""

from __future__ import annotations

from collections.abc import Collection

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from upheld.analysis.as_typed import as_typed
from upheld.core.roles import Action
from upheld.services.permissions import authorise
from upheld.services.question_words import sentences, view_words
from upheld.services.record_list import documents_named, record_list
from upheld.services.record_view import RecordView
from upheld.services.saved_views import saved_views
from upheld.store.models import Shows
from upheld.web.bulk_acts import bulk_acts, view_of
from upheld.web.facets import chosen_in, facets_of
from upheld.web.hit_rows import hit_rows

VIEWS_SHOWN = 20
"""Saved views that the page lists; the others are on the page of views."""

SORTS: dict[str, Promise] = {
    "relevance": _("Best match first"),
    "newest": _("Newest document first, as printed"),
    "oldest": _("Oldest document first, as printed"),
}


def recommendations(request: HttpRequest) -> HttpResponse:
    """The records of the view that the address asks for, page by page."""
    return list_page(request, request.GET)


def list_page(
    request: HttpRequest,
    asked: QueryDict,
    *,
    status: int = 200,
    ticked: Collection[str] = (),
    **more: object,
) -> HttpResponse:
    """The page that ``asked`` shows; ``more`` tells what went wrong with one of its forms.

    ``ticked`` are the public ids of records whose ticks stay.
    """
    reader = authorise(request.user, Action.READ)
    view = view_of(asked)
    place = {name: asked.get(name, "") for name in ("before", "after", "at")}
    shown = record_list(reader, view, **place)
    context = {
        "view": view,
        "asked": view.address(),
        "said": view_words(view),
        "list": shown,
        "rows": hit_rows(shown.hits, ticked),
        "before": _beside(view, shown.before),
        "after": _beside(view, shown.after),
        "understood": sentences(shown.question) if view.question else [],
        "as_typed": [
            (one.printed, _address(RecordView(one.question, view.chosen, view.sort)))
            for one in as_typed(shown.question)
        ],
        "named": documents_named(reader, shown.question),
        "is_widened": shown.full < shown.total,
        "facets": facets_of(view, shown.facets),
        "chosen": chosen_in(view),
        "sorts": SORTS.items(),
        "acts": bulk_acts(reader),
        "saved": list(saved_views(reader, Shows.RECORDS)[:VIEWS_SHOWN]),
        "save_at": reverse("save_view"),
        "back": asked.urlencode(),
    }
    return render(request, "web/recommendations.html", context | more, status=status)


def search(request: HttpRequest) -> HttpResponse:
    """The address at which one searched before leads here for good."""
    authorise(request.user, Action.READ)
    asked = request.GET.urlencode()
    where = reverse("recommendations")
    return HttpResponsePermanentRedirect(f"{where}?{asked}" if asked else where)


def _address(view: RecordView) -> str:
    return f"?{view.address()}"


def _beside(view: RecordView, place: str) -> str:
    return "?" + "&".join(part for part in (view.address(), place) if part) if place else ""
