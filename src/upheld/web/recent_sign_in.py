"""How one signs in is changed only shortly after one signed in, or showed again who one is.

Whoever finds a browser that somebody left open must not be able to add a passkey of their own, or
to take the second factor away. The session holds when its person last gave a password, a code, a
passkey or a link; fifteen minutes later it is asked for again.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

PROVED_AT = "proved_at"
SECONDS = 15 * 60

_More = ParamSpec("_More")
_View = Callable[Concatenate[HttpRequest, _More], HttpResponse]


def note_proof(request: HttpRequest) -> None:
    """The person has just shown who they are."""
    request.session[PROVED_AT] = int(time.time())


def is_recent(request: HttpRequest) -> bool:
    """Whether they did so less than fifteen minutes ago."""
    proved_at: int = request.session.get(PROVED_AT, 0)
    return proved_at > time.time() - SECONDS


def after_recent_sign_in(view: _View[_More]) -> _View[_More]:
    """The page, or first the one that asks who it is; what was sent meanwhile is not done."""

    @wraps(view)
    def asked(request: HttpRequest, /, *args: _More.args, **kwargs: _More.kwargs) -> HttpResponse:
        if request.user.is_authenticated and not is_recent(request):
            back = request.path if request.method == "GET" else reverse("my_factors")
            return redirect(f"{reverse('sign_in_again')}?{urlencode({'next': back})}")
        return view(request, *args, **kwargs)

    return asked
