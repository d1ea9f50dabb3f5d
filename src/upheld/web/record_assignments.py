"""The block "Who must act" on the page of a record."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from upheld.core.roles import Action
from upheld.services.assignment_list import live_parts
from upheld.services.permissions import allowed
from upheld.store.models import Event, Record
from upheld.store.queries.bodies import LIVE
from upheld.web.body_history import told_of_body


def assignment_section(request: HttpRequest, record: Record) -> dict[str, Any]:
    """The parts that hold, what became of those before, and whether the reader may change them."""
    every = live_parts(request.user, record)
    names = [str(one.pk) for one in every]
    events = Event.objects.filter(object_type="assignment", object_id__in=names)
    bodies = {str(one.pk): one.body for one in every}
    return {
        "assigned": [one for one in every if one.state in LIVE],
        "assignment_history": [(told_of_body(event), bodies[event.object_id]) for event in events],
        "may_assign": allowed(request.user, Action.ASSIGN),
    }
