"""Two reviewers at once: the page that shows both versions and says what can be done.

Nothing was overwritten. The person keeps what stands, or looks at it and enters their own values
over it, now knowing it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from upheld.core.errors import Conflict
from upheld.services.permissions import visible_to
from upheld.store.models import Record
from upheld.store.queries.last_act import last_change
from upheld.web.whole_page import whole_page
from upheld.web.words import name_of


def conflict_page(
    request: HttpRequest, before: Record, error: Conflict, yours: Mapping[str, Any] | None = None
) -> HttpResponse:
    """409 with what stands now beside what the person wanted, if they had typed something.

    ``yours`` holds number, text, states (ISO codes) and position as typed.
    """
    record = visible_to(request.user, Record.objects.all()).get(pk=before.pk)
    context = {
        "document": before.document,
        "record": record,
        "states": [row.iso3 for row in record.states.all()],
        "position": record.current_position,
        "yours": yours,
        "change": last_change(record),
        "error": error,
        "crumbs": [
            {"name": _("Library"), "url": reverse("library")},
            {
                "name": name_of(before.document),
                "url": reverse("document", args=[before.document.slug]),
            },
            {"name": _("Someone else changed this first")},
        ],
    }
    return whole_page(request, render(request, "web/review/conflict.html", context, status=409))
