"""The overview, one body of it, the rows behind a number, and a table to take away."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header, urlencode
from django.utils.translation import gettext as _

from upheld.core.entries import EntryState
from upheld.core.reporting_clock import Timing
from upheld.core.roles import Action
from upheld.services.body_page import body_page
from upheld.services.overview import Overview, overview, rows_behind
from upheld.services.overview_facts import OverviewFilter
from upheld.services.overview_tables import ALL, OverviewTable, Subject
from upheld.services.permissions import authorise
from upheld.services.saved_views import saved_views
from upheld.store.models import Shows
from upheld.web.body_words import choices_of, name_of
from upheld.web.overview import Number, asked, context_of, file_of, filter_of, number
from upheld.web.overview_words import SUBJECTS, UNITS, column_name, row_name
from upheld.writing.write import FORMATS

TAKEN_AS = ("csv", "xlsx")
MOST_URGENT = 10
VIEWS_SHOWN = 20


def page(request: HttpRequest) -> HttpResponse:
    """The counts of all bodies, narrowed down as the address says."""
    return overview_page(request, filter_of(request.GET))


def overview_page(
    request: HttpRequest, wanted: OverviewFilter, *, status: int = 200, **more: object
) -> HttpResponse:
    """The page narrowed down to ``wanted``; ``more`` is what went wrong with keeping it."""
    found = _found(request, wanted)
    chosen = found.choices
    context = (
        context_of(found, request.GET.getlist("open"))
        | _urgent(request, found)
        | {
            "documents": chosen.documents,
            "cycles": chosen.cycles,
            "kinds": choices_of(chosen.bodies),
            "themes": chosen.themes,
            "asked": urlencode(asked(wanted)),
            "saved": list(saved_views(request.user, Shows.OVERVIEW)[:VIEWS_SHOWN]),
            "save_at": reverse("save_overview"),
        }
    )
    return render(request, "web/overview/page.html", context | more, status=status)


def body(request: HttpRequest, code: str) -> HttpResponse:
    """One body with all below it and all that it took over: asked, late, reported, published."""
    who = authorise(request.user, Action.READ)
    found = _found(request, replace(filter_of(request.GET), body=code))
    held = body_page(who, code=code, day=found.day)
    context = (
        context_of(found, request.GET.getlist("open"))
        | _urgent(request, found)
        | {
            "body": held.body,
            "name": name_of(held.body),
            "headline": _headline(found),
            "before": [
                (row, name_of(row.body), _written_by(found, row.body.code))
                for row in held.predecessions
            ],
            "crumbs": [
                {"name": _("Overview"), "url": reverse("overview")},
                {"name": str(name_of(held.body))},
            ],
        }
    )
    return render(request, "web/overview/body.html", context)


def rows(request: HttpRequest) -> HttpResponse:
    """What one number counts."""
    found, table = _asked_for(request)
    row, column = table.row(request.GET.get("row", ALL)), request.GET.get("column", ALL)
    columns = {ALL, "own", *table.columns, *table.besides}
    if row is None or column not in columns:
        raise Http404
    back = f"{reverse('overview')}?{urlencode(asked(found.wanted))}#by-{table.subject}"
    context = {
        "overview": found,
        "table": SUBJECTS[table.subject],
        "row": row_name(table, row),
        "column": column_name(column),
        "unit": table.unit.value,
        "unit_name": UNITS[table.unit],
        "total": row.count(column),
        "page": rows_behind(request.user, table, row, column, page=request.GET.get("page", "1")),
        "back": back,
        "crumbs": [{"name": _("Overview"), "url": back}, {"name": str(SUBJECTS[table.subject])}],
    }
    return render(request, "web/overview/rows.html", context)


def table(request: HttpRequest) -> HttpResponse:
    """One table as CSV or XLSX."""
    authorise(request.user, Action.EXPORT)
    found, chosen = _asked_for(request)
    name = request.GET.get("format", "csv")
    if name not in TAKEN_AS:
        raise Http404
    format = FORMATS[name]
    response = HttpResponse(format.write(file_of(found, chosen)), content_type=format.media_type)
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=f"upheld-overview-{chosen.subject}{format.suffix}"
    )
    return response


def _found(request: HttpRequest, wanted: OverviewFilter) -> Overview:
    return overview(request.user, wanted, day=timezone.localdate())


def _asked_for(request: HttpRequest) -> tuple[Overview, OverviewTable]:
    found = _found(request, filter_of(request.GET))
    chosen = found.table(request.GET.get("table", ""))
    if chosen is None:
        raise Http404
    return found, chosen


def _urgent(request: HttpRequest, found: Overview) -> dict[str, object]:
    """The parts that are late the longest."""
    parts = found.table(Subject.PARTS)
    if parts is None or not parts.total.count(Timing.LATE):
        return {}
    late = rows_behind(request.user, parts, parts.total, Timing.LATE, page="1")
    return {
        "urgent": list(late.object_list)[:MOST_URGENT],
        "late": number(found, parts, parts.total, Timing.LATE),
    }


def _headline(found: Overview) -> list[Number]:
    """What the body is asked, what of it is late or reported, and what was published."""
    parts, entries = found.table(Subject.PARTS), found.table(Subject.ENTRIES)
    if parts is None or entries is None:
        return []
    named = (
        (parts, ALL, _("asked")),
        (parts, Timing.LATE, _("late")),
        (parts, "reported", _("reported")),
        (entries, EntryState.PUBLISHED, _("entries published")),
    )
    return [
        replace(number(found, table, table.total, column), name=name)
        for table, column, name in named
    ]


def _written_by(found: Overview, code: str) -> Number | None:
    """What a body that is no more had reported, under its old name."""
    entries = found.table(Subject.ENTRIES)
    row = entries.row(code) if entries else None
    return number(found, entries, row, ALL) if entries and row else None
