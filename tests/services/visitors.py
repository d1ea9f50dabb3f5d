"""Everybody who may come: the public, somebody without a role, each role for one body and for all.

``may`` says what the table of permissions promises each of them. It reads the table by itself and
not through the code under test.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from tests.workspace_rows import body, officer
from upheld.core.roles import RULES, Action, Reach, Role
from upheld.services.permissions import Actor
from upheld.store.models import Body, User

OWN, OTHER = "own", "other"
"""The body for which a role is held, and one beside it."""
ANYTHING, EVERYTHING = "anything", "everything"
"""What a permission is asked about where it is not about a body: at all, or about all there is."""


@dataclass(frozen=True)
class Visitor:
    """Nobody, somebody without a role, or a role held for the Ministry of Justice or for all."""

    name: str
    role: Role | None = None
    whole: bool = False
    signed_in: bool = True

    def actor(self) -> Actor:
        """The person, fresh from the database, so that nothing is remembered of them."""
        if not self.signed_in:
            return AnonymousUser()
        if self.role is None:
            return User.objects.get_or_create(username="nobody", defaults={"password": "!"})[0]
        of = None if self.whole else body("MOJ")
        return User.objects.get(pk=officer(self.role, of).pk)

    def may(self, action: Action, about: str) -> bool:
        """What the table of permissions says."""
        rule = RULES[action]
        if rule.get(Role.PUBLIC) is Reach.PUBLISHED:
            return True
        reach = rule.get(self.role) if self.role else None
        if reach is None:
            return False
        if reach is Reach.EVERYTHING or self.whole:
            return True
        return reach is Reach.OWN_BODIES and about in {OWN, ANYTHING}


GIVEN = [role for role in Role if role is not Role.PUBLIC]
VISITORS = [
    Visitor("public", signed_in=False),
    Visitor("nobody"),
    *(Visitor(f"{role.value} of one body", role) for role in GIVEN),
    *(Visitor(f"{role.value} of all", role, whole=True) for role in GIVEN),
]


def body_about(about: str) -> Body:
    """The body of a visitor's role, or the one beside it."""
    return body("MOH") if about == OTHER else body("MOJ")
