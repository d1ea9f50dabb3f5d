"""Milestones of an action: a step added, said to be done, taken out."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from upheld.core.errors import InputProblem
from upheld.core.roles import Action
from upheld.core.typed_days import day_typed
from upheld.services import milestones as services
from upheld.services.permissions import authorise
from upheld.store.models import Milestone
from upheld.web.plan_forms import MilestoneForm
from upheld.web.refusals import in_words
from upheld.web.views.plan_actions import action_page, readable_action


@require_POST
def add(request: HttpRequest, number: int) -> HttpResponse:
    """A step of the action with its day; what is missing is said at its field."""
    row = readable_action(request, number)
    authorise(request.user, Action.PLAN, row.lead)
    form = MilestoneForm(request.POST)
    if form.is_valid():
        try:
            services.add_milestone(
                request.user, action=row.pk, titles=form.titles(), due=form.cleaned_data["due"]
            )
        except InputProblem as problem:
            form.add_error(None, in_words(problem))
    if form.errors:
        return action_page(request, row, form)
    messages.success(request, _("Saved."))
    return redirect(reverse("planned_action", args=[row.pk]) + "#milestones")


@require_POST
def change(request: HttpRequest, number: int) -> HttpResponse:
    """Say that a step was done today, take that back, or take the step out."""
    authorise(request.user, Action.READ)
    row = Milestone.objects.filter(pk=number).first()
    if row is None:
        raise Http404
    if "remove" in request.POST:
        services.remove_milestone(request.user, milestone=number)
        messages.info(request, _("The milestone is taken out; the history keeps its words."))
    else:
        day = day_typed(request.POST.get("done_on", "")) or timezone.localdate()
        done_on = None if "undo" in request.POST else day
        services.set_milestone_done(request.user, milestone=number, done_on=done_on)
        messages.success(request, _("Saved."))
    return redirect(reverse("planned_action", args=[row.action_id]) + "#milestones")
