"""One entry: what it says, where it stands, what can be done with it, and how it came about."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from upheld.core.entries import EntryState, Step, steps_from
from upheld.core.errors import Conflict, InputProblem
from upheld.core.roles import Action
from upheld.services import entry_steps
from upheld.services.entry_words import events_of, last_submission
from upheld.services.masking import unmasked
from upheld.services.permissions import Actor, allowed, authorise, visible_to
from upheld.store.models import Entry, Evidence, Record
from upheld.web.assessments import shown_replies
from upheld.web.entry_story import changes, is_first, story
from upheld.web.entry_words import BUTTONS, TAKEN
from upheld.web.whole_page import whole_page
from upheld.web.workspace_words import PERSONAL_DATA


@never_cache
def entry(request: HttpRequest, number: int) -> HttpResponse:
    """The entry, the words that it answers, its evidence and its history."""
    row = _readable(request, number)
    return render(request, "web/work/entry.html", _context(request, row))


@require_POST
def step(request: HttpRequest, number: int) -> HttpResponse:
    """Take one step; what stands in its way is said on the entry's page."""
    row = _readable(request, number)
    asked = request.POST.get("step", "")
    version = request.POST.get("row_version", "")
    if asked not in set(Step) or not version.isdecimal() or len(version) > 9:
        raise Http404
    try:
        after = entry_steps.take_step(
            request.user,
            entry=row.pk,
            step=Step(asked),
            row_version=int(version),
            reason=request.POST.get("reason", ""),
        )
    except Conflict as conflict:
        context = _context(request, _readable(request, number)) | {"conflict": conflict}
        return whole_page(request, render(request, "web/work/entry.html", context, status=409))
    except InputProblem as problem:
        refused = {"step": asked, "problem": problem, "reason": request.POST.get("reason", "")}
        context = _context(request, _readable(request, number)) | {"refused": refused}
        return whole_page(request, render(request, "web/work/entry.html", context, status=422))
    messages.success(request, str(TAKEN[asked]))
    undo = last_undoable(request.user, after)
    if visible_to(request.user, Entry.objects.filter(pk=row.pk)).exists():
        if asked == Step.RECALL:
            return redirect("report", row.assignment_id)
        return redirect(reverse("entry", args=[after.pk]) + undo)
    return redirect(reverse("work") + undo)


def last_undoable(actor: Actor, row: Entry) -> str:
    """What follows an address so that the page offers to undo the act: "?undo=…" or nothing."""
    last = events_of(row)[-1]
    own = last.actor_id == actor.pk and last.action in entry_steps.UNDOABLE
    return f"?undo={last.change}" if own else ""


def record_facts(record: Record) -> dict[str, Any]:
    """What is shown of a record beside an entry: its words and where they stand."""
    return {"record": record, "document": record.document, "version": record.version}


def _context(request: HttpRequest, row: Entry) -> dict[str, Any]:
    # Earlier versions and the reasons of those who sent them back were never published.
    inside = allowed(request.user, Action.READ_ENTRIES, row.body)
    events = events_of(row)
    open_steps = [
        {
            "step": one.step.value,
            "name": BUTTONS[one.step],
            "needs_reason": one.needs_reason,
            "hindrance": entry_steps.hindrance(request.user, row, one, events),
            "may": allowed(request.user, one.action, row.body),
        }
        for one in steps_from(EntryState(row.state))
        if one.step is not Step.SUBMIT
    ]
    evidence = visible_to(request.user, Evidence.objects.filter(entry=row))
    return record_facts(row.record) | {
        "entry": row,
        "steps": [one for one in open_steps if one["may"]],
        "may_write": row.state == EntryState.DRAFT
        and allowed(request.user, Action.REPORT, row.body),
        "inside": inside,
        "undo": request.GET.get("undo", ""),
        "changes": changes(last_submission(events)) if inside and not is_first(events) else (),
        "history": story(events if inside else _published(events)),
        "evidence": evidence.filter(removed_at=None),
        "removed": evidence.exclude(removed_at=None),
        "replies": shown_replies(request.user, entry=row),
        "personal": _personal(request, row) if open_steps else (),
        "may_reply": allowed(request.user, Action.ASSESS),
        "crumbs": [
            {"name": _("My work"), "url": reverse("work")},
            {"name": _("Entry on %(number)s") % {"number": row.record.number}},
        ],
    }


def _personal(request: HttpRequest, row: Entry) -> list[tuple[Any, str]]:
    """What to mask before everybody reads it, for who may pass the entry on."""
    return [(PERSONAL_DATA[kind], words) for kind, words in unmasked(request.user, row)]


def _published(events: list[Any]) -> list[Any]:
    return [event for event in events if event.action == "entry.publish"]


def _readable(request: HttpRequest, number: int) -> Entry:
    authorise(request.user, Action.READ)
    rows = visible_to(request.user, Entry.objects.filter(pk=number)).select_related(
        "assignment",
        "body",
        "action",
        "record__document__relates_to",
        "record__version__file",
        "written_by",
        "submitted_by",
    )
    found = rows.first()
    if found is None:
        raise Http404
    return found
