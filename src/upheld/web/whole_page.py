"""A whole page as the answer to a request for a piece of one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse


def whole_page(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Tells htmx to show ``response`` in place of the whole content, and not of one pane."""
    if request.headers.get("HX-Request") == "true":
        response["HX-Retarget"] = "#main"
        response["HX-Reselect"] = "#main"
        response["HX-Reswap"] = "outerHTML show:top"
    return response
