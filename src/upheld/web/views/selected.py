"""What is done to the records that were selected on the list: taken away, or judged.

Further acts begin in the same way: ``selection_of(request)``, then their service.
"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from upheld.core.errors import Conflict, InputProblem
from upheld.core.judgements import Verdict
from upheld.core.roles import Action
from upheld.services.export import export_records
from upheld.services.judge import judge
from upheld.services.permissions import authorise
from upheld.services.selection import Selection, select
from upheld.services.twins import score
from upheld.store.models import Record
from upheld.web.bulk_acts import selection_of, view_of
from upheld.web.views.recommendations import list_page


def export(request: HttpRequest) -> HttpResponse:
    """A file of what was selected, or of all that the view in the address shows.

    Noted recommendations stand beside supported ones.
    """
    sent = request.POST if request.method == "POST" else request.GET
    chosen = selection_of(request) if request.method == "POST" else None
    try:
        taken = export_records(
            request.user,
            selection=chosen or Selection(view=view_of(request.GET)),
            format=sent.get("format", "csv"),
            link_to=lambda public_id: request.build_absolute_uri(
                reverse("recommendation", args=[public_id])
            ),
        )
    except InputProblem as problem:
        if chosen is None:
            raise
        return back_to_list(request, problem)
    response = HttpResponse(taken.content, content_type=taken.media_type)
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=taken.name
    )
    return response


def judge_selected(request: HttpRequest) -> HttpResponse:
    """Two records ask for the same: kept as this person's judgement; on to the first of them."""
    who = authorise(request.user, Action.JUDGE)
    if request.method != "POST":
        return redirect("recommendations")
    try:
        found = select(who, selection_of(request), fewest=2, most=2)
        one, other = found.read(Record.objects.all())
        judge(
            who,
            record=one.public_id,
            other=other.public_id,
            verdict=Verdict.SAME,
            score=round(score(one, other), 4),
        )
    except (InputProblem, Conflict) as problem:
        return back_to_list(request, problem)
    messages.success(request, _("Your judgement is kept."))
    return redirect(reverse("recommendation", args=[one.public_id]) + "#same-demand")


def back_to_list(request: HttpRequest, problem: InputProblem | Conflict) -> HttpResponse:
    """The list as it was, with its ticks, and what was wrong said above it and at the form."""
    return list_page(
        request,
        QueryDict(request.POST.get("back", "")),
        status=problem.http_status,
        bulk_problem=problem,
        ticked=request.POST.getlist("record"),
        which=request.POST.get("which", ""),
    )
