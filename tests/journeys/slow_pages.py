"""A line on which a page comes in two parts: finds the journey that does not wait for what it asks.

A browser reports a click as done when the first letters of the answer are there. A journey that
then looks at the page at once passes on a quiet machine and fails on a busy one. ``--slow-pages``
makes every machine a busy one.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import sleep
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse

BEFORE, BETWEEN = 0.1, 0.6
"""Seconds before the first letters of a page, and before the rest of it."""

FIRST = 30


class InTwoParts:
    """The body of a page, its first letters well before the rest."""

    def __init__(self, response: HttpResponse) -> None:
        self.response = response

    def __iter__(self) -> Iterator[bytes]:
        sleep(BEFORE)
        yield self.response.content[:FIRST]
        sleep(BETWEEN)
        yield self.response.content[FIRST:]

    def close(self) -> None:
        self.response.close()


def slow_down() -> None:
    """From now on every page of this process's server comes in two parts; files come at once."""
    at_once = WSGIHandler.__call__

    def in_two_parts(self: WSGIHandler, environ: dict[str, Any], start: Any) -> Any:
        response = at_once(self, environ, start)
        is_page = isinstance(response, HttpResponse) and "html" in response.get("Content-Type", "")
        return InTwoParts(response) if is_page else response

    WSGIHandler.__call__ = in_two_parts  # type: ignore[method-assign]
