"""Reminders: how often the mail comes, what it would say now, and what was put off."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from upheld.core.errors import InputProblem, Refused
from upheld.core.reminders import Rhythm
from upheld.core.typed_days import day_typed
from upheld.services.digests import digest
from upheld.services.permissions import visible_to
from upheld.services.reminders import choose_rhythm, rhythm_of, snooze, wake
from upheld.store.models import Snooze, User
from upheld.web.digest_lines import digest_lines
from upheld.web.entry_words import RHYTHMS
from upheld.web.views.report import not_put_off


@never_cache
def reminders(request: HttpRequest) -> HttpResponse:
    """What the reader would be told now, and how often they want to be."""
    person = request.user
    if not isinstance(person, User):
        raise Refused(
            _("Reminders belong to a person."), next_step=_("Sign in to see and change yours.")
        )
    if request.method == "POST":
        chosen = request.POST.get("rhythm", "")
        if chosen not in set(Rhythm):
            raise Http404
        choose_rhythm(person, rhythm=Rhythm(chosen))
        messages.success(request, _("Your choice is saved."))
        return redirect("reminders")
    put_off = visible_to(person, Snooze.objects.select_related("assignment__record__document"))
    context = {
        "topics": digest_lines(digest(person)),
        "rhythm": rhythm_of(person).value,
        "rhythms": list(RHYTHMS.items()),
        "put_off": put_off,
        "crumbs": [{"name": _("My work"), "url": reverse("work")}, {"name": _("Reminders")}],
    }
    return render(request, "web/work/reminders.html", context)


@require_POST
def put_off(request: HttpRequest, number: int) -> HttpResponse:
    """Put off being reminded of one assignment, or be reminded again."""
    if "wake" in request.POST:
        wake(request.user, assignment=number)
        messages.success(request, _("You are reminded of it again."))
        return redirect("reminders")
    until = day_typed(request.POST.get("until", ""))
    try:
        if until is None:
            raise InputProblem(_("This is no day."), next_step=_("Choose a day from today on."))
        made = snooze(
            request.user, assignment=number, until=until, reason=request.POST.get("reason", "")
        )
    except InputProblem as problem:
        return not_put_off(request, number, problem)
    messages.success(request, _("You are not reminded of it until the day after that."))
    return redirect("report", made.assignment_id)
