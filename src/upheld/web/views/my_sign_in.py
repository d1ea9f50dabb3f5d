"""How a person signs in, in their settings: password, second factor, passkeys, open sessions."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from upheld.core.errors import InputProblem
from upheld.services import (
    authenticator_app,
    open_sessions,
    passkeys,
    passwords,
    recovery_codes,
    second_factor,
)
from upheld.web.account_forms import ChangePasswordForm, NewPasswordForm
from upheld.web.entering import enter, site_of
from upheld.web.own_page import owner, settings_crumbs
from upheld.web.recent_sign_in import after_recent_sign_in
from upheld.web.views.sign_in import CHALLENGE


@never_cache
@sensitive_post_parameters()
@after_recent_sign_in
def password(request: HttpRequest) -> HttpResponse:
    """Set a first password, or change it; every other session ends."""
    user = owner(request)
    kind = ChangePasswordForm if user.has_usable_password() else NewPasswordForm
    form = kind(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        about = (user.username, user.name, user.email)
        if problem := passwords.problem_with(given["password"], about=about):
            form.add_error("password", problem)
        else:
            try:
                passwords.set_password(
                    user, password=given["password"], current=given.get("current")
                )
            except InputProblem as error:
                form.add_error("current", error.message)
            else:
                answer = enter(request, user, how="password", destination=reverse("settings"))
                messages.success(
                    request, _("Your password is set. You are signed out everywhere else.")
                )
                return answer
    context = {"form": form, "crumbs": settings_crumbs(_("Password"))}
    status = 422 if form.errors else 200
    return render(request, "web/my/password.html", context, status=status)


@never_cache
@after_recent_sign_in
def factors(request: HttpRequest) -> HttpResponse:
    """What a person has besides the password, and what they can add."""
    user = owner(request)
    question = passkeys.ask_new(user, site_of(request))
    request.session[CHALLENGE] = question.challenge
    context = {
        "factors": second_factor.factors_of(user),
        "required": second_factor.is_required_of(user),
        "passkeys": passkeys.passkeys_of(user),
        "question": question,
        "crumbs": settings_crumbs(_("Second factor")),
    }
    return render(request, "web/my/factors.html", context)


@never_cache
@after_recent_sign_in
def app(request: HttpRequest) -> HttpResponse:
    """The QR code for an authenticator app, and the first code that proves it works."""
    user = owner(request)
    problem = None
    if request.method == "POST":
        try:
            authenticator_app.confirm(user, code=request.POST.get("code", ""))
        except InputProblem as error:
            problem = error
        else:
            messages.success(request, _("The authenticator app counts from now on."))
            if recovery_codes.codes_left(user):
                return redirect("my_factors")
            return _codes(request)
    secret = authenticator_app.begin(user)
    picture = authenticator_app.picture(
        authenticator_app.address_for_app(user, secret), title=_("QR code for the app")
    )
    context = {
        "picture": picture,
        "groups": [secret[at : at + 4] for at in range(0, len(secret), 4)],
        "problem": problem,
        "crumbs": settings_crumbs(
            _("Authenticator app"), (_("Second factor"), reverse("my_factors"))
        ),
    }
    return render(
        request, "web/my/app.html", context, status=problem.http_status if problem else 200
    )


@require_POST
@after_recent_sign_in
def remove_app(request: HttpRequest) -> HttpResponse:
    authenticator_app.remove(owner(request))
    messages.success(request, _("The authenticator app is removed."))
    return redirect("my_factors")


@never_cache
@require_POST
@after_recent_sign_in
def codes(request: HttpRequest) -> HttpResponse:
    """Ten new recovery codes, shown in the answer and never again."""
    return _codes(request)


@require_POST
@after_recent_sign_in
def add_passkey(request: HttpRequest) -> HttpResponse:
    made = passkeys.add(
        owner(request),
        site_of(request),
        answer=request.POST.get("answer", ""),
        challenge=request.session.pop(CHALLENGE, ""),
        name=request.POST.get("name", ""),
    )
    messages.success(request, _("The passkey “%(name)s” is kept.") % {"name": made.name})
    return redirect("my_factors")


@require_POST
@after_recent_sign_in
def remove_passkey(request: HttpRequest, number: int) -> HttpResponse:
    passkeys.remove(owner(request), number=number)
    messages.success(request, _("The passkey is removed."))
    return redirect("my_factors")


@never_cache
def sessions(request: HttpRequest) -> HttpResponse:
    """The browsers in which the person is signed in."""
    user = owner(request)
    context = {
        "sessions": open_sessions.sessions_of(user),
        "this": request.session.session_key,
        "crumbs": settings_crumbs(_("Where I am signed in")),
    }
    return render(request, "web/my/sessions.html", context)


@require_POST
def end_session(request: HttpRequest, number: int) -> HttpResponse:
    open_sessions.end(owner(request), number=number)
    messages.success(request, _("The session is ended."))
    return redirect("my_sessions")


@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    open_sessions.end_others(owner(request), session_key=request.session.session_key or "")
    messages.success(request, _("You are signed out everywhere else."))
    return redirect("my_sessions")


def _codes(request: HttpRequest) -> HttpResponse:
    context = {
        "codes": recovery_codes.make_codes(owner(request)),
        "crumbs": settings_crumbs(_("Recovery codes"), (_("Second factor"), reverse("my_factors"))),
    }
    return render(request, "web/my/codes.html", context)
