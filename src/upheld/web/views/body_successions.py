"""Bodies renamed, merged or split: what will happen is shown before it does."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from upheld.core.body_rows import BodyRow
from upheld.core.errors import InputProblem
from upheld.core.national_bodies import NationalBodyKind, Succession
from upheld.core.roles import Action
from upheld.services.carry_roles import roles_held
from upheld.services.permissions import allowed, authorise
from upheld.services.succession import Succeeded, split, succeed
from upheld.store.models import Assignment, Body, RoleBinding
from upheld.store.queries.bodies import bodies_on, live_assignments
from upheld.web.body_forms import SuccessionForm
from upheld.web.body_words import choices_of, name_of
from upheld.web.grants import grant_of, shown
from upheld.web.views.body_changes import manageable

SLOTS = range(4)
"""Successors that a split can name at once; more are split off later."""


def merge(request: HttpRequest) -> HttpResponse:
    """One body follows one or several others."""
    authorise(request.user, Action.MANAGE_BODIES)
    sent = request.POST if request.method == "POST" else request.GET
    chosen = sent.getlist("body")
    bodies = list(bodies_on(timezone.localdate()))
    form = SuccessionForm(request.POST or None)
    problem, foreseen = None, None
    seen: dict[str, int | None] = {
        body.code: body.row_version for body in bodies if body.code in chosen
    }
    if request.method == "POST" and form.is_valid():
        keep = "keep" in request.POST
        if keep:
            seen = {code: _number(sent.get(f"seen-{code}", "")) for code in chosen}
        try:
            foreseen = succeed(
                request.user,
                predecessors=seen,
                successor=_successor(
                    request, "", next((b for b in bodies if b.code in chosen), None)
                ),
                kind=_kind(request, chosen),
                day=form.cleaned_data["day"],
                source=form.cleaned_data["source"],
                same_roles="same_roles" in sent,
                dry_run=not keep,
            )
        except InputProblem as error:
            problem = error
        else:
            if keep:
                return _done(request, foreseen)
    context = {
        "form": form,
        "problem": problem,
        "foreseen": foreseen,
        "seen": seen.items(),
        "may_give_roles": allowed(request.user, Action.MANAGE_USERS),
        "same_roles": request.method != "POST" or "same_roles" in sent,
        "kinds": choices_of(bodies, chosen),
        "typed": sent,
        "crumbs": [
            {"name": _("Bodies"), "url": reverse("bodies")},
            {"name": _("Merge or rename bodies")},
        ],
    }
    status = 422 if problem or form.errors else 200
    return render(request, "web/bodies/merge.html", context, status=status)


def split_body(request: HttpRequest, code: str) -> HttpResponse:
    """Several bodies follow one; the person says which assignment goes where."""
    body = manageable(request, code)
    sent = request.POST
    bodies = [one for one in bodies_on(timezone.localdate()) if one.pk != body.pk]
    form = SuccessionForm(sent or None)
    problem, foreseen = None, None
    named = [slot for slot in SLOTS if any(sent.get(f"{slot}-{field}") for field in _FIELDS)]
    rows = list(live_assignments([body]).select_related("record", "record__document"))
    people = list(roles_held(body)) if allowed(request.user, Action.MANAGE_USERS, body) else []
    if request.method == "POST" and form.is_valid():
        keep = "keep" in sent
        try:
            foreseen = split(
                request.user,
                code=code,
                row_version=_number(sent.get("row_version", "")),
                successors=[_successor(request, f"{slot}-", body) for slot in named],
                day=form.cleaned_data["day"],
                goes_to=_division(request, rows, len(named)),
                roles=_roles(request, people, len(named)),
                source=form.cleaned_data["source"],
                dry_run=not keep,
            )
        except InputProblem as error:
            problem = error
        else:
            if keep:
                return _done(request, foreseen)
    places = _division(request, rows, len(named) or 1)
    roles = _roles(request, people, len(named) or 1)
    context = {
        "body": body,
        "name": name_of(body),
        "row_version": sent.get("row_version", body.row_version),
        "form": form,
        "problem": problem,
        "foreseen": foreseen,
        "slots": [
            (slot, {field: sent.get(f"{slot}-{field}", "") for field in _FIELDS}) for slot in SLOTS
        ],
        "kinds": choices_of(bodies),
        "rows": [(row, places.get(row.pk, 0)) for row in rows],
        "people": [(one, shown(grant_of(one)), roles.get(one.pk)) for one in people],
        "crumbs": [
            {"name": _("Bodies"), "url": reverse("bodies")},
            {"name": str(name_of(body)), "url": reverse("body", args=[code])},
            {"name": _("Split")},
        ],
    }
    status = 422 if problem or form.errors else 200
    return render(request, "web/bodies/split.html", context, status=status)


_FIELDS = ("existing", "name_vi", "name_en")


def _successor(request: HttpRequest, prefix: str, model: Body | None) -> str | BodyRow:
    """The body that was chosen, or a new one of the kind and place of ``model``."""
    sent = request.POST
    existing = sent.get(f"{prefix}existing", "")
    typed = {code: " ".join(sent.get(f"{prefix}name_{code}", "").split()) for code in ("vi", "en")}
    names = {code: name[:300] for code, name in typed.items() if name}
    if existing and names:
        raise InputProblem(
            _("A successor is chosen and a new one is named."),
            next_step=_("Choose a body that exists, or name a new one, not both."),
        )
    if existing:
        return existing
    if not names or model is None:
        raise InputProblem(
            _("No successor is named."),
            next_step=_(
                "Choose the bodies that end, and a body that exists or a name for a new one."
            ),
        )
    day = SuccessionForm(sent)
    return BodyRow(
        code="",
        state=model.state,
        kind=NationalBodyKind(model.kind),
        names=names,
        parent=model.parent.code if model.parent else "",
        valid_from=day.cleaned_data["day"] if day.is_valid() else None,
        order=model.order,
        source=" ".join(sent.get("source", "").split())[:1000],
    )


def _kind(request: HttpRequest, chosen: list[str]) -> Succession:
    """A new body in the place of one is a new name; everything else is a merger."""
    one_for_one = len(chosen) == 1 and not request.POST.get("existing")
    return Succession.RENAMED if one_for_one else Succession.MERGED


def _division(request: HttpRequest, rows: list[Assignment], places: int) -> dict[int, int]:
    """Which successor each assignment goes to, as typed; the first one otherwise."""
    found = {}
    for row in rows:
        given = _number(request.POST.get(f"goes-{row.pk}", ""))
        found[row.pk] = given if given is not None and given < places else 0
    return found


def _roles(request: HttpRequest, people: list[RoleBinding], places: int) -> dict[int, int]:
    """Which successor each role goes to, as chosen; roles without a choice go to none."""
    chosen = {one.pk: _number(request.POST.get(f"role-{one.pk}", "")) for one in people}
    return {pk: place for pk, place in chosen.items() if place is not None and place < places}


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def _done(request: HttpRequest, done: Succeeded) -> HttpResponse:
    moved = done.moved
    messages.success(
        request,
        _("Assignments that went over: %(assignments)s; joined with the same ones: %(joined)s.")
        % {"assignments": moved.assignments, "joined": moved.joined},
    )
    if done.roles:
        given = ngettext(
            "%(n)s role was given for the successor.",
            "%(n)s roles were given for the successor.",
            done.roles,
        )
        messages.success(request, given % {"n": done.roles})
    return redirect("body", done.successors[0].code)
