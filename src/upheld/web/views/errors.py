"""The pages for 400, 403, 404 and 500, and for a form that was left open too long."""

from __future__ import annotations

import secrets

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from upheld.web.refusals import error_page


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(
        request,
        status=400,
        heading=_("This request cannot be understood"),
        message=_("The address or the form carries something that Upheld does not expect."),
        next_step=_("Go back and try again from the page itself."),
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(
        request,
        status=403,
        heading=_("You may not do this"),
        message=str(exception) or _("This page is not open to you."),
        next_step=_("An administrator can give you the role that it needs."),
        offer_sign_in=not request.user.is_authenticated,
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(
        request,
        status=404,
        heading=_("There is nothing at this address"),
        message=_("The page does not exist, or it is not open to you."),
        next_step=_(
            "Check the address. Recommendations and documents keep their addresses; "
            "search for what you need in the list."
        ),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    return error_page(
        request,
        status=500,
        heading=_("Something went wrong in Upheld"),
        message=_("Nothing was saved. The error has been written to the log with its number."),
        next_step=_("Try again. If it happens again, give the number to your administrator."),
        error_id=getattr(request, "error_id", "") or secrets.token_hex(4),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return error_page(
        request,
        status=403,
        heading=_("The form was open too long"),
        message=_("For your safety a form is only accepted from the page that showed it."),
        next_step=_("Go back, load the page again, and send the form once more."),
    )
