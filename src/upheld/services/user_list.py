"""The list of accounts: found by words, role and body, among those that one manages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from upheld.core.roles import Action
from upheld.services.held_roles import EVERY_BODY, bodies_for, covered
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.store.models import Body, RoleBinding, User


@dataclass(frozen=True, slots=True)
class UserFilter:
    """What is looked for: ``words`` in names and addresses, a ``role``, the ``body``'s code.

    ``closed`` also shows accounts that were closed.
    """

    words: str = ""
    role: str = ""
    body: str = ""
    closed: bool = False


def users_found(actor: Actor, wanted: UserFilter) -> QuerySet[User]:
    """The accounts that ``actor`` manages and that fit, by name. Who: administrators."""
    authorise(actor, Action.MANAGE_USERS)
    found = visible_to(actor, User.objects.all())
    if not wanted.closed:
        found = found.filter(is_active=True)
    for word in wanted.words.split():
        named = Q(name__icontains=word) | Q(username__icontains=word) | Q(email__icontains=word)
        found = found.filter(named)
    if wanted.role or wanted.body:
        held = RoleBinding.objects.all()
        if wanted.role:
            held = held.filter(role=wanted.role)
        if wanted.body:
            known = Body.objects.filter(code=wanted.body).values_list("pk", flat=True)
            held = held.filter(body__in=covered(known))
        found = found.filter(pk__in=held.values("user"))
    return found.order_by("name", "username")


def bindings_shown(actor: Actor, user: User) -> list[RoleBinding]:
    """The roles of ``user`` in the bodies that ``actor`` manages; one's own are all shown."""
    return roles_shown(actor, [user])[user.pk]


def roles_shown(actor: Actor, users: Iterable[User]) -> dict[int, list[RoleBinding]]:
    """``bindings_shown`` of many users by their number, with one question to the database."""
    found: dict[int, list[RoleBinding]] = {user.pk: [] for user in users}
    held = RoleBinding.objects.filter(user__in=found).select_related("body")
    bodies = bodies_for(actor, Action.MANAGE_USERS)
    if bodies is not EVERY_BODY:
        held = held.filter(Q(body__in=bodies) | Q(user=actor.pk))
    for binding in held.order_by("body__order", "body__code", "role"):
        found[binding.user_id].append(binding)
    return found


def bodies_to_give(actor: Actor) -> list[Body]:
    """The bodies for which ``actor`` may give roles, as the tree orders them."""
    bodies = bodies_for(actor, Action.MANAGE_USERS)
    rows = Body.objects.all() if bodies is EVERY_BODY else Body.objects.filter(pk__in=bodies)
    return list(rows)
