"""The last steps of signing in, the same for every way: second factor, session, known device.

Between the two factors the session holds who was half recognised, for ten minutes and for nothing
else: no page takes such a person for signed in.
"""

from __future__ import annotations

import time
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings as site
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from upheld.services import known_devices, open_sessions, second_factor
from upheld.services.passkeys import Site
from upheld.store.models import User

DEVICE_COOKIE = "upheld_device"
HALF_WAY = "half_way"
SECONDS_HALF_WAY = 600
A_YEAR = 365 * 24 * 3600


def first_factor_given(
    request: HttpRequest, user: User, *, how: str, destination: str
) -> HttpResponse:
    """Ask for the second factor if ``user`` has one; else let them in."""
    if not second_factor.factors_of(user):
        return enter(request, user, how=how, destination=destination)
    request.session.flush()  # nothing that was in this session before goes on
    request.session[HALF_WAY] = {
        "user": user.pk,
        "of": user.get_session_auth_hash(),
        "at": int(time.time()),
        "how": how,
        "next": destination,
    }
    return redirect("sign_in_code")


def half_way(request: HttpRequest) -> tuple[User, str, str] | None:
    """Who gave the first factor here less than ten minutes ago, how, and where they want to go."""
    held = request.session.get(HALF_WAY)
    if not held or held["at"] < time.time() - SECONDS_HALF_WAY:
        return None
    user = User.objects.filter(pk=held["user"], is_active=True).first()
    if user is None or user.get_session_auth_hash() != held["of"]:
        return None
    return user, held["how"], held["next"]


def enter(request: HttpRequest, user: User, *, how: str, destination: str) -> HttpResponse:
    """Begin a session with a new key for ``user`` and lead on to ``destination``, if it is ours."""
    request.session.pop(HALF_WAY, None)
    login(request, user, backend=site.AUTHENTICATION_BACKENDS[0])
    request.session["seen_at"] = int(time.time())
    request.session.cycle_key()  # a key of its own from here on
    open_sessions.begin(
        user,
        session_key=request.session.session_key or "",
        agent=request.headers.get("User-Agent", ""),
        how=how,
    )
    response = HttpResponseRedirect(own_address(request, destination))
    remember_device(request, response, user)
    if user.language:
        remember_language(response, user.language)
    return response


def remember_device(request: HttpRequest, response: HttpResponse, user: User) -> None:
    """Let the browser keep a note that makes it a known device, unless it has one already."""
    note = request.COOKIES.get(DEVICE_COOKIE, "")
    if known_devices.device_of(note, user.username):
        return
    response.set_cookie(
        DEVICE_COOKIE,
        known_devices.note_for(user),
        max_age=known_devices.LIFETIME,
        httponly=True,
        samesite="Lax",
        secure=site.SESSION_COOKIE_SECURE or request.is_secure(),
        path=reverse("sign_in"),
    )


def remember_language(response: HttpResponse, chosen: str) -> None:
    """Let the browser keep the language of the pages."""
    response.set_cookie(
        site.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=A_YEAR,
        httponly=True,
        samesite="Lax",
        secure=site.SESSION_COOKIE_SECURE,
    )


def own_address(request: HttpRequest, address: str) -> str:
    """``address`` if it is on this server, else the first page: nobody is sent elsewhere."""
    own = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if own else reverse("home")


def client_address(request: HttpRequest) -> str:
    """Where a request comes from, for counting failures: of IPv6 the network that one house has."""
    given = request.META.get("REMOTE_ADDR", "")
    try:
        address = ip_address(given)
    except ValueError:
        return ""  # a socket has no address
    if isinstance(address, IPv6Address):
        return str(ip_network((address, 64), strict=False))
    return str(address)


def site_of(request: HttpRequest) -> Site:
    """Where passkeys for these pages belong: the host without its port, and the whole origin."""
    host = request.get_host()
    return Site(host.rsplit(":", 1)[0], f"{request.scheme}://{host}")
