"""Which records ask for the same: a person's judgement, and the page of one demand."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from upheld.core.judgements import Verdict
from upheld.core.roles import Action
from upheld.services import judge as services
from upheld.services import world_twins
from upheld.services.demand_courses import courses
from upheld.services.permissions import allowed
from upheld.services.twins import cluster_of, held_apart, score, twins
from upheld.store.models import Record
from upheld.web.access import readable_record
from upheld.web.crumbs import way_to
from upheld.web.twins import shown, verdict_names
from upheld.web.words import TURNS


def judge(request: HttpRequest, public_id: str) -> HttpResponse:
    """Same, different or unsure; back to the record."""
    if request.method != "POST":
        return redirect("recommendation", public_id)
    record = readable_record(request, public_id)
    other = readable_record(request, request.POST.get("other", ""))
    said = request.POST.get("verdict", "")
    if said not in set(Verdict):
        raise Http404
    services.judge(
        request.user,
        record=record.public_id,
        other=other.public_id,
        verdict=Verdict(said),
        score=round(score(record, other), 4),
    )
    messages.success(request, _("Your judgement is kept."))
    return redirect(_section(public_id))


def withdraw(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take a judgement back; back to the record."""
    if request.method != "POST":
        return redirect("recommendation", public_id)
    sent = request.POST.get("judgement", "")
    services.withdraw(request.user, judgement=int(sent) if sent.isdecimal() else 0)
    messages.info(request, _("The judgement is withdrawn."))
    return redirect(_section(public_id))


def elsewhere(request: HttpRequest, public_id: str) -> HttpResponse:
    """Records to other States that may ask for the same."""
    record = readable_record(request, public_id)
    found = world_twins.elsewhere(request.user, record)
    context = {
        "record": record,
        "twins": [shown(twin) for twin in found.twins],
        "made_at": found.made_at,
        "may_judge": allowed(request.user, Action.JUDGE),
        "verdicts": verdict_names(),
        "crumbs": [*way_to(record), {"name": _("In other States")}],
    }
    return render(request, "web/elsewhere.html", context)


def cluster(request: HttpRequest, public_id: str) -> HttpResponse:
    """One demand: all its records by State and review, and what became of it."""
    record = readable_record(request, public_id)
    records = cluster_of(request.user, record)
    # Of one record alone nothing is known until a person has looked.
    alone = len(records) == 1
    apart = held_apart(request.user, record) if alone else 0
    waiting = len(twins(request.user, record)) if alone else 0
    found = courses(request.user, records) if not alone or (apart and not waiting) else []
    context = {
        "record": record,
        "records": records,
        "apart": apart,
        "waiting": waiting,
        "courses": [
            {
                "iso3": one.iso3,
                "steps": [
                    {
                        "document": one.documents[step.review.key],
                        "turns": [TURNS[turn] for turn in step.turns],
                        "records": [one.records[key] for key in step.records],
                    }
                    for step in one.steps
                ],
                "undated": _undated(one.records.values()),
            }
            for one in found
        ],
        "may_judge": allowed(request.user, Action.JUDGE),
        "crumbs": [*way_to(record), {"name": _("One demand")}],
    }
    return render(request, "web/cluster.html", context)


def _undated(records: Iterable[Record]) -> list[Record]:
    """Records of documents without a date, which stand in no order."""
    return [row for row in records if row.document.date is None]


def _section(public_id: str) -> str:
    return reverse("recommendation", args=[public_id]) + "#same-demand"
