"""Pages that belong to one person: whose they are, and the way back to their settings."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from upheld.core.errors import Refused
from upheld.store.models import User


def owner(request: HttpRequest) -> User:
    """Who is signed in; ``Refused`` for everybody else."""
    if isinstance(request.user, User):
        return request.user
    raise Refused(
        _("Settings belong to a person."), next_step=_("Sign in to see and change yours.")
    )


def settings_crumbs(name: str, *between: tuple[str, str]) -> list[dict[str, Any]]:
    """The breadcrumb of a page below the settings."""
    steps = [(_("Settings"), reverse("settings")), *between]
    return [*({"name": step, "url": url} for step, url in steps), {"name": name}]
