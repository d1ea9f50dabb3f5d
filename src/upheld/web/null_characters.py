"""Addresses with the character NUL in them: no text has it, and PostgreSQL looks for none."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

UNKNOWN, UNKNOWN_QUOTED = "\ufffd", "%EF%BF%BD"
"""Stands for a character that cannot be; nothing is found by it."""


class NullCharacters:
    """Middleware: a NUL in an address is read as an unknown character."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.path_info = request.path_info.replace("\0", UNKNOWN)
        asked = request.META.get("QUERY_STRING", "")
        request.META["QUERY_STRING"] = asked.replace("%00", UNKNOWN_QUOTED)
        return self.get_response(request)
