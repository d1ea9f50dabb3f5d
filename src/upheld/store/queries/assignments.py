"""Assignments of a list, and how far the records addressed to a State are assigned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from upheld.core.items import ItemKind
from upheld.core.planning import AssignmentState, Part
from upheld.core.review import IN_FORCE
from upheld.store.models import Assignment, Body, Event, Record, StateUnderReview
from upheld.store.queries.bodies import LIVE

SOON = timedelta(days=30)
DUES = ("late", "soon", "later", "none")
ASKING = tuple(kind.value for kind in ItemKind if kind not in {ItemKind.POSITIVE, ItemKind.CONCERN})
"""Kinds of items that ask somebody to do something."""


@dataclass(frozen=True, slots=True)
class AssignmentFilter:
    """Which assignments; empty fields ask for nothing.

    ``body`` is a code; ``part`` "lead"; ``state`` "proposed", or "" for those that are live;
    ``due`` one of ``DUES``, seen from ``today``; ``change`` an act of the history.
    """

    body: str = ""
    part: str = ""
    state: str = ""
    due: str = ""
    change: UUID | None = None


def assignments(wanted: AssignmentFilter, today: date) -> QuerySet[Assignment]:
    """The assignments of ``wanted``: those that are due first, then as the records are printed."""
    rows = Assignment.objects.select_related("body", "record__document")
    if wanted.change:
        told = Event.objects.filter(change=wanted.change, object_type="assignment")
        rows = rows.filter(pk__in=[int(pk) for pk in told.values_list("object_id", flat=True)])
    elif wanted.state:
        rows = rows.filter(state=wanted.state)
    else:
        rows = rows.filter(state__in=LIVE)
    if wanted.body:
        rows = rows.filter(body__code=wanted.body)
    if wanted.part:
        rows = rows.filter(part=wanted.part)
    if wanted.due in DUES:
        rows = rows.filter(_due(wanted.due, today))
    return rows.order_by("due", "record__document", "record__order", "record__part", "part", "pk")


def addressed(rows: QuerySet[Record]) -> QuerySet[Record]:
    """Those of ``rows`` in force that ask something of a State of which there are bodies."""
    states = Body.objects.order_by().values("state").distinct()
    return rows.filter(
        review_state__in=list(IN_FORCE),
        kind__in=ASKING,
        document__in=StateUnderReview.objects.filter(iso3__in=states).values("document"),
    )


def coverage(rows: QuerySet[Record]) -> dict[str, int]:
    """How many of the records are *led*, only *supported*, only *proposed*, or *nobody*'s.

    The four add up to all of them.
    """
    lead, support, proposed = (_has(condition) for condition in _CONDITIONS)
    counted = rows.annotate(led=lead, backed=support, offered=proposed)
    total = counted.count()
    led = counted.filter(led=True).count()
    supported = counted.filter(led=False, backed=True).count()
    offered = counted.filter(led=False, backed=False, offered=True).count()
    return {
        "led": led,
        "supported": supported,
        "proposed": offered,
        "nobody": total - led - supported - offered,
    }


def with_coverage(rows: QuerySet[Record], how: str) -> QuerySet[Record]:
    """Those of ``rows`` that are "led", "supported", "proposed" or "nobody"'s."""
    lead, support, proposed = (_has(condition) for condition in _CONDITIONS)
    match how:
        case "led":
            return rows.filter(lead)
        case "supported":
            return rows.filter(~lead, support)
        case "proposed":
            return rows.filter(~lead, ~support, proposed)
        case _:
            return rows.filter(~lead, ~support, ~proposed)


_CONDITIONS = (
    Q(state=AssignmentState.CONFIRMED, part=Part.LEAD),
    Q(state=AssignmentState.CONFIRMED, part=Part.SUPPORT),
    Q(state=AssignmentState.PROPOSED),
)


def _has(condition: Q) -> Exists:
    return Exists(Assignment.objects.filter(condition, record=OuterRef("pk")))


def _due(due: str, today: date) -> Q:
    match due:
        case "late":
            return Q(due__lt=today)
        case "soon":
            return Q(due__gte=today, due__lte=today + SOON)
        case "later":
            return Q(due__gt=today + SOON)
        case _:
            return Q(due=None)
