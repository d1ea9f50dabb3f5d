"""Who may do what is refused here: the roles, and the people who hold one for that body."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from upheld.core.roles import RULES, Action, Role
from upheld.services.held_roles import EVERY_BODY, Actor, bodies_for, held_by
from upheld.store.models import Body, BodySuccession, User

MOST_NAMES = 10


@dataclass(frozen=True, slots=True)
class Could:
    """Why something is refused: the permission, the body, and who has it.

    ``people`` is empty for the public: the names of officers are for their colleagues.
    """

    action: Action
    body: Body | None
    roles: tuple[Role, ...]
    people: tuple[User, ...]


def who_could(actor: Actor, *, action: Action, body_code: str = "") -> Could:
    """The roles that may do ``action``, and the people who may do it about the body."""
    body = Body.objects.filter(code=body_code).first() if body_code else None
    roles = tuple(role for role in Role if role in RULES[action])
    people: tuple[User, ...] = ()
    if held_by(actor):
        over = Q(role_bindings__body=None)
        if body:
            over |= Q(role_bindings__body__in=_standing_over(body))
        held = Q(role_bindings__role__in=roles) & over
        found = User.objects.filter(held, is_active=True).distinct()
        able = [user for user in found.order_by("name", "username") if _may(user, action, body)]
        people = tuple(able[:MOST_NAMES])
    return Could(action, body, roles, people)


def acts_of(actor: Actor) -> list[tuple[Action, frozenset[int] | None]]:
    """What ``actor`` may do, and about which bodies: for their own page of permissions."""
    return [
        (action, bodies)
        for action in Action
        if (bodies := bodies_for(actor, action)) is EVERY_BODY or bodies
    ]


def _may(user: User, action: Action, body: Body | None) -> bool:
    bodies = bodies_for(user, action)
    return bodies is EVERY_BODY or bool(body and body.pk in bodies)


def _standing_over(body: Body) -> set[int]:
    """``body``, all above it, and all that took it or those over."""
    above = dict(Body.objects.order_by().values_list("pk", "parent"))
    after = list(BodySuccession.objects.order_by().values_list("body", "successor"))
    found: set[int] = set()
    waiting = [body.pk]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += [successor for old, successor in after if old == one]
            waiting += [parent for parent in [above.get(one)] if parent is not None]
    return found
