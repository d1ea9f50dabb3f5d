"""Bodies as lists need them: those of a State on a day, with what stands beneath them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from upheld.core.national_bodies import INDEPENDENT
from upheld.core.planning import AssignmentState
from upheld.store.models import Assignment, Body

LIVE = (AssignmentState.PROPOSED.value, AssignmentState.CONFIRMED.value)
"""States of an assignment that still asks something of somebody."""


def in_force_on(day: date, prefix: str = "") -> Q:
    """Bodies that exist on ``day``; an unknown first day counts as long ago."""
    begun = Q(**{f"{prefix}valid_from": None}) | Q(**{f"{prefix}valid_from__lte": day})
    lasting = Q(**{f"{prefix}valid_to": None}) | Q(**{f"{prefix}valid_to__gte": day})
    return begun & lasting


def bodies_on(day: date, *, state: str = "") -> QuerySet[Body]:
    """The bodies that exist on ``day``, in the order of the tree's table."""
    rows = Body.objects.filter(in_force_on(day))
    return rows.filter(state=state) if state else rows


def assignable(day: date, states: Collection[str] = ()) -> QuerySet[Body]:
    """The bodies that can be given something to do on ``day``; of ``states`` where these have any.

    Nobody assigns anything to an independent body: a national institution, civil society, the UN.
    """
    rows = bodies_on(day).exclude(kind__in=[kind.value for kind in INDEPENDENT])
    own = rows.filter(state__in=states)
    return own if states and own.exists() else rows


def live_assignments(bodies: QuerySet[Body] | list[Body]) -> QuerySet[Assignment]:
    """The assignments of ``bodies`` that are proposed or confirmed."""
    return Assignment.objects.filter(body__in=bodies, state__in=LIVE)
