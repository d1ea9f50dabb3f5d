"""Middleware: who must have a second factor sets it up before anything else; sessions are seen."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from upheld.services import open_sessions, second_factor
from upheld.store.models import User

AN_HOUR = 3600


class SecondFactorFirst:
    """Leads people whose role needs a second factor to the page that adds one.

    Nothing is asked of the database where ``UPHELD_SECOND_FACTOR`` names no role.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.UPHELD_SECOND_FACTOR and isinstance(request.user, User):
            user = request.user
            if (
                not _is_on_the_way(request)
                and second_factor.is_required_of(user)
                and not second_factor.factors_of(user)
            ):
                return redirect("my_factors")
        return self.get_response(request)


class SessionSeen:
    """Writes down once an hour that a session is in use, for the list of sessions."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        seen_at = request.session.get("seen_at")
        if seen_at is not None and seen_at < time.time() - AN_HOUR:
            request.session["seen_at"] = int(time.time())
            open_sessions.seen(request.session.session_key or "")
        return self.get_response(request)


def _is_on_the_way(request: HttpRequest) -> bool:
    """Whether the address belongs to setting a factor up, to leaving, or to everybody."""
    names = ("my_factors", "sign_in", "sign_out", "language", "about", "health")
    begins = tuple(reverse(name) for name in names)
    return request.path.startswith((*begins, settings.STATIC_URL))
