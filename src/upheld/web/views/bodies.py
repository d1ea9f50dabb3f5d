"""The tree of bodies and the page of one: who acts in the State, since when, with whom to speak."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.national_bodies import INDEPENDENT
from upheld.core.roles import Action
from upheld.core.typed_days import day_typed
from upheld.services.body_page import body_named, body_page
from upheld.services.body_tree import find_bodies, states_with_bodies, tree
from upheld.services.body_trees import TREES
from upheld.services.body_undo import can_undo_bodies
from upheld.services.permissions import allowed, allowed_everywhere
from upheld.services.role_names import ROLE_NAMES
from upheld.store.models import Event
from upheld.web.body_history import told_of_body
from upheld.web.body_words import ASSIGNMENT_STATES, BODY_KINDS, PARTS, SUCCESSIONS, name_of
from upheld.web.entry_words import ENTRY_STATES


def bodies(request: HttpRequest) -> HttpResponse:
    """The tree as of a day, today's by default; with words, the bodies of every time they fit."""
    asked = request.GET.get("on", "")
    day, wrong_day = day_of(asked)
    words = " ".join(request.GET.get("q", "").split())
    states = states_with_bodies(request.user)
    state = request.GET.get("state", "")
    state = state if state in states else ""
    context = {
        "groups": [] if words else tree(request.user, day=day, state=state),
        "found": find_bodies(request.user, words=words, state=state) if words else [],
        "words": words,
        "day": day,
        "asked_day": asked,
        "wrong_day": wrong_day,
        "today": timezone.localdate(),
        "state": state,
        "states": states,
        "trees": [iso3 for iso3 in TREES if iso3 not in states],
        "may_manage": allowed(request.user, Action.MANAGE_BODIES),
        "may_load": allowed_everywhere(request.user, Action.MANAGE_BODIES),
        "crumbs": [{"name": _("Bodies")}],
    }
    return render(request, "web/bodies/tree.html", context)


def body(request: HttpRequest, code: str) -> HttpResponse:
    """One body: names, period, what came before and after, people, work, history."""
    if body_named(request.user, code) is None:
        raise Http404
    page = body_page(
        request.user,
        code=code,
        day=timezone.localdate(),
        entries_in=request.GET.get("entries", ""),
        page=request.GET.get("page", "1"),
    )
    one = page.body
    events = list(Event.objects.filter(object_type="body", object_id=code))
    last = events[-1].change if events else None
    context = {
        "page": page,
        "body": one,
        "name": name_of(one),
        "kind": BODY_KINDS[one.kind].one,
        "is_independent": one.kind in INDEPENDENT,
        "predecessions": [(row, name_of(row.body), SUCCESSIONS[row.kind])
                          for row in page.predecessions],
        "successions": [(row, name_of(row.successor), SUCCESSIONS[row.kind])
                        for row in page.successions],
        "people": [(row, ROLE_NAMES[row.role]) for row in page.people],  # type: ignore[index]
        "assignments": [
            (part, PARTS[part], state, ASSIGNMENT_STATES[state], page.assignments[part, state])
            for state in ASSIGNMENT_STATES
            for part in PARTS
            if page.assignments[part, state]
        ],
        "entries": [
            (state, sign.name, page.entries[state])
            for state, sign in ENTRY_STATES.items()
            if page.entries[state]
        ],
        "entries_in": request.GET.get("entries", ""),
        "history": [told_of_body(event) for event in events],
        "undo": last if last and can_undo_bodies(request.user, last) else None,
        "may_manage": allowed(request.user, Action.MANAGE_BODIES, one),
        "crumbs": [{"name": _("Bodies"), "url": reverse("bodies")}, {"name": str(name_of(one))}],
    }  # fmt: skip
    return render(request, "web/bodies/body.html", context)


def day_of(text: str) -> tuple[date, bool]:
    """The day that an address asks for, today without one; and whether it is no day."""
    day = day_typed(text)
    return day or timezone.localdate(), bool(text) and day is None
