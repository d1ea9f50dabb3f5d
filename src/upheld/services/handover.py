"""Handover: a focal point leaves, and the role, the drafts and what was put off go to a successor.

Nothing that the person did changes its author: the history keeps every name. Entries on their way
belong to the body, so that the successor can recall or answer them as their predecessor could.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from upheld.core.entries import EntryState
from upheld.core.errors import InputProblem
from upheld.core.roles import Action, Role
from upheld.services import history
from upheld.services.entries import OPEN
from upheld.services.held_roles import EVERY_BODY, bodies_for, covered
from upheld.services.permissions import Actor, authorise
from upheld.services.user_roles import OFFICES, Grant, put
from upheld.store.models import Body, Entry, Event, RoleBinding, Snooze, User


@dataclass(frozen=True, slots=True)
class Work:
    """What hangs on one office: drafts of the person, entries on their way, what was put off."""

    drafts: Sequence[Entry]
    on_their_way: Sequence[Entry]
    put_off: Sequence[Snooze]


def offices(actor: Actor) -> QuerySet[RoleBinding]:
    """The offices that ``actor`` may hand over, those of closed accounts first.

    Who: administrators and coordinators, each for their own bodies.
    """
    authorise(actor, Action.HAND_OVER)
    bodies = bodies_for(actor, Action.HAND_OVER)
    held = RoleBinding.objects.filter(role__in=OFFICES, body__isnull=False)
    if bodies is not EVERY_BODY:
        held = held.filter(body__in=bodies)
    related = held.select_related("user", "body")
    return related.order_by("user__is_active", "body__order", "body__code", "role", "alternate")


def successors(actor: Actor, office: RoleBinding) -> QuerySet[User]:
    """Who could take an office over: people with open accounts who work for bodies in reach.

    Never ``actor``: nobody gives themselves an office by handing one over.
    """
    who = authorise(actor, Action.HAND_OVER, office.body)
    bodies = bodies_for(actor, Action.HAND_OVER)
    reach = Q() if bodies is EVERY_BODY else Q(role_bindings__body__in=bodies)
    people = User.objects.filter(reach, is_active=True, role_bindings__isnull=False)
    return people.exclude(pk__in=[office.user_id, who.pk]).distinct().order_by("name", "username")


def work_of(office: RoleBinding) -> Work:
    """What would go over with the office."""
    if office.body_id is None or office.role != Role.FOCAL_POINT:
        return Work((), (), ())
    bodies = covered({office.body_id})
    entries = Entry.objects.filter(body__in=bodies, state__in=OPEN).select_related(
        "record__document", "body"
    )
    mine = entries.filter(Q(written_by=office.user_id) | Q(submitted_by=office.user_id))
    rows = list(mine.order_by("pk"))
    put_off = Snooze.objects.filter(user=office.user_id, assignment__body__in=bodies)
    return Work(
        [row for row in rows if row.state == EntryState.DRAFT and _wrote(office, row)],
        [row for row in rows if row.state != EntryState.DRAFT],
        list(put_off.select_related("assignment__record__document")),
    )


def hand_over(actor: Actor, *, office: int, successor: User, reason: str = "") -> Event:
    """Let ``successor`` take over an office with the work that hangs on it.

    Who: administrators and coordinators of the body. One transaction: roles, drafts, snoozes,
    history. The answer is the entry of the history that lists what went. ``InputProblem`` when the
    office is held by nobody any more, or the successor is the same person or has left.
    """
    with transaction.atomic():
        history.lock()
        held = offices(actor).filter(pk=office).first()
        if held is None or held.body is None:
            raise InputProblem(
                _("This office is held by nobody any more."),
                next_step=_("Load the page again; somebody may have handed it over."),
            )
        who = authorise(actor, Action.HAND_OVER, held.body)
        if not successors(actor, held).filter(pk=successor.pk).exists():
            raise InputProblem(
                _("%(name)s cannot take this over.") % {"name": successor},
                next_step=_("Choose somebody with an open account and a role."),
            )
        leaving, work = held.user, work_of(held)
        given = Grant(Role(held.role), held.body, held.alternate)
        held.delete()
        # The one who leaves is gone first: nobody is made the alternate of their own successor.
        put(who, successor, given)
        told = [_give_draft(entry, leaving, successor) for entry in work.drafts]
        for one in work.put_off:
            _give_snooze(one, successor)
        said: history.Difference = {
            "office": [None, given.said()],
            "successor": [leaving.username, successor.username],
            "drafts": [None, [entry.pk for entry in work.drafts]],
            "on_their_way": [None, [entry.pk for entry in work.on_their_way]],
            "put_off": [None, [one.assignment_id for one in work.put_off]],
        }
        whole = history.Entry(
            "user.hand_over", leaving, said, " ".join(reason.replace("\0", " ").split())[:500]
        )
        return history.record(who, [whole, *told])[0]


def handed_over(actor: Actor, number: int) -> tuple[Event, list[Entry]] | None:
    """One handover by its number in the history, with the entries that went; None without it.

    Who: those who may hand work over in the body, and both people.
    """
    event = Event.objects.filter(seq=number, action="user.hand_over").first()
    if event is None:
        return None
    names = {event.object_id, event.difference["successor"][1]}
    code = event.difference["office"][1].split()[1]
    own = isinstance(actor, User) and actor.username in names
    bodies = bodies_for(actor, Action.HAND_OVER)
    reach = bodies is EVERY_BODY or _is_reached(code, bodies)
    if not own and not reach:
        return None
    keys = [*event.difference["drafts"][1], *event.difference["on_their_way"][1]]
    rows = Entry.objects.filter(pk__in=keys).select_related("record__document", "body")
    return event, list(rows.order_by("pk"))


def _is_reached(code: str, bodies: frozenset[int]) -> bool:
    return Body.objects.filter(code=code, pk__in=bodies).exists()


def _wrote(office: RoleBinding, entry: Entry) -> bool:
    return entry.written_by_id == office.user_id


def _give_draft(entry: Entry, leaving: User, successor: User) -> history.Entry:
    entry.written_by = successor
    entry.row_version += 1
    entry.save(update_fields=["written_by", "row_version"])
    said: history.Difference = {"written_by": [leaving.username, successor.username]}
    return history.Entry("entry.hand_over", entry, said)


def _give_snooze(one: Snooze, successor: User) -> None:
    same = Snooze.objects.filter(user=successor, assignment=one.assignment_id).first()
    if same is None:
        one.user = successor
        one.save(update_fields=["user"])
        return
    if one.until > same.until:
        same.until, same.reason = one.until, one.reason
        same.save(update_fields=["until", "reason"])
    one.delete()
