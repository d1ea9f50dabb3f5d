"""Bodies added, corrected, ended: one form each."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.core.roles import Action
from upheld.services.bodies import add_body, change_body, end_body
from upheld.services.body_page import body_named
from upheld.services.body_tree import states_with_bodies
from upheld.services.body_undo import undo_bodies
from upheld.services.permissions import authorise, authorise_everywhere
from upheld.store.models import Body
from upheld.store.queries.bodies import bodies_on
from upheld.web.body_forms import BodyForm, EndForm, NewBodyForm
from upheld.web.body_words import name_of


def add(request: HttpRequest) -> HttpResponse:
    """A new body."""
    authorise_everywhere(request.user, Action.MANAGE_BODIES)
    bodies = bodies_on(timezone.localdate())
    states = states_with_bodies(request.user)
    initial = {
        "state": states[0] if len(states) == 1 else "",
        "parent": request.GET.get("below", ""),
    }
    form = NewBodyForm(request.POST or None, bodies=bodies, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = add_body(request.user, row=form.row(state=given["state"], code=given["code"]))
        except InputProblem as problem:
            form.add_error(None, f"{problem.message} {problem.next_step}")
        else:
            messages.success(request, _("%(body)s is in the tree.") % {"body": name_of(made)})
            return redirect("body", made.code)
    return _form_page(request, form, _("Add a body"), reverse("bodies"), [])


def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Correct a body, or place it below another one."""
    body = manageable(request, code)
    bodies = bodies_on(timezone.localdate()).exclude(pk=body.pk)
    if body.parent:
        bodies = (bodies | Body.objects.filter(pk=body.parent.pk)).distinct()
    form = BodyForm(request.POST or None, bodies=bodies, initial=BodyForm.initial_of(body))
    if request.method == "POST" and form.is_valid():
        try:
            change_body(
                request.user,
                code=code,
                row_version=form.cleaned_data["row_version"] or 0,
                row=form.row(body),
            )
        except InputProblem as problem:
            form.add_error(None, f"{problem.message} {problem.next_step}")
        else:
            messages.success(request, _("Saved."))
            return redirect("body", code)
    return _form_page(request, form, _("Correct or place elsewhere"), reverse("body", args=[code]),
                      [_crumb(body)])  # fmt: skip


def end(request: HttpRequest, code: str) -> HttpResponse:
    """Give a body its last day when nothing follows it."""
    body = manageable(request, code)
    initial = {"row_version": body.row_version, "last_day": body.valid_to or timezone.localdate()}
    form = EndForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            end_body(
                request.user,
                code=code,
                row_version=given["row_version"],
                last_day=given["last_day"],
            )
        except InputProblem as problem:
            form.add_error(None, f"{problem.message} {problem.next_step}")
        else:
            messages.success(request, _("Saved."))
            return redirect("body", code)
    return _form_page(request, form, _("End without successor"), reverse("body", args=[code]),
                      [_crumb(body)])  # fmt: skip


def undo(request: HttpRequest) -> HttpResponse:
    """Take back the person's last act on a body."""
    if request.method != "POST":
        return redirect("bodies")
    try:
        change = UUID(request.POST.get("change", ""))
    except ValueError as error:
        raise InputProblem(_("There is nothing to undo.")) from error
    undo_bodies(request.user, change=change)
    messages.info(request, _("The bodies and all that went over are as before."))
    code = request.POST.get("body", "")
    return redirect("body", code) if body_named(request.user, code) else redirect("bodies")


def manageable(request: HttpRequest, code: str) -> Body:
    """The body of the address, for who may change it; 404 where there is none."""
    authorise(request.user, Action.MANAGE_BODIES)
    body = body_named(request.user, code)
    if body is None:
        raise Http404
    authorise(request.user, Action.MANAGE_BODIES, body)
    return body


def _crumb(body: Body) -> dict[str, str]:
    return {"name": str(name_of(body)), "url": reverse("body", args=[body.code])}


def _form_page(
    request: HttpRequest,
    form: BodyForm | EndForm,
    heading: str,
    back: str,
    crumbs: list[dict[str, str]],
) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "back": back,
        "crumbs": [
            {"name": _("Bodies"), "url": reverse("bodies")},
            *crumbs,
            {"name": heading},
        ],
    }
    status = 422 if form.errors else 200
    return render(request, "web/bodies/form.html", context, status=status)
