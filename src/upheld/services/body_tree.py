"""The tree of bodies as a page shows it: who stands below whom on a day, and how much they have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q, QuerySet

from upheld.core.fold import fold
from upheld.core.national_bodies import NationalBodyKind
from upheld.core.planning import AssignmentState
from upheld.core.roles import Action
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.store.models import Body
from upheld.store.queries.bodies import bodies_on

_KINDS = {kind.value: place for place, kind in enumerate(NationalBodyKind)}


@dataclass(slots=True)
class Branch:
    """A body with what stands below it; ``assignments`` are its own confirmed ones."""

    body: Body
    assignments: int
    groups: list[Group] = field(default_factory=list)


@dataclass(slots=True)
class Group:
    """Bodies of one kind below the same body: "Ministries"."""

    kind: str
    branches: list[Branch] = field(default_factory=list)


def tree(actor: Actor, *, day: date, state: str = "") -> list[Group]:
    """The bodies that exist on ``day``, those without a body above them first, by kind.

    A body whose parent does not exist on that day stands at the top, so that none is hidden. Who:
    every member.
    """
    who = authorise(actor, Action.READ)
    rows = _counted(who).filter(pk__in=bodies_on(day, state=state).order_by().values("pk"))
    branches = {body.pk: Branch(body, body.confirmed) for body in rows}  # type: ignore[attr-defined]
    below: dict[int | None, list[Branch]] = defaultdict(list)
    for branch in branches.values():
        parent = branch.body.parent_id
        below[parent if parent in branches else None].append(branch)
    for key, branch in branches.items():
        branch.groups = _grouped(below.get(key, ()))
    return _grouped(below[None])


def find_bodies(actor: Actor, *, words: str, state: str = "") -> list[Branch]:
    """Bodies of every time whose name, code or abbreviation has all ``words``, marks or not.

    Who: every member. "kien giang" finds "Tỉnh Kiên Giang", which ended in 2025.
    """
    who = authorise(actor, Action.READ)
    wanted = fold(words).split()
    rows = _counted(who).filter(**({"state": state} if state else {}))
    return [
        Branch(body, body.confirmed)  # type: ignore[attr-defined]
        for body in rows
        if all(word in _said(body) for word in wanted)
    ]


def states_with_bodies(actor: Actor) -> list[str]:
    """The States of which there are bodies, by ISO 3166 code. Who: every member."""
    rows = visible_to(authorise(actor, Action.READ), Body.objects.order_by("state"))
    return list(rows.values_list("state", flat=True).distinct())


def _counted(who: Actor) -> QuerySet[Body]:
    """The bodies that ``who`` may see, each with how many confirmed assignments it has."""
    confirmed = Q(assignments__state=AssignmentState.CONFIRMED)
    rows = visible_to(who, Body.objects.select_related("parent"))
    return rows.annotate(confirmed=Count("assignments", filter=confirmed))


def _said(body: Body) -> str:
    return fold(" ".join([*body.names.values(), body.code, body.abbreviation]))


def _grouped(branches: Sequence[Branch]) -> list[Group]:
    groups: dict[str, Group] = {}
    for branch in sorted(branches, key=lambda one: _KINDS[one.body.kind]):
        groups.setdefault(branch.body.kind, Group(branch.body.kind)).branches.append(branch)
    return list(groups.values())
