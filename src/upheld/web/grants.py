"""A role and what it holds for, in words: "focal point · Ministry of Justice · alternate"."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language, gettext

from upheld.core.roles import Role
from upheld.services.role_names import ROLE_NAMES
from upheld.services.user_roles import Grant
from upheld.store.models import RoleBinding


@dataclass(frozen=True, slots=True)
class ShownGrant:
    """What a list shows of a role: its name, the body's name, and what a form sends back."""

    role: str
    body: str
    alternate: bool
    role_value: str
    body_code: str


def shown(grant: Grant) -> ShownGrant:
    """A role in the reader's language."""
    body = grant.body.name_in(get_language() or "en") if grant.body else gettext("the whole folder")
    code = grant.body.code if grant.body else ""
    name = str(ROLE_NAMES[grant.role])
    return ShownGrant(name, body, grant.alternate, grant.role.value, code)


def grant_of(binding: RoleBinding) -> Grant:
    """The role that a person holds, as it could be given again."""
    return Grant(Role(binding.role), binding.body, binding.alternate)
