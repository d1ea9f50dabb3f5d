"""Which roles a person holds and about which bodies: "focal point, Ministry of Justice and below".

A role for a body also holds for the bodies below it and for those that it took over: the focal
point of An Giang reads what Kien Giang reported before the merger.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.auth.models import AnonymousUser

from upheld.core.roles import RULES, Action, Reach, Role
from upheld.store.models import Body, BodySuccession, User

Actor = User | AnonymousUser

EVERY_BODY = None
"""In the place of a set of bodies: all there are."""

Held = tuple[tuple[Role, frozenset[int] | None], ...]


def roles_of(actor: Actor) -> frozenset[Role]:
    """The roles a person holds, for whichever body; everyone is also the public."""
    return frozenset({Role.PUBLIC, *(role for role, _bodies in held_by(actor))})


def held_by(actor: Actor) -> Held:
    """Each role with the bodies it holds for. Read once per ``actor`` object."""
    if not isinstance(actor, User) or not actor.is_active:
        return ()
    held: Held | None = actor.__dict__.get("_held")
    if held is None:
        bindings = list(actor.role_bindings.values_list("role", "body"))
        parts = _parts() if any(body for _role, body in bindings) else {}
        held = tuple(
            (Role(role), EVERY_BODY if body is None else covered({body}, parts))
            for role, body in bindings
        )
        actor.__dict__["_held"] = held
    return held


def bodies_for(actor: Actor, action: Action) -> frozenset[int] | None:
    """The bodies about which ``actor`` may do ``action``: none, some, or ``EVERY_BODY``."""
    reached: set[int] = set()
    for role, bodies in held_by(actor):
        reach = RULES[action].get(role)
        if reach is Reach.EVERYTHING:
            return EVERY_BODY
        if reach in {Reach.OWN_BODIES, Reach.WHOLE_FOLDER} and bodies is EVERY_BODY:
            return EVERY_BODY
        if reach is Reach.OWN_BODIES and bodies is not EVERY_BODY:
            reached |= bodies
    return frozenset(reached)


def own_bodies(actor: Actor) -> frozenset[int]:
    """The bodies for which ``actor`` holds a role by name, not through the whole folder."""
    return frozenset(
        body for _role, bodies in held_by(actor) if bodies is not EVERY_BODY for body in bodies
    )


def covered(bodies: Iterable[int], parts: dict[int, list[int]] | None = None) -> frozenset[int]:
    """``bodies``, all below them, and all that they or those took over."""
    parts = _parts() if parts is None else parts
    found: set[int] = set()
    waiting = list(bodies)
    while waiting:
        body = waiting.pop()
        if body not in found:
            found.add(body)
            waiting += parts.get(body, ())
    return frozenset(found)


def _parts() -> dict[int, list[int]]:
    """What stands directly below each body or was taken over by it."""
    parts: dict[int, list[int]] = defaultdict(list)
    for body, parent in Body.objects.order_by().values_list("pk", "parent"):
        if parent is not None:
            parts[parent].append(body)
    for old, new in BodySuccession.objects.order_by().values_list("body", "successor"):
        parts[new].append(old)
    return parts
