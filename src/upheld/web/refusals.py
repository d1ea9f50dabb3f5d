"""Turns the four ways of saying no into pages that say why and what to do now.

``Refused`` becomes 403, ``Conflict`` 409, ``InputProblem`` 422, ``Unavailable`` 503. Anything else
is a bug: it gets a number that stands both in the log and on the page.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from urllib.parse import urlsplit

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from upheld.core.errors import Conflict, InputProblem, Refused, UpheldError
from upheld.services.who_could import Could, who_could
from upheld.web.templatetags.upheld import next_step, sentence
from upheld.web.whole_page import whole_page

logger = logging.getLogger("upheld.web")


class Refusals:
    """Middleware: an ``UpheldError`` raised by a view or a service becomes its page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, UpheldError):
            return refusal_page(request, error)
        request.error_id = secrets.token_hex(4)  # type: ignore[attr-defined]
        logger.error("error %s at %s", request.error_id, request.path)  # type: ignore[attr-defined]
        return None


def refusal_page(request: HttpRequest, error: UpheldError) -> HttpResponse:
    """The page for an expected refusal, with the status that belongs to it."""
    headings = {
        Refused: _("You may not do this"),
        Conflict: _("Someone else changed this first"),
        InputProblem: _("This cannot be used as it is"),
    }
    return error_page(
        request,
        status=error.http_status,
        heading=headings.get(type(error), _("This does not work at the moment")),
        message=error.message,
        next_step=error.next_step,
        findings=getattr(error, "findings", ()),
        offer_sign_in=isinstance(error, Refused) and not request.user.is_authenticated,
        why=_why(request, error),
    )


def _why(request: HttpRequest, error: UpheldError) -> Could | None:
    """Which permission is missing and who has it, where the refusal is about a permission."""
    if not isinstance(error, Refused) or error.action is None:
        return None
    return who_could(request.user, action=error.action, body_code=error.body)


def in_words(error: UpheldError) -> str:
    """What is wrong and what to do now, for a form; findings are in the reader's language."""
    findings = getattr(error, "findings", ())
    said = [f"{sentence(one)} {next_step(one)}".strip() for one in findings]
    return " ".join(said) or f"{error.message} {error.next_step}".strip()


def _page_before(request: HttpRequest) -> str:
    """The page of ours from which the reader came, "" where that is not known or this one."""
    before = request.headers.get("referer", "")
    ours = url_has_allowed_host_and_scheme(
        before, {request.get_host()}, require_https=request.is_secure()
    )
    if not ours or before == request.build_absolute_uri():
        return ""
    return urlsplit(before)._replace(scheme="", netloc="").geturl()


def error_page(request: HttpRequest, *, status: int, **context: object) -> HttpResponse:
    """A whole page also where a piece of one was asked for, so that nothing fails in silence."""
    if not hasattr(request, "user"):
        # Refused before anybody was recognised, as for a host that is not ours.
        request.user = AnonymousUser()
    else:
        context.setdefault("back", _page_before(request))
    return whole_page(request, render(request, "web/errors/error.html", context, status=status))
