"""The page behind an invitation: what it gives, and the name and password of the new account."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from upheld.core.errors import InputProblem
from upheld.services import invitations
from upheld.services.passwords import problem_with
from upheld.web.account_forms import AcceptForm
from upheld.web.entering import enter
from upheld.web.grants import shown


@never_cache
@sensitive_variables("secret")
@sensitive_post_parameters("password", "again")
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """A GET only shows; the form makes the account and signs its owner in."""
    found = invitations.invitation_of(secret)
    proposed = found.email.partition("@")[0].lower()
    form = AcceptForm(request.POST or None, initial={"name": found.name, "username": proposed})
    if request.method == "POST":
        _check(form, found.email)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            user = invitations.accept(
                secret,
                username=given["username"],
                name=given["name"],
                password=given["password"],
            )
        except InputProblem as error:
            form.add_error(None, error.message)  # the name was taken a moment ago
        else:
            return enter(request, user, how="invitation", destination="")
    grants = [shown(grant) for grant in invitations.grants_of(found)]
    context = {"invitation": found, "form": form, "grants": grants}
    status = 422 if form.errors else 200
    return render(request, "web/sign_in/invitation.html", context, status=status)


def _check(form: AcceptForm, email: str) -> None:
    """Every field that cannot be used says so at once, not one after the other."""
    form.full_clean()
    username, name = form.cleaned_data.get("username", ""), form.cleaned_data.get("name", "")
    password = form.cleaned_data.get("password", "")
    if username and (problem := invitations.problem_with_name(username)):
        form.add_error("username", problem)
    if password and (problem := problem_with(password, about=(username, name, email))):
        form.add_error("password", problem)
