"""Gives records to bodies: a selection of the list at once, or one record on its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from upheld.core.errors import InputProblem
from upheld.core.planning import AssignmentState, Part
from upheld.core.roles import Action
from upheld.core.typed_days import day_typed
from upheld.services.assign import Assigned, assign, set_parts
from upheld.services.assignment_list import live_parts
from upheld.services.permissions import authorise
from upheld.services.selection import select
from upheld.store.models import Record, StateUnderReview
from upheld.store.queries.bodies import LIVE, assignable
from upheld.web.access import readable_record
from upheld.web.body_words import choices_of
from upheld.web.bulk_acts import selection_of
from upheld.web.views.assignments import address_of
from upheld.web.views.selected import back_to_list


def assign_selected(request: HttpRequest) -> HttpResponse:
    """The form for what was selected on the list, then the act itself."""
    who = authorise(request.user, Action.ASSIGN)
    if request.method != "POST":
        return redirect("recommendations")
    selection = selection_of(request)
    try:
        selected = select(who, selection)
    except InputProblem as error:
        return back_to_list(request, error)
    problem: InputProblem | None = None
    sent = request.POST
    if "assign" in sent:
        try:
            done = assign(
                who,
                selection=selection,
                lead=sent.get("lead", ""),
                support=sent.getlist("support"),
                due=due_of(sent.get("due", "")),
                replace_lead="replace_lead" in sent,
            )
        except InputProblem as error:
            problem = error
        else:
            return _done(request, done)
    shown = list(selected.read(Record.objects.select_related("document")))
    context = {
        "count": len(selected.keys),
        "records": shown[:10],
        "carried": [
            (name, value)
            for name in ("which", "asked", "back", "record", "on_page")
            for value in sent.getlist(name)
        ],
        "problem": problem,
        **_choices(
            sent.get("lead", ""),
            sent.getlist("support"),
            (record.document_id for record in shown),
        ),
        "due": sent.get("due", ""),
        "replace_lead": "replace_lead" in sent,
        "crumbs": [
            {"name": _("Recommendations"), "url": reverse("recommendations")},
            {"name": _("Assign")},
        ],
    }
    status = 422 if problem else 200
    return render(request, "web/assignments/assign.html", context, status=status)


def assign_record(request: HttpRequest, public_id: str) -> HttpResponse:
    """Who leads and who supports in one record."""
    who = authorise(request.user, Action.ASSIGN)
    record = readable_record(request, public_id)
    parts = [one for one in live_parts(who, record) if one.state in LIVE]
    lead, support, due = _standing(parts)
    problem: InputProblem | None = None
    sent = request.POST
    if request.method == "POST":
        lead, support = sent.get("lead", ""), sent.getlist("support")
        try:
            set_parts(
                who,
                public_id=public_id,
                seen=_seen(sent.get("seen", "")),
                lead=lead,
                support=support,
                due=due_of(sent.get("due", "")),
                reason=" ".join(sent.get("reason", "").split()),
            )
        except InputProblem as error:
            problem = error
        else:
            messages.success(request, _("Saved."))
            return redirect(reverse("recommendation", args=[public_id]) + "#who-must-act")
    context = {
        "record": record,
        "document": record.document,
        "problem": problem,
        "parts": parts,
        "seen": sent.get("seen", " ".join(f"{one.pk}:{one.row_version}" for one in parts)),
        **_choices(lead, support, [record.document_id]),
        "due": sent.get("due", due),
        "reason": sent.get("reason", ""),
        "crumbs": [
            {"name": _("Recommendations"), "url": reverse("recommendations")},
            {"name": public_id, "url": reverse("recommendation", args=[public_id])},
            {"name": _("Assign")},
        ],
    }
    status = 422 if problem else 200
    return render(request, "web/assignments/record.html", context, status=status)


def due_of(text: str) -> Any:
    """The day that was typed, None for none; ``InputProblem`` for what is no day."""
    day = day_typed(text)
    if text and day is None:
        raise InputProblem(
            _("“%(day)s” is no day.") % {"day": text},
            next_step=_("Write day, month and year: 30/06/2027."),
        )
    return day


def _choices(lead: str, support: list[str], documents: Iterable[int]) -> dict[str, Any]:
    """The bodies of the States that the documents speak to."""
    about = StateUnderReview.objects.filter(document__in=set(documents))
    states = set(about.values_list("iso3", flat=True))
    bodies = list(assignable(timezone.localdate(), states))
    return {
        "kinds": choices_of(bodies),
        "lead": lead,
        "supporting": choices_of(bodies, support),
    }


def _standing(parts: list[Any]) -> tuple[str, list[str], str]:
    """Lead, support and day as they stand, for the form."""
    confirmed = [one for one in parts if one.state == AssignmentState.CONFIRMED] or parts
    lead = next((one.body.code for one in confirmed if one.part == Part.LEAD), "")
    support = [one.body.code for one in confirmed if one.part == Part.SUPPORT]
    days = sorted(one.due for one in parts if one.due)
    return lead, support, days[0].isoformat() if days else ""


def _seen(text: str) -> dict[int, int]:
    pairs = (pair.partition(":") for pair in text.split())
    return {int(a): int(b) for a, _colon, b in pairs if a.isdecimal() and b.isdecimal()}


def _done(request: HttpRequest, done: Assigned) -> HttpResponse:
    """One message that counts every selected record."""
    said = " ".join(_told(done))
    if done.led_already:
        messages.warning(request, said)
    elif done.given:
        messages.success(request, said)
    else:
        messages.info(request, said)
    return redirect(address_of(done.change))


def _told(done: Assigned) -> Iterator[str]:
    if not done.given and not done.led_already:
        yield _("Everything was assigned so already; nothing changed.")
        return
    if done.given:
        given = ngettext("%(n)s record is assigned.", "%(n)s records are assigned.", done.given)
        yield given % {"n": done.given}
    else:
        yield _("Nothing changed.")
    if done.already:
        already = ngettext(
            "%(n)s record was assigned so already.",
            "%(n)s records were assigned so already.",
            done.already,
        )
        yield already % {"n": done.already}
    if done.led_already:
        kept = ngettext(
            "%(n)s record has another lead body and keeps it.",
            "%(n)s records have another lead body and keep it.",
            len(done.led_already),
        )
        yield kept % {"n": len(done.led_already)}
    if done.asking_nothing:
        idle = ngettext(
            "%(n)s of those assigned asks for nothing: it welcomes or regrets something, and does "
            "not count among the records that have a lead.",
            "%(n)s of those assigned ask for nothing: they welcome or regret something, and do not "
            "count among the records that have a lead.",
            len(done.asking_nothing),
        )
        yield idle % {"n": len(done.asking_nothing)}
