"""The ways in: a link that works once, a password, a passkey; and the code that is asked after."""

from __future__ import annotations

from django.conf import settings as site
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from upheld.core.errors import InputProblem, Refused
from upheld.services import mailed_links, passkeys, second_factor, sign_in
from upheld.services.outside_sign_in import is_offered
from upheld.services.password_sign_in import sign_in_with_password
from upheld.web.account_forms import ForgottenForm
from upheld.web.entering import (
    DEVICE_COOKIE,
    client_address,
    enter,
    first_factor_given,
    half_way,
    own_address,
    site_of,
)
from upheld.web.own_page import owner, settings_crumbs
from upheld.web.recent_sign_in import note_proof

CHALLENGE = "passkey_challenge"
"""Where the session keeps what a passkey must sign; it is asked for once."""


@never_cache
@sensitive_post_parameters("password")
def ask(request: HttpRequest) -> HttpResponse:
    """Name and password, and the other ways in."""
    destination = request.GET.get("next", "")
    if request.user.is_authenticated and request.method == "GET" and destination:
        return redirect(own_address(request, destination))
    problem: Refused | InputProblem | None = None
    if request.method == "POST":
        try:
            user = sign_in_with_password(
                username=request.POST.get("username", ""),
                password=request.POST.get("password", ""),
                address=client_address(request),
                device_note=request.COOKIES.get(DEVICE_COOKIE, ""),
            )
        except (InputProblem, Refused) as error:
            problem = error
        else:
            return first_factor_given(request, user, how="password", destination=destination)
    context = {
        "problem": problem,
        "username": request.POST.get("username", ""),
        "service": (site.UPHELD_OIDC_NAME or site.UPHELD_OIDC_ISSUER) if is_offered() else "",
        "destination": destination,
    }
    status = problem.http_status if problem else 200
    return render(request, "web/sign_in/ask.html", context, status=status)


@never_cache
def forgotten(request: HttpRequest) -> HttpResponse:
    """A link by mail for who forgot the password; the answer is the same for every name."""
    form = ForgottenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        link = request.build_absolute_uri(reverse("enter", args=["~"]))
        mailed_links.ask_for_link(
            form.cleaned_data["who"], address_of=lambda secret: link.replace("~", secret)
        )
        return redirect(reverse("sign_in_forgotten") + "?asked=1")
    context = {
        "form": form,
        "asked": "asked" in request.GET and not form.is_bound,
        "crumbs": [
            {"name": _("Sign in"), "url": reverse("sign_in")},
            {"name": _("Link by mail")},
        ],
    }
    status = 422 if form.errors else 200
    return render(request, "web/sign_in/forgotten.html", context, status=status)


@never_cache
@sensitive_variables("secret")
def by_link(request: HttpRequest, secret: str) -> HttpResponse:
    """The page behind a link. Only its button uses the link up.

    Mail programs and chat windows open links to preview them; a GET must therefore not sign in.
    """
    if request.method != "POST":
        return render(request, "web/sign_in/link.html")
    user = sign_in.use_link(secret)
    return first_factor_given(request, user, how="link", destination=request.GET.get("next", ""))


@never_cache
@sensitive_post_parameters("code")
def code(request: HttpRequest) -> HttpResponse:
    """The second step: six digits, a recovery code, or a passkey."""
    reached = half_way(request)
    if reached is None:
        return redirect("sign_in")
    user, how, destination = reached
    problem: Refused | InputProblem | None = None
    if request.method == "POST":
        try:
            if request.POST.get("answer"):
                passkeys.sign_in_with_passkey(
                    site_of(request),
                    answer=request.POST["answer"],
                    challenge=request.session.pop(CHALLENGE, ""),
                    user=user,
                )
            else:
                second_factor.check_code(
                    user,
                    code=request.POST.get("code", ""),
                    address=client_address(request),
                    device_note=request.COOKIES.get(DEVICE_COOKIE, ""),
                )
        except (InputProblem, Refused) as error:
            problem = error
        else:
            return enter(request, user, how=how, destination=destination)
    factors = second_factor.factors_of(user)
    question = passkeys.ask(site_of(request), user) if factors.passkeys else None
    if question:
        request.session[CHALLENGE] = question.challenge
    context = {"problem": problem, "factors": factors, "question": question}
    status = problem.http_status if problem else 200
    return render(request, "web/sign_in/code.html", context, status=status)


@never_cache
@sensitive_post_parameters("password", "code")
def again(request: HttpRequest) -> HttpResponse:
    """Who is signed in shows it once more, before they change how they sign in."""
    user = owner(request)
    factors = second_factor.factors_of(user)
    problem: Refused | InputProblem | None = None
    if request.method == "POST":
        given = request.POST.get
        try:
            if given("answer"):
                passkeys.sign_in_with_passkey(
                    site_of(request),
                    answer=given("answer", ""),
                    challenge=request.session.pop(CHALLENGE, ""),
                    user=user,
                )
            else:
                second_factor.show_again(
                    user,
                    password=given("password", ""),
                    code=given("code", ""),
                    address=client_address(request),
                    device_note=request.COOKIES.get(DEVICE_COOKIE, ""),
                )
        except (InputProblem, Refused) as error:
            problem = error
        else:
            note_proof(request)
            return redirect(own_address(request, request.GET.get("next", "")))
    question = passkeys.ask(site_of(request), user) if factors.passkeys else None
    if question:
        request.session[CHALLENGE] = question.challenge
    context = {
        "problem": problem,
        "factors": factors,
        "question": question,
        "asks": "code" if factors else "password" if user.has_usable_password() else "",
        "crumbs": settings_crumbs(_("Is it you?")),
    }
    status = problem.http_status if problem else 200
    return render(request, "web/sign_in/again.html", context, status=status)


@never_cache
def by_passkey(request: HttpRequest) -> HttpResponse:
    """A passkey of this host signs in, without a name; it is both factors in one."""
    problem: Refused | None = None
    if request.method == "POST":
        try:
            user = passkeys.sign_in_with_passkey(
                site_of(request),
                answer=request.POST.get("answer", ""),
                challenge=request.session.pop(CHALLENGE, ""),
            )
        except Refused as error:
            problem = error
        else:
            destination = request.GET.get("next", "")
            return enter(request, user, how="passkey", destination=destination)
    question = passkeys.ask(site_of(request))
    request.session[CHALLENGE] = question.challenge
    context = {
        "question": question,
        "problem": problem,
        "crumbs": [{"name": _("Sign in"), "url": "../"}, {"name": _("Passkey")}],
    }
    status = problem.http_status if problem else 200
    return render(request, "web/sign_in/passkey.html", context, status=status)
