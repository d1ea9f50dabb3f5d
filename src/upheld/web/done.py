"""The section "What was done" of a record's page: what each body published, and what is under way.

Entries stand side by side, the lead's first, each with its status, date and criteria.
"""

from __future__ import annotations

from typing import Any

from upheld.core.planning import AssignmentState
from upheld.core.roles import Action
from upheld.services.entries import OPEN
from upheld.services.flags import flags
from upheld.services.permissions import Actor, allowed, visible_to
from upheld.services.state_status import state_status
from upheld.store.models import Entry, Record
from upheld.web.flag_words import shown_flags


def done_section(actor: Actor, record: Record) -> dict[str, Any]:
    """What was reported about ``record``, as far as ``actor`` may read it."""
    under_way = visible_to(actor, Entry.objects.filter(record=record, state__in=OPEN))
    mine = [
        asked
        for asked in record.assignments.filter(state=AssignmentState.CONFIRMED).select_related(
            "body"
        )
        if allowed(actor, Action.REPORT, asked.body)
    ]
    return {
        "state_status": state_status(actor, record.pk),
        "under_way": under_way.select_related("body").order_by("body__order", "pk"),
        "to_report": mine,
        "flags": shown_flags(flags(actor, [record.pk]).get(record.pk, ())),
    }
