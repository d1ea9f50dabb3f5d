"""One document: its quality sheet, its versions and what changed, its pages as printed."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from upheld.core.document import Span
from upheld.core.facts import DocumentKind
from upheld.core.roles import Action
from upheld.services.permissions import allowed, visible_to
from upheld.services.quality import sentences
from upheld.store.models import Document, Record
from upheld.store.queries.quality import quality
from upheld.web.access import printed_document, readable_document
from upheld.web.sheet import sheets
from upheld.web.words import ITEM_KINDS, POSITIONS, name_of

# These print numbers and positions, and give them to the records of another document.
WITHOUT_RECORDS = frozenset({DocumentKind.UPR_ADDENDUM, DocumentKind.THEMATIC_LIST})


def document(request: HttpRequest, slug: str) -> HttpResponse:
    """The sheet of one document."""
    row = readable_document(request, slug)
    sheet = quality(row)
    names = {"recommendations": _("Recommendations")}
    context = {
        "document": row,
        "states": [state.iso3 for state in row.states_under_review.all()],
        "quality": sheet,
        "sentences": sentences(sheet),
        "totals": [
            (names.get(total.what) or POSITIONS[total.what].name, total) for total in sheet.totals
        ],
        "kinds": [(ITEM_KINDS[kind], count) for kind, count in sheet.kinds.items()],
        "versions": row.versions.select_related("file", "taken_in_by").order_by("-number"),
        "related": visible_to(
            request.user, Document.objects.filter(relates_to=row).select_related("relates_to")
        ),
        "relates_to": row.relates_to,
        "has_records": row.kind not in WITHOUT_RECORDS,
        "has_pages": row.current_version is not None and row.current_version.file.kept,
        "may_review": allowed(request.user, Action.REVIEW),
        "crumbs": crumbs(row),
    }
    return render(request, "web/document.html", context)


def page(request: HttpRequest, slug: str, page: int) -> HttpResponse:
    """One printed page with the records that begin on it."""
    row = readable_document(request, slug)
    version = row.current_version
    if version is None or not version.file.kept:
        raise Http404
    printed = printed_document(version.file.sha256)
    shown = sheets(printed, Span(-1, -1), page)
    if not shown:
        raise Http404
    context = {
        "document": row,
        "version": version,
        "page": page,
        "pages": len(printed.pages),
        "sheet": shown[0],
        "records": Record.objects.filter(document=row, version=version, page=page),
        "crumbs": [
            *crumbs(row, last=False),
            {"name": _("Page %(page)s") % {"page": page}},
        ],
    }
    return render(request, "web/document_page.html", context)


def crumbs(row: Document, *, last: bool = True) -> list[dict[str, str]]:
    """Library / A/HRC/26/6."""
    trail = [{"name": _("Library"), "url": reverse("library")}, {"name": name_of(row)}]
    if not last:
        trail[-1]["url"] = reverse("document", args=[row.slug])
    return trail
