"""Addresses of many pages of one kind: "/recommendations/A-HRC-26-6-143.27/" and the like.

Looking up an address by its name takes longer than writing the row that it stands in, so a list
looks it up once.
"""

from __future__ import annotations

from urllib.parse import quote

from django.urls import reverse

_PLACE = "-place-"
_SAFE = "!$&'()*+,;=~:@"  # what RFC 3986 lets stand in a path


class Addresses:
    """``Addresses("document").of("A-HRC-26-6")`` is "/documents/A-HRC-26-6/", as by ``reverse``."""

    def __init__(self, name: str) -> None:
        self._before, _, self._after = reverse(name, args=[_PLACE]).partition(_PLACE)

    def of(self, word: str) -> str:
        """The address of the page that ``word`` names."""
        return f"{self._before}{quote(word, safe=_SAFE)}{self._after}"
