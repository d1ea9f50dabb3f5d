"""Coming in by a one-time link, going out, and what a person sets for themselves."""

from __future__ import annotations

from django.conf import settings as site
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from upheld.core.errors import Refused
from upheld.core.roles import Role
from upheld.services import accounts, permissions, sign_in
from upheld.services.role_names import ROLE_NAMES

A_YEAR = 365 * 24 * 3600


def ask_for_link(request: HttpRequest) -> HttpResponse:
    """How to come in: there is no password to type."""
    return render(request, "web/sign_in.html")


@never_cache
@sensitive_variables("secret")
def enter(request: HttpRequest, secret: str) -> HttpResponse:
    """The page behind a link. Only its button uses the link up.

    Mail programs and chat windows open links to preview them; a GET must therefore not sign in.
    """
    if request.method != "POST":
        return render(request, "web/enter.html")
    user = sign_in.use_link(secret)
    login(request, user, backend=site.AUTHENTICATION_BACKENDS[0])
    response = HttpResponseRedirect(own_address(request, request.GET.get("next", "")))
    if user.language:
        remember_language(response, user.language)
    return response


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    logout(request)
    messages.info(request, _("You are signed out."))
    return redirect("home")


def settings(request: HttpRequest) -> HttpResponse:
    """Name, roles and language of the person who is signed in."""
    if not request.user.is_authenticated:
        raise Refused(
            _("Settings belong to a person."), next_step=_("Sign in to see and change yours.")
        )
    if request.method == "POST":
        accounts.set_name(request.user, name=request.POST.get("name", ""))
        messages.success(request, _("Your name is saved."))
        return redirect("settings")
    roles = [ROLE_NAMES[role] for role in permissions.roles_of(request.user) - {Role.PUBLIC}]
    return render(request, "web/settings.html", {"roles": sorted(map(str, roles))})


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Switch the language and stay on the page."""
    chosen = request.POST.get("language", "")
    if chosen not in dict(site.LANGUAGES):
        chosen = site.LANGUAGE_CODE
    if request.user.is_authenticated:
        accounts.set_language(request.user, language=chosen)
    response = HttpResponseRedirect(page_before(request))
    remember_language(response, chosen)
    with override(chosen):
        messages.success(request, _("This page is now in English."))
    return response


def page_before(request: HttpRequest) -> str:
    """Where the form was sent from, if that is on this server; else the first page."""
    return own_address(request, request.headers.get("Referer", ""))


def own_address(request: HttpRequest, address: str) -> str:
    """``address`` if it is on this server, else the first page: nobody is sent elsewhere."""
    own = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if own else reverse("home")


def remember_language(response: HttpResponse, chosen: str) -> None:
    response.set_cookie(
        site.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=A_YEAR,
        httponly=True,
        samesite="Lax",
        secure=site.SESSION_COOKIE_SECURE,
    )
