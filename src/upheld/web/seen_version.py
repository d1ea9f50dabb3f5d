"""The version of a row as the person saw it, which a form sends back to be compared."""

from __future__ import annotations

from django.http import HttpRequest

MOST_DIGITS = 8
"""No row is changed a hundred million times; a longer number was not written by a page."""


def seen_version(request: HttpRequest) -> int:
    """The ``row_version`` that a form sent; 0, which no row has, for what is no number."""
    sent = request.POST.get("row_version", "")
    return int(sent) if sent.isdecimal() and len(sent) <= MOST_DIGITS else 0
