"""Reporting in place: the three fields of an assignment, saved by a button or while one types."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from upheld.analysis.word_difference import word_difference
from upheld.core.entries import EntryState, Step
from upheld.core.entry_needs import Need
from upheld.core.errors import Conflict, InputProblem
from upheld.core.roles import Action
from upheld.services import entries, entry_steps
from upheld.services.permissions import authorise, visible_to
from upheld.store.models import Assignment, Entry, Evidence
from upheld.web.entry_form import EntryForm
from upheld.web.entry_story import shown
from upheld.web.entry_words import FIELDS
from upheld.web.views.entry import record_facts
from upheld.web.whole_page import whole_page


@never_cache
def report(request: HttpRequest, number: int) -> HttpResponse:
    """The form of one assignment; a POST saves the draft, or saves and submits it."""
    asked = _asked(request, number)
    authorise(request.user, Action.REPORT, asked.body)
    entry = entries.open_entry(asked)
    if request.method != "POST":
        if entry and entry.state != EntryState.DRAFT:
            return redirect("entry", entry.pk)
        return _page(request, asked, entry, EntryForm(asked, initial=_initial(asked, entry)))
    form = EntryForm(asked, request.POST)
    typing = request.POST.get("do") == "typing"
    if not form.is_valid():
        return _saved(request, asked, entry, form) if typing else _page(request, asked, entry, form)
    seen = form.cleaned_data["row_version"]
    try:
        entry = entries.write(
            request.user, assignment=asked.pk, row_version=seen, words=form.words()
        )
    except Conflict as conflict:
        if typing:
            return _saved(request, asked, entry, form, conflict)
        return _conflict(request, asked, entries.open_entry(asked), form, conflict)
    form.now_at(entry.row_version)
    if typing:
        return _saved(request, asked, entry, form)
    if request.POST.get("do") == "submit":
        return _submit(request, asked, entry, form)
    messages.success(request, _("The draft is saved."))
    return redirect("report", asked.pk)


def not_put_off(request: HttpRequest, number: int, problem: InputProblem) -> HttpResponse:
    """The form once more, with what stands in the way of putting the reminder off."""
    asked = _asked(request, number)
    authorise(request.user, Action.REPORT, asked.body)
    entry = entries.open_entry(asked)
    form = EntryForm(asked, initial=_initial(asked, entry))
    typed = {field: request.POST.get(field, "") for field in ("until", "reason")}
    context = _context(request, asked, entry, form) | {"put_off": typed | {"problem": problem}}
    return whole_page(request, render(request, "web/work/report.html", context, status=422))


def _submit(request: HttpRequest, asked: Assignment, entry: Entry, form: EntryForm) -> HttpResponse:
    missing = entry_steps.what_is_missing(entry)
    for need, words in missing.items():
        form.add_error(None if need is Need.EVIDENCE else need.value, words)
    if missing:
        return _page(request, asked, entry, form)
    entry_steps.take_step(
        request.user, entry=entry.pk, step=Step.SUBMIT, row_version=entry.row_version
    )
    messages.success(request, _("The entry is submitted."))
    return redirect("entry", entry.pk)


def _page(
    request: HttpRequest, asked: Assignment, entry: Entry | None, form: EntryForm
) -> HttpResponse:
    status = 422 if form.is_bound and form.errors else 200
    context = _context(request, asked, entry, form)
    return render(request, "web/work/report.html", context, status=status)


def _saved(
    request: HttpRequest,
    asked: Assignment,
    entry: Entry | None,
    form: EntryForm,
    conflict: Conflict | None = None,
) -> HttpResponse:
    """The line that says when the draft was saved, for the page that stays as it is."""
    version = form.data.get("row_version", "0")
    context = {
        "asked": asked,
        "entry": entry,
        "row_version": version,
        "conflict": conflict,
        "invalid": not form.is_valid(),
    }
    return render(request, "web/work/saved.html", context)


def _conflict(
    request: HttpRequest,
    asked: Assignment,
    entry: Entry | None,
    form: EntryForm,
    conflict: Conflict,
) -> HttpResponse:
    """Both texts; the form holds what was typed and would go over what stands now."""
    standing = entry or entries.last_published(asked)
    form.now_at(entry.row_version if entry else 0)
    given = form.cleaned_data
    held = entries.words_of(standing) if standing else {}
    typed = {field: given[field] for field in ("done", "result", "status")}
    both = [
        (str(FIELDS[field]), shown(field, held.get(field)), shown(field, value))
        for field, value in (typed | {"as_of": given["as_of"].isoformat()}).items()
    ]
    context = _context(request, asked, entry, form) | {
        "conflict": conflict,
        "standing": standing,
        "both": [
            (label, before, after, word_difference(before, after)) for label, before, after in both
        ],
        "can_write": entry is None or entry.state == EntryState.DRAFT,
    }
    return render(request, "web/work/conflict.html", context, status=409)


def _context(
    request: HttpRequest, asked: Assignment, entry: Entry | None, form: EntryForm
) -> dict[str, Any]:
    rows = Evidence.objects.filter(entry=entry) if entry else Evidence.objects.none()
    return record_facts(asked.record) | {
        "asked": asked,
        "entry": entry,
        "form": form,
        "row_version": form["row_version"].value(),
        "published": entries.last_published(asked),
        "evidence": visible_to(request.user, rows.filter(removed_at=None)),
        "crumbs": [
            {"name": _("My work"), "url": reverse("work")},
            {"name": _("Report on %(number)s") % {"number": asked.record.number}},
        ],
    }


def _initial(asked: Assignment, entry: Entry | None) -> dict[str, Any]:
    if entry:
        return {
            "row_version": entry.row_version,
            "done": entry.done,
            "result": entry.result,
            "status": entry.status,
            "as_of": entry.as_of,
            "language": entry.language,
            "action": entry.action_id or "",
        }
    begin = entries.beginning(asked, get_language() or "en")
    return {
        "row_version": 0,
        "done": begin.done,
        "result": begin.result,
        "status": begin.status,
        "as_of": begin.as_of,
        "language": begin.language,
        "action": begin.action or "",
    }


def _asked(request: HttpRequest, number: int) -> Assignment:
    authorise(request.user, Action.READ)
    rows = visible_to(request.user, Assignment.objects.filter(pk=number)).select_related(
        "body", "record__document__relates_to", "record__version__file", "follows"
    )
    found = rows.first()
    if found is None:
        raise Http404
    if found.state != "confirmed":
        raise InputProblem(
            _("This assignment is no longer in force."),
            next_step=_("Look under “My work” for the one that took its place."),
        )
    return found
