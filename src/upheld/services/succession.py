"""A body is renamed, merged or split on a day, in the middle of the work.

Kien Giang and An Giang become An Giang on 1 July 2025: both end on 30 June, An Giang's assignments
are those of both, and every report keeps the body and name under which it was submitted. What will
happen is counted by doing it and taking it back (``dry_run``), so that the forecast cannot differ
from the act.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from upheld.core.body_rows import BodyRow
from upheld.core.errors import InputProblem
from upheld.core.national_bodies import Succession
from upheld.core.roles import Action
from upheld.services import history
from upheld.services.bodies import make_body, require_period, take_body
from upheld.services.body_import import follow
from upheld.services.carry_over import Moved, carry_over
from upheld.services.carry_roles import carry_roles
from upheld.services.managed_users import authorise_for
from upheld.services.permissions import Actor, authorise, authorise_everywhere
from upheld.store.models import Body, RoleBinding, User
from upheld.store.queries.bodies import live_assignments


@dataclass(slots=True)
class Succeeded:
    """What a succession did, or would do.

    ``placed`` bodies came to stand below a successor. ``people`` hold roles for a predecessor;
    ``roles`` of theirs were given for the successor too.
    """

    successors: list[Body] = field(default_factory=list)
    moved: Moved = field(default_factory=Moved)
    placed: int = 0
    people: int = 0
    roles: int = 0


def succeed(
    actor: Actor,
    *,
    predecessors: Mapping[str, int | None],
    successor: str | BodyRow,
    kind: Succession,
    day: date,
    source: str = "",
    same_roles: bool = False,
    dry_run: bool = False,
) -> Succeeded:
    """One body follows others from ``day`` on: a new name, or a merger.

    ``predecessors`` are codes with the version seen; ``successor`` is the code of a body that goes
    on, or the row of a new one; with ``same_roles`` the people of those that end hold the same
    roles for it. Who: administrator and coordinator of every body concerned; who may give roles
    for them, where roles are given. One transaction: bodies, successions, assignments, drafts,
    actions of open plans, roles, history.
    """
    if not predecessors or (kind is Succession.RENAMED and len(predecessors) > 1):
        raise InputProblem(
            _("Say which body is followed."),
            next_step=_("One body is renamed; two or more are merged."),
        )
    with transaction.atomic():
        history.lock()
        said: list[history.Entry] = []
        olds = [_leaving(actor, code, seen) for code, seen in predecessors.items()]
        who, new = _successor(actor, successor, said, day)
        if new.code in predecessors:
            raise InputProblem(
                _("%(body)s cannot follow itself.") % {"body": new},
                next_step=_("Leave it out of the bodies that end, or add a new body."),
            )
        done = Succeeded([new])
        for old in olds:
            _end(old, day, said)
            follow(old, new, kind, source, said)
            done.moved.add(carry_over(old, new, said))
            done.placed += _place_parts(old, new, said)
        done.people = _people(olds)
        if same_roles:
            _authorise_roles(actor, successor, olds)
            done.roles = sum(carry_roles(old, new, said) for old in olds)
        history.record(who, said)
        if dry_run:
            transaction.set_rollback(True)
    return done


def split(
    actor: Actor,
    *,
    code: str,
    row_version: int | None,
    successors: Sequence[str | BodyRow],
    day: date,
    goes_to: Mapping[int, int],
    rest: int = 0,
    roles: Mapping[int, int] | None = None,
    source: str = "",
    dry_run: bool = False,
) -> Succeeded:
    """Several bodies follow one. ``goes_to`` says for an assignment which of them has it.

    Both count from 0: ``{118: 1}`` gives assignment 118 to the second successor; what is not named,
    and the actions of plans and the bodies below, go to ``successors[rest]``. ``roles`` says the
    same of a role by its binding: who holds it gets it for that successor; what is not named goes
    to none. Who: as ``succeed``.
    """
    if len(successors) < 2 or not 0 <= rest < len(successors):
        raise InputProblem(
            _("A body that is split has at least two successors."),
            next_step=_("Name both, or rename the body instead."),
        )
    with transaction.atomic():
        history.lock()
        said: list[history.Entry] = []
        old = _leaving(actor, code, row_version)
        found = [_successor(actor, one, said, day) for one in successors]
        who = found[0][0]
        news = [new for _who, new in found]
        if len({new.pk for new in news} | {old.pk}) != len(news) + 1:
            raise InputProblem(
                _("%(body)s cannot follow itself.") % {"body": old},
                next_step=_("Name different bodies as successors."),
            )
        done = Succeeded(news)
        _end(old, day, said)
        for new in news:
            follow(old, new, Succession.SPLIT, source, said)
        mine = list(live_assignments([old]).values_list("pk", flat=True))
        for place, new in enumerate(news):
            only = {pk for pk in mine if goes_to.get(pk, rest) == place}
            done.moved.add(carry_over(old, new, said, only=only, actions=place == rest))
        done.placed = _place_parts(old, news[rest], said)
        done.people = _people([old])
        for place in sorted(set((roles or {}).values()) & set(range(len(news)))):
            _authorise_roles(actor, successors[place], [old])
            only = {pk for pk, to in (roles or {}).items() if to == place}
            done.roles += carry_roles(old, news[place], said, only=only)
        history.record(who, said)
        if dry_run:
            transaction.set_rollback(True)
    return done


def _leaving(actor: Actor, code: str, seen: int | None) -> Body:
    body = take_body(actor, code, seen)
    authorise(actor, Action.MANAGE_BODIES, body)
    if body.successions.exists():
        raise InputProblem(
            _("Another body follows %(body)s already.") % {"body": body},
            next_step=_("Look at its page, and change the successor instead."),
        )
    return body


def _successor(
    actor: Actor, wanted: str | BodyRow, said: list[history.Entry], day: date
) -> tuple[User, Body]:
    if isinstance(wanted, str):
        body = take_body(actor, wanted)
        who = authorise(actor, Action.MANAGE_BODIES, body)
        if body.valid_to and body.valid_to < day:
            raise InputProblem(
                _("%(body)s does not exist on that day.") % {"body": body},
                next_step=_("Choose a body that exists, or add a new one."),
            )
        return who, body
    if not wanted.parent:
        who = authorise_everywhere(actor, Action.MANAGE_BODIES)
        return who, make_body(wanted, None, said)
    above = take_body(actor, wanted.parent)
    return authorise(actor, Action.MANAGE_BODIES, above), make_body(wanted, above, said)


def _end(body: Body, day: date, said: list[history.Entry]) -> None:
    last = day - timedelta(days=1)
    if body.valid_to == last:
        return
    require_period(body.valid_from, last)
    before = body.valid_to.isoformat() if body.valid_to else None
    body.valid_to = last
    body.row_version += 1
    body.save(update_fields=["valid_to", "row_version"])
    said.append(history.Entry("body.end", body, {"valid_to": [before, last.isoformat()]}))


def _place_parts(old: Body, new: Body, said: list[history.Entry]) -> int:
    """Bodies that still exist below ``old`` come to stand below ``new``."""
    parts = list(old.parts.filter(valid_to=None).exclude(pk=new.pk))
    for part in parts:
        part.parent = new
        part.row_version += 1
        part.save(update_fields=["parent", "row_version"])
        said.append(history.Entry("body.change", part, {"parent": [old.code, new.code]}))
    return len(parts)


def _authorise_roles(actor: Actor, successor: str | BodyRow, olds: Sequence[Body]) -> None:
    """Who gives roles manages the people of each body; of a new one, of the body above it."""
    above = successor if isinstance(successor, str) else successor.parent
    for body in (*olds, Body.objects.get(code=above) if above else None):
        authorise_for(actor, body)


def _people(bodies: Sequence[Body]) -> int:
    return RoleBinding.objects.filter(body__in=bodies).values("user").distinct().count()
