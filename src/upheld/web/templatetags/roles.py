"""Tags for roles, permissions and bodies in the reader's language."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language

from upheld.core.roles import Action, Role
from upheld.services.role_names import ACTION_NAMES, ROLE_NAMES
from upheld.store.models import Body

register = template.Library()


@register.simple_tag
def role_name(role: str) -> str:
    """A role in words: "focal point"."""
    return str(ROLE_NAMES[Role(role)])


@register.simple_tag
def permission_name(action: str) -> str:
    """A permission in words: "assign recommendations"."""
    return str(ACTION_NAMES[Action(action)])


@register.simple_tag
def body_name(body: Body) -> str:
    """The name of a body: "Bộ Tư pháp"."""
    return body.name_in(get_language() or "en")
