"""The way to a record, as the pages below it print it: "Recommendations / A/HRC/56/920, 140.1"."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from upheld.store.models import Record
from upheld.web.record_names import number_of
from upheld.web.words import name_of


def place_of(record: Record) -> str:
    """Where a record stands, as people cite it: "A/HRC/56/920, 140.1"."""
    return f"{name_of(record.document)}, {number_of(record)}"


def way_to(record: Record) -> list[dict[str, str]]:
    """The crumbs down to a record; the page itself adds its own."""
    return [
        {"name": _("Recommendations"), "url": reverse("recommendations")},
        {"name": place_of(record), "url": reverse("recommendation", args=[record.public_id])},
    ]
