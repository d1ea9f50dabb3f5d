"""To the sign-in service of the State and back."""

from __future__ import annotations

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from upheld.core.errors import Refused
from upheld.services import outside_sign_in
from upheld.services.outside_sign_in import Journey
from upheld.web.entering import first_factor_given

JOURNEY = "sign_in_service"


@never_cache
def go(request: HttpRequest) -> HttpResponse:
    """Send the person to the service; the session remembers what the answer must hold."""
    address, journey = outside_sign_in.begin(_return_to(request))
    request.session[JOURNEY] = asdict(journey) | {"next": request.GET.get("next", "")}
    return HttpResponseRedirect(address)


@never_cache
def back(request: HttpRequest) -> HttpResponse:
    """Where the service sends the person: each answer counts once."""
    held = request.session.pop(JOURNEY, None)
    if held is None:
        raise Refused(
            _("The sign-in service did not recognise you."),
            next_step=_("Begin again, or sign in in another way."),
        )
    destination = held.pop("next")
    user = outside_sign_in.sign_in_with_service(
        code=request.GET.get("code", ""),
        state=request.GET.get("state", ""),
        journey=Journey(**held),
        return_to=_return_to(request),
    )
    return first_factor_given(request, user, how="service", destination=destination)


def _return_to(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("sign_in_service_back"))
