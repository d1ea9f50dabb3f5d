"""Everything the mechanisms said, as a list to filter, to read and to take away."""

from __future__ import annotations

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header

from upheld.core.items import ItemKind
from upheld.core.positions import Position
from upheld.core.review import ReviewState
from upheld.core.roles import Action
from upheld.services.export import export_records
from upheld.services.permissions import authorise, visible_to
from upheld.store.models import StateUnderReview
from upheld.store.queries.record_pages import record_page
from upheld.store.queries.records import RecordFilter, records
from upheld.web.words import ITEM_KINDS, POSITIONS, REVIEW_STATES

ON_A_PAGE = 50
TAKEN_AS = (("csv", "CSV"), ("xlsx", "XLSX (Excel)"), ("json", "JSON"))

# How the fields of the filter are named in an address, which people send to each other.
FIELD_OF = {
    "state": "state",
    "by": "recommending",
    "symbol": "symbol",
    "document": "slug",
    "position": "position",
    "kind": "kind",
    "review": "review_state",
    "q": "words",
}


def filter_of(request: HttpRequest) -> RecordFilter:
    """The filter that the address asks for."""
    asked = {field: request.GET.get(name, "").strip() for name, field in FIELD_OF.items()}
    return RecordFilter(**asked)


def address_of(wanted: RecordFilter) -> dict[str, str]:
    """The filter as it stands in an address, without empty fields."""
    values = asdict(wanted)
    return {name: values[field] for name, field in FIELD_OF.items() if values[field]}


def recommendations(request: HttpRequest) -> HttpResponse:
    """Records under the filter, the newest document first, fifty at a time."""
    reader = authorise(request.user, Action.READ)
    wanted = filter_of(request)
    rows = visible_to(reader, records(wanted))
    page = record_page(
        rows, ON_A_PAGE, before=request.GET.get("before", ""), after=request.GET.get("after", "")
    )
    under_review = StateUnderReview.objects.order_by("iso3").values_list("iso3", flat=True)
    asked = address_of(wanted)
    context = {
        "page": page,
        "total": rows.count(),
        "wanted": wanted,
        "asked": asked,
        "is_filtered": bool(asked),
        "formats": TAKEN_AS,
        "states": under_review.distinct(),
        "positions": [(value, POSITIONS[value].name) for value in Position],
        "kinds": [(value, ITEM_KINDS[value]) for value in ItemKind],
        "reviews": [(value, REVIEW_STATES[value].name) for value in ReviewState],
    }
    return render(request, "web/recommendations.html", context)


def export(request: HttpRequest) -> HttpResponse:
    """The whole list under the filter as a file; noted recommendations beside supported ones."""
    taken = export_records(
        request.user,
        wanted=filter_of(request),
        format=request.GET.get("format", "csv"),
        link_to=lambda public_id: request.build_absolute_uri(
            reverse("recommendation", args=[public_id])
        ),
    )
    response = HttpResponse(taken.content, content_type=taken.media_type)
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=taken.name
    )
    return response
