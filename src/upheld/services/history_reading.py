"""The history as a person may read it: what is hidden from them leaves no line, number or gap.

Lines are told by what they are about. Whoever may not see an entry, an assessment or a piece of
evidence is told nothing about it: no line, no count, no number of a line that would leave a gap.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone

from upheld.core.entries import EntryState
from upheld.core.national_bodies import NationalBodyKind
from upheld.core.roles import Action
from upheld.services.held_roles import EVERY_BODY, Actor, bodies_for
from upheld.services.permissions import allowed, authorise, refusal, visible_to
from upheld.store.models import (
    Assessment,
    Assignment,
    Entry,
    Event,
    Evidence,
    Invitation,
    Record,
    Reply,
    ReturnedSheet,
    User,
)

ON_A_PAGE = 50

OPEN = (
    "record", "document", "reading", "finding", "import", "label", "body", "assignment", "plan",
    "action", "indicator", "law",
)  # fmt: skip
"""Things that every member may read, and all that happened to them."""

OWN_ACTS = ("assignment.snooze", "assignment.wake")
"""What concerns nobody but who did it."""

RELEASED = ("assessment.publish", "assessment.withdraw")


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Whose acts, on what, which and when; empty fields ask for nothing.

    ``person`` is a sign-in name, ``kind`` "entry", ``act`` "entry.publish".
    """

    person: str = ""
    kind: str = ""
    act: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Events, the newest first. ``older`` is what the address of the next page has, "" at the end.

    It names the last line by its seal: a number would tell how many lines lie between.
    """

    events: list[Event]
    older: str


def visible_events(actor: Actor) -> QuerySet[Event]:
    """The events that ``actor`` may read, the oldest first. Who: members; others read none."""
    if not isinstance(actor, User) or not allowed(actor, Action.READ):
        return Event.objects.none()
    seen = Q(object_type__in=OPEN) & ~Q(action__in=OWN_ACTS)
    seen |= Q(action__in=OWN_ACTS, actor=actor.pk)
    for kind, rule in _RULES.items():
        seen |= Q(object_type=kind) & rule(actor)
    return Event.objects.filter(seen)


def history_page(actor: Actor, wanted: HistoryFilter, *, before: str = "") -> HistoryPage:
    """Fifty events of ``wanted`` that happened before the line ``before``.

    Who: administrators and coordinators of the whole folder.
    """
    who = authorise(actor, Action.VERIFY)
    return _page(_chosen(visible_events(who), wanted), before)


def history_of_person(actor: Actor, person: User, *, before: str = "") -> HistoryPage:
    """What ``person`` did, and what was done to their account. Who: they, and who may see them."""
    if not may_read_about(actor, person):
        raise refusal(actor, Action.VERIFY)
    about = Q(object_type="user", object_id=person.username)
    return _page(visible_events(actor).filter(Q(actor=person.pk) | about), before)


def may_read_about(actor: Actor, person: User) -> bool:
    """Whether ``actor`` may read the history of ``person``."""
    if not isinstance(actor, User) or not allowed(actor, Action.READ):
        return False
    if actor.pk == person.pk or allowed(actor, Action.VERIFY):
        return True
    return allowed(actor, Action.MANAGE_USERS) and (
        visible_to(actor, User.objects.filter(pk=person.pk)).exists()
    )


def history_of_record(actor: Actor, record: Record) -> QuerySet[Event]:
    """What happened to a record, who must act on it, what was reported and said of it.

    The oldest first. Who: every member, each what they may see.
    """
    who = authorise(actor, Action.READ)
    about = Q(object_type="record", object_id=record.public_id)
    for kind, rows in (
        ("assignment", Assignment.objects.filter(record=record)),
        ("entry", Entry.objects.filter(record=record)),
        ("assessment", Assessment.objects.filter(record=record)),
        ("evidence", Evidence.objects.filter(record=record)),
        ("reply", Reply.objects.filter(Q(entry__record=record) | Q(assessment__record=record))),
    ):
        about |= Q(object_type=kind, object_id__in=_names(rows))
    return visible_events(who).filter(about).order_by("seq")


def _page(rows: QuerySet[Event], before: str) -> HistoryPage:
    last = _line(rows, before)
    rows = rows.order_by("-seq")
    if last:
        rows = rows.filter(seq__lt=last.seq)
    found = list(rows[: ON_A_PAGE + 1])
    events = found[:ON_A_PAGE]
    older = f"{events[-1].change}.{events[-1].hash}" if len(found) > ON_A_PAGE else ""
    return HistoryPage(events, older)


def _line(rows: QuerySet[Event], named: str) -> Event | None:
    """The line that an address names; the change has an index, the seal has none."""
    change, _dot, seal = named.partition(".")
    try:
        key = UUID(change)
    except ValueError:
        return None
    return rows.filter(change=key, hash=seal).first()


def _chosen(rows: QuerySet[Event], wanted: HistoryFilter) -> QuerySet[Event]:
    if wanted.person:
        rows = rows.filter(actor__username=wanted.person)
    if wanted.kind:
        rows = rows.filter(object_type=wanted.kind)
    if wanted.act:
        rows = rows.filter(action=wanted.act)
    if wanted.day:
        begin = timezone.make_aware(datetime.combine(wanted.day, time.min))
        rows = rows.filter(time__gte=begin, time__lt=begin + timedelta(days=1))
    return rows


def _names(rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    """The keys of ``rows`` as the history writes them."""
    cited: QuerySet[Any, Any] = rows.order_by().annotate(cited=Cast("pk", CharField()))
    return cited.values("cited")


def _of(actor: Actor, action: Action, field: str) -> Q:
    bodies = bodies_for(actor, action)
    return ~Q(pk__in=()) if bodies is EVERY_BODY else Q(**{f"{field}__in": bodies})


def _entries(actor: Actor) -> Q:
    """All acts on entries that one may read before they are published; else the publication."""
    seen = visible_to(actor, Entry.objects.all())
    inside = seen.filter(_of(actor, Action.READ_ENTRIES, "body"))
    published = seen.filter(state=EntryState.PUBLISHED)
    return Q(object_id__in=_names(inside)) | Q(
        action="entry.publish", object_id__in=_names(published)
    )


def _assessments(actor: Actor) -> Q:
    """One's own; of others that they published or withdrew."""
    seen = visible_to(actor, Assessment.objects.all())
    own = _of(actor, Action.ASSESS, "assessor")
    if allowed(actor, Action.GRADE):
        own |= Q(assessor__kind=NationalBodyKind.UN_BODY)
    return Q(object_id__in=_names(seen.filter(own))) | Q(
        action__in=RELEASED, object_id__in=_names(seen)
    )


