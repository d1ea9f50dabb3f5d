"""Who answers for a body: its focal point and its validating authority, each main or alternate."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.core.roles import Role
from upheld.services.permissions import Actor
from upheld.services.user_roles import OFFICES, give_role
from upheld.store.models import Body, RoleBinding, User


@dataclass(slots=True)
class Officers:
    """The people who hold one of the two offices for a body by name, the open accounts alone."""

    main: User | None = None
    alternates: list[User] = field(default_factory=list)


def officers_of(body: Body) -> dict[Role, Officers]:
    """Focal points and validating authorities of ``body`` itself, not of those above it."""
    found = {role: Officers() for role in OFFICES}
    held = RoleBinding.objects.filter(body=body, role__in=OFFICES, user__is_active=True)
    for binding in held.select_related("user").order_by("user__name", "user__username"):
        office = found[Role(binding.role)]
        if binding.alternate or office.main:
            office.alternates.append(binding.user)
        else:
            office.main = binding.user
    return found


def set_focal_point(actor: Actor, *, body: Body, user: User, alternate: bool = False) -> None:
    """Make ``user`` the focal point of ``body``; who was it before becomes an alternate.

    Who: an administrator of that body, or of the whole folder. One transaction: roles, history.
    """
    _set(actor, Role.FOCAL_POINT, body, user, alternate)


def set_validator(actor: Actor, *, body: Body, user: User, alternate: bool = False) -> None:
    """Make ``user`` the validating authority of ``body``; who was it becomes an alternate.

    Who: an administrator of that body, or of the whole folder. One transaction: roles, history.
    """
    _set(actor, Role.VALIDATOR, body, user, alternate)


def _set(actor: Actor, role: Role, body: Body, user: User, alternate: bool) -> None:
    if not user.is_active:
        raise InputProblem(_("The account of %(name)s is closed.") % {"name": user})
    give_role(actor, user=user, role=role, body=body, alternate=alternate)
