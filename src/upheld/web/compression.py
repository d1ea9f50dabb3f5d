"""Compressing what is text, so that a page comes over a weak line in a fraction of its bytes.

Pictures, PDF and workbooks are compressed already and stay as they are. Django adds a random number
of bytes to each compressed answer, so that its length tells nothing of a secret within it.
"""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

TEXTS = ("text/", "application/json", "application/javascript", "image/svg+xml")


class Compression(GZipMiddleware):
    """Middleware: gzip for texts where the browser takes it."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if not response.headers.get("Content-Type", "").startswith(TEXTS):
            return response
        return super().process_response(request, response)
