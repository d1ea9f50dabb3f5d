"""Two States, two cycles or two mechanisms beside each other; each figure leads to its records."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header, urlencode
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.core.roles import Action
from upheld.services import comparison as services
from upheld.services.comparison import Comparison
from upheld.services.permissions import authorise
from upheld.store.queries.record_pages import record_page
from upheld.web.comparison import asked, file_of, shown_table
from upheld.web.comparison_form import ComparisonForm
from upheld.web.side_names import (
    PUBLICATIONS,
    SUBJECTS,
    UNITS,
    both_names,
    full_name,
    row_name,
    side_names,
)
from upheld.writing.write import FORMATS

ON_A_PAGE = 50
TAKEN_AS = ("csv", "xlsx")
SUGGESTED = 6


def compare(request: HttpRequest) -> HttpResponse:
    """The form, and below it the tables and charts once two sides are chosen."""
    authorise(request.user, Action.READ)
    states = services.states_compared(request.user)
    is_asked = "state" in request.GET
    form = ComparisonForm(states, request.GET if is_asked else None)
    context: dict[str, object] = {"form": form, "crumbs": _crumbs(), "has_records": bool(states)}
    status = 200
    if not is_asked:
        context["suggested"] = _suggested(request)
    elif form.is_valid():
        try:
            context |= _shown(_compared(request, form), everything=request.GET.get("all") == "1")
        except InputProblem as problem:
            form.add_error(None, " ".join(filter(None, (problem.message, problem.next_step))))
    if is_asked and form.errors:
        status = 422
    return render(request, "web/comparison.html", context, status=status)


def records(request: HttpRequest) -> HttpResponse:
    """The records that one figure counts, fifty at a time."""
    reader = authorise(request.user, Action.READ)
    found = _asked_for(request)
    place = {"1": 0, "2": 1}.get(request.GET.get("side", ""))
    if place is None:
        raise Http404
    subject, key = request.GET.get("table", ""), request.GET.get("row", "")
    table = found.table(subject) if subject else None
    if subject and (table is None or key not in {row.key for row in table.rows}):
        raise Http404
    is_proposed = request.GET.get("proposed") == "1"
    rows = services.rows(
        reader, found, place=place, subject=subject, key=key, only_proposed=is_proposed
    )
    listed = rows.select_related("document", "current_position").prefetch_related("states")
    page = record_page(
        listed, ON_A_PAGE, before=request.GET.get("before", ""), after=request.GET.get("after", "")
    )
    back = f"{reverse('comparison')}?{urlencode(asked(found.sides, found.publication))}"
    context = {
        "page": page,
        "total": rows.count(),
        "side": full_name(found.sides[place]),
        "table": SUBJECTS[subject] if subject else "",
        "row": row_name(table, key) if table else "",
        "is_proposed": is_proposed,
        "publication": PUBLICATIONS[found.publication],
        "unit": UNITS[found.publication],
        "back": back,
        "crumbs": [
            _crumbs()[0],
            {"name": _("Comparison"), "url": back},
            {"name": _("Records")},
        ],
    }
    return render(request, "web/compared_records.html", context)


def table(request: HttpRequest) -> HttpResponse:
    """One table as CSV or XLSX."""
    authorise(request.user, Action.EXPORT)
    found = _asked_for(request)
    chosen = found.table(request.GET.get("table", ""))
    name = request.GET.get("format", "")
    if chosen is None or name not in TAKEN_AS:
        raise Http404
    format = FORMATS[name]
    response = HttpResponse(format.write(file_of(found, chosen)), content_type=format.media_type)
    stem = "-".join(part for side in found.sides for part in (side.state, side.part))
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=f"upheld-{chosen.subject}-{stem}{format.suffix}"
    )
    return response


def _asked_for(request: HttpRequest) -> Comparison:
    """The comparison that the address names; 404 for an address that names none."""
    form = ComparisonForm(services.states_compared(request.user), request.GET)
    if not form.is_valid():
        raise Http404
    return _compared(request, form)


def _compared(request: HttpRequest, form: ComparisonForm) -> Comparison:
    one, other = form.sides()
    return services.compare_sides(
        request.user, one=one, other=other, publication=form.publication()
    )


def _shown(found: Comparison, *, everything: bool) -> dict[str, object]:
    one, other = found.sides
    address = asked(found.sides, found.publication)
    return {
        "comparison": found,
        "names": side_names(found.sides),
        "heading": both_names(found.sides),
        "totals": [
            (full_name(side), count, _records_address(found, place))
            for place, (side, count) in enumerate(zip(found.sides, found.totals, strict=True), 1)
        ],
        "tables": [shown_table(found, table, everything=everything) for table in found.tables],
        "is_all": everything,
        "fold": f"?{urlencode(address if everything else address | {'all': '1'})}",
        "unit": UNITS[found.publication],
        "publication": PUBLICATIONS[found.publication],
        "others": [
            (PUBLICATIONS[name], counts,
             f"{reverse('comparison')}?{urlencode(asked(found.sides, name))}")
            for name, counts in found.available.items()
            if any(counts) and name != found.publication
        ],
        "demands": _demands_address(found) if one.state == other.state else "",
    }  # fmt: skip


def _records_address(found: Comparison, place: int) -> str:
    said = asked(found.sides, found.publication) | {"side": str(place)}
    return f"{reverse('compared_records')}?{urlencode(said)}"


def _demands_address(found: Comparison) -> str:
    one, other = found.sides
    said = {"from": one.part, "to": other.part, "source": found.publication.value}
    return f"{reverse('demands', args=[one.state])}?{urlencode(said)}"


def _suggested(request: HttpRequest) -> list[tuple[str, str]]:
    """Comparisons of two cycles that the records here allow, a few of them."""
    found = []
    for pair in services.cycles_compared(request.user)[:SUGGESTED]:
        address = f"{reverse('comparison')}?{urlencode(asked(pair))}"
        found.append((both_names(pair), address))
    return found


def _crumbs() -> list[dict[str, str]]:
    return [
        {"name": _("Recommendations"), "url": reverse("recommendations")},
        {"name": _("Comparison")},
    ]
