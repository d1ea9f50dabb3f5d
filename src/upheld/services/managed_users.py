"""Who may manage whose account: an administrator of all the bodies that the person has a role for.

The administrator of one ministry gives and takes roles of that ministry, to whomever. What touches
the whole account (a sign-in link, closing it, taking away a second factor) would also open or close
the doors of other bodies, so it needs an administrator of all of them.
"""

from __future__ import annotations

from django.db.models import QuerySet

from upheld.core.roles import Action, Role
from upheld.services.held_roles import EVERY_BODY, bodies_for
from upheld.services.permissions import Actor, authorise, authorise_everywhere
from upheld.store.models import Body, RoleBinding, User


def authorise_for(actor: Actor, body: Body | None) -> User:
    """The actor, if they may give and take roles for ``body``; without one for the whole folder."""
    if body is None:
        return authorise_everywhere(actor, Action.MANAGE_USERS)
    return authorise(actor, Action.MANAGE_USERS, body)


def authorise_about(actor: Actor, user: User) -> User:
    """The actor, if they manage every role that ``user`` has; ``Refused`` names the first other."""
    bindings = list(user.role_bindings.select_related("body"))
    for binding in bindings:
        authorise_for(actor, binding.body)
    return authorise_for(actor, bindings[0].body if bindings else None)


def manages(actor: Actor, user: User) -> bool:
    """Whether ``authorise_about`` would let ``actor`` through."""
    bodies = bodies_for(actor, Action.MANAGE_USERS)
    if bodies is EVERY_BODY:
        return True
    held = set(user.role_bindings.values_list("body", flat=True))
    return bool(held) and held <= set(bodies)


def other_administrators(user: User) -> QuerySet[User]:
    """Everyone else who administers the whole folder and may sign in."""
    bindings = RoleBinding.objects.filter(role=Role.ADMINISTRATOR, body=None)
    return User.objects.filter(is_active=True, role_bindings__in=bindings).exclude(pk=user.pk)
