"""May this person do this, and which rows may they see? Both answers from one table.

The table is ``upheld.core.roles.RULES``. ``allowed`` answers for one thing, ``visible_to`` for
lists; a property test holds the two against each other.
"""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from upheld.core.errors import Refused
from upheld.core.roles import RULES, Action, Reach, Role
from upheld.services.held_roles import EVERY_BODY, Actor, bodies_for, roles_of
from upheld.services.role_names import ACTION_NAMES, ROLE_NAMES
from upheld.services.visibility import condition
from upheld.store.models import Body, User

__all__ = [
    "Actor",
    "allowed",
    "allowed_everywhere",
    "authorise",
    "authorise_everywhere",
    "refusal",
    "roles_of",
    "visible_to",
]

Rows = TypeVar("Rows", bound=Model)


def allowed(actor: Actor, action: Action, body: Body | None = None) -> bool:
    """Whether ``actor`` may do ``action`` about ``body``; without one, about anything at all."""
    if RULES[action].get(Role.PUBLIC) is Reach.PUBLISHED:
        return True
    bodies = bodies_for(actor, action)
    if bodies is EVERY_BODY:
        return True
    return body.pk in bodies if body else bool(bodies)


def allowed_everywhere(actor: Actor, action: Action) -> bool:
    """Whether ``actor`` may do ``action`` about every body: begin a tree, close a plan."""
    return bodies_for(actor, action) is EVERY_BODY


def authorise(actor: Actor, action: Action, body: Body | None = None) -> User:
    """The actor as a signed-in user; ``Refused`` with the reason and who could, otherwise."""
    if isinstance(actor, User) and allowed(actor, action, body):
        return actor
    raise refusal(actor, action, body)


def authorise_everywhere(actor: Actor, action: Action) -> User:
    """The actor, if they may do ``action`` about every body; ``Refused`` otherwise."""
    if isinstance(actor, User) and allowed_everywhere(actor, action):
        return actor
    raise refusal(actor, action)


def refusal(actor: Actor, action: Action, body: Body | None = None) -> Refused:
    """Why ``actor`` may not do ``action`` about ``body``, and who could."""
    able = ", ".join(sorted(str(ROLE_NAMES[role]) for role in RULES[action]))
    name = body.name_in(get_language() or "en") if body else ""
    said = {"act": ACTION_NAMES[action], "roles": able, "body": name}
    if not isinstance(actor, User):
        next_step = _("Sign in with an account that has one of these roles: %(roles)s.")
    elif body and allowed(actor, action):
        next_step = _("Your role does not hold for %(body)s. Ask one of its own: %(roles)s.")
    elif allowed(actor, action):
        next_step = _(
            "Your role does not hold for the whole folder. Ask one whose role does: %(roles)s."
        )
    else:
        next_step = _("Ask somebody who has one of these roles: %(roles)s.")
    return Refused(
        _("You may not %(act)s.") % said,
        next_step=next_step % said,
        action=action,
        body=body.code if body else "",
    )


def visible_to(actor: Actor, rows: QuerySet[Rows]) -> QuerySet[Rows]:
    """Those of ``rows`` that ``actor`` may see, whatever table they are of."""
    return rows.filter(condition(actor, rows.model))
