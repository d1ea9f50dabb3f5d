"""Handover: whose work waits for a successor, what would go, and what went."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from upheld.core.errors import InputProblem, Refused
from upheld.core.roles import Role
from upheld.services import handover as services
from upheld.services.permissions import visible_to
from upheld.services.role_names import ROLE_NAMES
from upheld.store.models import Entry, User


@never_cache
def handover(request: HttpRequest) -> HttpResponse:
    """The offices in reach, closed accounts first; one of them with its work and the successor."""
    asked = request.POST.get("office") or request.GET.get("office", "")
    held = services.offices(request.user)
    chosen = held.filter(pk=int(asked)).first() if asked.isdecimal() else None
    problem: InputProblem | None = None
    if request.method == "POST":
        try:
            return _hand_over(request, asked)
        except InputProblem as error:
            if chosen is None:
                raise
            problem = error
    crumbs = [
        {"name": _("My work"), "url": reverse("work")},
        {"name": _("Handover"), "url": reverse("handover") if chosen else ""},
    ]
    if chosen:
        crumbs.append({"name": str(chosen.user)})
    context = {
        "offices": [
            (
                one,
                ROLE_NAMES[Role(one.role)],
                services.work_of(one) if not one.user.is_active else None,
            )
            for one in held
        ]
        if chosen is None
        else [],
        "chosen": chosen,
        "problem": problem,
        "typed": {field: request.POST.get(field, "") for field in ("successor", "reason")},
        "role": ROLE_NAMES[Role(chosen.role)] if chosen else "",
        "work": services.work_of(chosen) if chosen else None,
        "successors": services.successors(request.user, chosen) if chosen else (),
        "crumbs": crumbs,
    }
    status = 422 if problem else 200
    return render(request, "web/work/handover.html", context, status=status)


@never_cache
def handed_over(request: HttpRequest, number: int) -> HttpResponse:
    """What went from whom to whom, and when."""
    if not request.user.is_authenticated:
        raise Refused(
            _("A handover is for those who take part in it."), next_step=_("Sign in first.")
        )
    found = services.handed_over(request.user, number)
    if found is None:
        raise Http404
    event, entries = found
    names = dict(
        User.objects.filter(username__in=event.difference["successor"]).values_list(
            "username", "name"
        )
    )
    readable = set(
        visible_to(request.user, Entry.objects.filter(pk__in=[e.pk for e in entries])).values_list(
            "pk", flat=True
        )
    )
    context = {
        "event": event,
        "people": [names.get(one) or one for one in event.difference["successor"]],
        "office": event.difference["office"][1],
        "entries": [(entry, entry.pk in readable) for entry in entries],
        "put_off": len(event.difference["put_off"][1]),
        "crumbs": [
            {"name": _("My work"), "url": reverse("work")},
            {"name": _("Handover"), "url": reverse("handover")},
            {"name": _("What was handed over")},
        ],
    }
    return render(request, "web/work/handed_over.html", context)


def _hand_over(request: HttpRequest, office: str) -> HttpResponse:
    person = User.objects.filter(username=request.POST.get("successor", "")).first()
    if person is None or not office.isdecimal():
        raise InputProblem(_("No successor was chosen."), next_step=_("Choose who takes it over."))
    event = services.hand_over(
        request.user,
        office=int(office),
        successor=person,
        reason=request.POST.get("reason", ""),
    )
    messages.success(request, _("%(name)s has the office now.") % {"name": person})
    return redirect("handed_over", event.seq)
