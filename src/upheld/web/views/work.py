"""My work: what is asked of my body and by when, and what waits for my step."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from upheld.core.entries import Step
from upheld.core.errors import InputProblem
from upheld.core.reporting_clock import Timing
from upheld.core.roles import Action
from upheld.services import entry_steps
from upheld.services.agenda import Line, my_agenda
from upheld.services.entry_queue import QUEUES, queue, waiting
from upheld.services.entry_words import events_of_many, last_submission
from upheld.services.flags import flags
from upheld.services.permissions import allowed, authorise
from upheld.store.models import Assignment, Entry
from upheld.web.entry_story import changes, is_first
from upheld.web.entry_words import ON_CHOSEN, QUEUE_NAMES, SHOWS, SILENT
from upheld.web.flag_words import shown_flags
from upheld.web.review_forms import read_seen
from upheld.web.whole_page import whole_page

PAGE = 20
"""Rows on a page, which is thereby small enough for a weak line."""


@never_cache
def work(request: HttpRequest) -> HttpResponse:
    """What is asked of the reader's bodies: sent back, late, due; for others their first queue."""
    if not allowed(request.user, Action.REPORT):
        steps = waiting(request.user)
        if not steps:
            authorise(request.user, Action.REPORT)
        return waiting_entries(request, next(iter(steps)).value)
    lines = my_agenda(request.user)
    show = request.GET.get("show", "open")
    show = show if show in SHOWS else "open"
    page = Paginator([line for line in lines if _matches(line, show)], PAGE).get_page(
        request.GET.get("page")
    )
    rows = Assignment.objects.select_related("body", "record__document__relates_to").in_bulk(
        [line.assignment for line in page]
    )
    back = Entry.objects.filter(pk__in=[line.entry for line in page if line.sent_back])
    reasons = dict(back.values_list("pk", "sent_back"))
    counts = Counter(name for line in lines for name in SHOWS if _matches(line, name))
    context = _frame(request, "mine") | {
        "tasks": [(line, rows[line.assignment], reasons.get(line.entry or 0, "")) for line in page],
        "silent_sign": SILENT,
        "page": page,
        "show": show,
        "shows": [(value, name, counts[value]) for value, name in SHOWS.items()],
        "several_bodies": len({line.body for line in lines}) > 1,
        "any": bool(lines),
        "undo": request.GET.get("undo", ""),
        "address": reverse("work"),
        "query": urlencode({"show": show}) + "&",
    }
    return render(request, "web/work/work.html", context)


@never_cache
def waiting_entries(request: HttpRequest, step: str) -> HttpResponse:
    """Entries that wait for one step, with what changed in each since the version before."""
    asked = _step(step)
    authorise(request.user, QUEUES[asked][1])
    return _queue(request, asked)


def _queue(request: HttpRequest, asked: Step, problem: InputProblem | None = None) -> HttpResponse:
    """The page; with what stands in the way of taking the step."""
    rows = queue(request.user, asked).select_related(
        "assignment", "body", "record__document__relates_to", "submitted_by", "written_by"
    )
    page = Paginator(rows, PAGE).get_page((request.POST or request.GET).get("page"))
    told = events_of_many(page)
    raised = flags(request.user, [entry.record_id for entry in page])
    context = _frame(request, asked.value) | {
        "step": asked,
        "problem": problem,
        "button": ON_CHOSEN[asked],
        "title": QUEUE_NAMES[asked],
        "rows": [
            {
                "entry": entry,
                "changes": changes(last_submission(told[entry.pk]), short=True),
                "first": is_first(told[entry.pk]),
                "flags": shown_flags(raised.get(entry.record_id, ())),
            }
            for entry in page
        ],
        "page": page,
        "undo": request.GET.get("undo", ""),
        "address": reverse("work_queue", args=[asked.value]),
        "query": "",
        "crumbs": [{"name": _("My work"), "url": reverse("work")}, {"name": QUEUE_NAMES[asked]}],
    }
    page_shown = render(request, "web/work/queue.html", context, status=422 if problem else 200)
    return whole_page(request, page_shown)


@require_POST
def take_steps(request: HttpRequest, step: str) -> HttpResponse:
    """Take one step with all chosen entries; those that cannot go on are named."""
    asked = _step(step)
    chosen = {
        int(key): version
        for key, version in read_seen(request.POST.getlist("entry")).items()
        if key.isdecimal()
    }
    if not chosen:
        authorise(request.user, QUEUES[asked][1])
        nothing = InputProblem(_("No entry was chosen."), next_step=_("Choose one entry or more."))
        return _queue(request, asked, nothing)
    outcome = entry_steps.take_step_many(request.user, step=asked, seen=chosen)
    done = len(outcome.taken)
    if done:
        text = ngettext("%(n)s entry went on.", "%(n)s entries went on.", done)
        messages.success(request, text % {"n": done})
    for key, why in outcome.left.items():
        messages.warning(
            request,
            _("Entry %(entry)s stays where it is: %(why)s") % {"entry": key, "why": why},
        )
    address = reverse("work_queue", args=[asked.value])
    if done and asked is not Step.PUBLISH:
        address += f"?undo={outcome.change}"
    return redirect(address)


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take back the reader's own last act with all its entries."""
    try:
        change = UUID(request.POST.get("change", ""))
    except ValueError:
        raise InputProblem(_("There is nothing to undo.")) from None
    rows = entry_steps.undo(request.user, change=change)
    text = ngettext(
        "%(n)s entry stands where it stood before.",
        "%(n)s entries stand where they stood before.",
        len(rows),
    )
    messages.success(request, text % {"n": len(rows)})
    return redirect("work")


def _frame(request: HttpRequest, here: str) -> dict[str, Any]:
    """The ways within My work, for those to whom they are open, with how much waits there."""
    ways: list[tuple[str, Any, str, int | None]] = []
    if allowed(request.user, Action.REPORT):
        ways.append(("mine", _("Asked of us"), reverse("work"), None))
    for step, number in waiting(request.user).items():
        address = reverse("work_queue", args=[step.value])
        ways.append((step.value, QUEUE_NAMES[step], address, number))
    if allowed(request.user, Action.HAND_OVER):
        ways.append(("handover", _("Handover"), reverse("handover"), None))
    return {"ways": ways, "here": here}


def _matches(line: Line, show: str) -> bool:
    match show:
        case "late":
            return line.timing is Timing.LATE
        case "sent_back":
            return line.sent_back
        case "draft":
            return line.state == "draft"
        case "on_its_way":
            return line.state not in {"", "draft"}
        case "all":
            return True
        case _:
            return line.sent_back or (
                line.timing is not Timing.ANSWERED and line.state in {"", "draft"}
            )


def _step(value: str) -> Step:
    if value not in {step.value for step in QUEUES}:
        raise Http404
    return Step(value)
