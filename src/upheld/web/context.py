"""What the frame of every page needs: the places that exist, and where the reader stands."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from upheld.core.roles import Action
from upheld.services.permissions import allowed

# The first word of an address tells the place it belongs to: /documents/7/ is in the Library.
PLACE_OF_ADDRESS = {
    "": "home",
    "recommendations": "recommendations",
    "compare": "recommendations",
    "states": "recommendations",
    "work": "work",
    "entries": "work",
    "library": "library",
    "documents": "library",
    "plan": "plans",
    "actions": "plans",
    "indicators": "plans",
    "bodies": "bodies",
    "assignments": "bodies",
    "overview": "overview",
    "settings": "settings",
    "history": "settings",
    "users": "settings",
}

WORK = (Action.REPORT, Action.VALIDATE, Action.ACCEPT)
"""Who may do one of these has entries to write or to pass on."""


def page(request: HttpRequest) -> dict[str, Any]:
    """Context processor: ``web_places``, ``web_here`` and ``web_languages``."""
    here = PLACE_OF_ADDRESS.get(request.path.split("/")[1], "")
    names = {
        "home": _("Home"),
        "work": _("My work"),
        "recommendations": _("Recommendations"),
        "plans": _("Plan"),
        "overview": _("Overview"),
        "bodies": _("Bodies"),
        "library": _("Library"),
    }
    if not allowed(request.user, Action.READ):
        names = {"home": names["home"]}  # every other place would only refuse
    elif not any(allowed(request.user, action) for action in WORK):
        del names["work"]
    places = [
        {"name": name, "url": url, "current": key == here, "exact": request.path == url}
        for key, name in names.items()
        for url in (reverse(key),)
    ]
    return {"web_places": places, "web_here": here, "web_languages": settings.LANGUAGES}
