"""May this person do this, and which rows may they see? Both answers from one table.

The table is ``upheld.core.roles.RULES``. ``allowed`` answers for one thing, ``visible_to`` for
lists; a property test holds the two against each other.
"""

from __future__ import annotations

from typing import TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from upheld.core.errors import Refused
from upheld.core.roles import RULES, Action, Role, may
from upheld.services.role_names import ACTION_NAMES, ROLE_NAMES
from upheld.store.models import User

Actor = User | AnonymousUser
Rows = TypeVar("Rows", bound=Model)


def roles_of(actor: Actor) -> frozenset[Role]:
    """The roles a person holds; everyone is also the public. Read once per ``actor`` object."""
    if not isinstance(actor, User) or not actor.is_active:
        return frozenset({Role.PUBLIC})
    held: frozenset[Role] | None = actor.__dict__.get("_roles")
    if held is None:
        names = actor.role_bindings.values_list("role", flat=True)
        held = frozenset({Role.PUBLIC, *map(Role, names)})
        actor.__dict__["_roles"] = held
    return held


def allowed(actor: Actor, action: Action) -> bool:
    """Whether ``actor`` may do ``action``; roles hold for the whole folder."""
    return may(roles_of(actor), action)


def authorise(actor: Actor, action: Action) -> User:
    """The actor as a signed-in user; ``Refused`` with the reason and who could, otherwise."""
    if isinstance(actor, User) and allowed(actor, action):
        return actor
    able = ", ".join(sorted(str(ROLE_NAMES[role]) for role in RULES[action]))
    if not isinstance(actor, User):
        next_step = _("Sign in with an account that has one of these roles: %(roles)s.")
    else:
        next_step = _("Ask somebody who has one of these roles: %(roles)s.")
    raise Refused(
        _("You may not %(act)s.") % {"act": ACTION_NAMES[action]},
        next_step=next_step % {"roles": able},
    )


def visible_to(actor: Actor, rows: QuerySet[Rows]) -> QuerySet[Rows]:
    """Those of ``rows`` (documents, records, findings, readings) that ``actor`` may read."""
    return rows if allowed(actor, Action.READ) else rows.none()
