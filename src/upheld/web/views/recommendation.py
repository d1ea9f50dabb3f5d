"""One recommendation: its words, its source, the history of its position and of its changes.

``/recommendations/A-HRC-26-6-143.27/`` is an address that can be cited. A record that was split,
merged or withdrawn keeps its page and says what took its place.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from upheld.core.document import Span
from upheld.core.roles import Action
from upheld.services.permissions import allowed
from upheld.store.models import Event
from upheld.web.access import readable_record
from upheld.web.assessments import assessment_section
from upheld.web.crumbs import place_of
from upheld.web.done import done_section
from upheld.web.history_reasons import with_documents
from upheld.web.history_words import told
from upheld.web.record_assignments import assignment_section
from upheld.web.record_labels import label_section
from upheld.web.twins import twin_section
from upheld.web.views.review import sheets_of, words_as_printed
from upheld.web.words import ITEM_KINDS


def recommendation(request: HttpRequest, public_id: str) -> HttpResponse:
    """The whole record, printable on two pages."""
    record = readable_record(request, public_id)
    events = list(Event.objects.filter(object_type="record", object_id=public_id))
    context = {
        "record": record,
        "document": record.document,
        "version": record.version,
        "printed": words_as_printed(record),
        "kind_name": ITEM_KINDS[record.kind],
        "states": [row.iso3 for row in record.states.all()],
        "under_review": [row.iso3 for row in record.document.states_under_review.all()],
        "positions": record.positions.select_related("source__relates_to", "entered_by"),
        "history": with_documents(request.user, events, [told(event) for event in events]),
        "parts": record.split_into.all(),
        "sheets": sheets_of(
            record.version, Span(record.start, record.end), record.page, close=False
        ),
        "may_review": allowed(request.user, Action.REVIEW),
        "crumbs": [
            {"name": _("Recommendations"), "url": reverse("recommendations")},
            {"name": place_of(record)},
        ],
    }
    context |= (
        assignment_section(request, record)
        | twin_section(request, record)
        | label_section(request, record)
        | assessment_section(request.user, record)
        | done_section(request.user, record)
    )
    return render(request, "web/recommendation.html", context)
