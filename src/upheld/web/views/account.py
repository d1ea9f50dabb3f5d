"""Going out, and what a person sets for themselves."""

from __future__ import annotations

from django.conf import settings as site
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST

from upheld.core.roles import Action, Role
from upheld.services import accounts, open_sessions, permissions, second_factor
from upheld.services.role_names import ROLE_NAMES
from upheld.store.models import User
from upheld.web.entering import own_address, remember_language
from upheld.web.own_page import owner


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    if isinstance(request.user, User) and request.session.session_key:
        open_sessions.end_all(request.user, session_key=request.session.session_key)
    logout(request)
    messages.info(request, _("You are signed out."))
    return redirect("home")


def settings(request: HttpRequest) -> HttpResponse:
    """Name, language and ways of signing in of the person who is signed in."""
    user = owner(request)
    if request.method == "POST":
        accounts.set_name(user, name=request.POST.get("name", ""))
        messages.success(request, _("Your name is saved."))
        return redirect("settings")
    roles = [ROLE_NAMES[role] for role in permissions.roles_of(user) - {Role.PUBLIC}]
    return render(
        request,
        "web/settings.html",
        {
            "roles": sorted(map(str, roles)),
            "factors": second_factor.factors_of(user),
            "may_manage_users": permissions.allowed(user, Action.MANAGE_USERS),
            "may_read_history": permissions.allowed(user, Action.VERIFY),
            "may_read": permissions.allowed(user, Action.READ),
            "sessions": len(open_sessions.sessions_of(user)),
        },
    )


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