def _evidence(actor: Actor) -> Q:
    """Of one's own bodies, as far as one may see the piece itself."""
    seen = visible_to(actor, Evidence.objects.all())
    entry = Q(entry__isnull=False) & _of(actor, Action.READ_ENTRIES, "body")
    assessment = Q(assessment__isnull=False) & _of(actor, Action.ASSESS, "body")
    return Q(object_id__in=_names(seen.filter(entry | assessment)))


def _replies(actor: Actor) -> Q:
    return Q(object_id__in=_names(visible_to(actor, Reply.objects.all())))


def _users(actor: Actor) -> Q:
    return Q(object_id__in=visible_to(actor, User.objects.all()).order_by().values("username"))


def _invitations(actor: Actor) -> Q:
    return Q(object_id__in=_names(visible_to(actor, Invitation.objects.all())))


def _sheets(actor: Actor) -> Q:
    return Q(object_id__in=_names(visible_to(actor, ReturnedSheet.objects.all())))


def _own(actor: Actor) -> Q:
    return Q(actor=actor.pk)


_RULES: dict[str, Callable[[Actor], Q]] = {
    "entry": _entries,
    "assessment": _assessments,
    "evidence": _evidence,
    "reply": _replies,
    "user": _users,
    "invitation": _invitations,
    "returned sheet": _sheets,
    "sheet": _own,
    "view": _own,
}
"""Things that not everybody may see; what stands neither here nor in ``OPEN`` is read by nobody."""
