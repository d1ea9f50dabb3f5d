"""Who may do what: one table for pages, commands, tests and the help page.

A role names a function, never a person: "coordinator" is the officer of the coordination unit,
"focal point" the officer of a ministry or province. The table is complete: what is not in it is
refused.
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """The functions people have. Everyone who is not signed in is the *public*."""

    ADMINISTRATOR = "administrator"
    COORDINATOR = "coordinator"
    FOCAL_POINT = "focal_point"
    VALIDATOR = "validator"
    CONTRIBUTOR = "contributor"
    READER = "reader"
    PUBLIC = "public"


class Action(StrEnum):
    """The acts that need a permission."""

    READ = "read"
    EXPORT = "export"
    INGEST = "ingest"
    FETCH = "fetch"
    REVIEW = "review"
    JUDGE = "judge"
    VERIFY = "verify"
    MANAGE_USERS = "manage_users"


_MEMBERS = frozenset(Role) - {Role.PUBLIC}

RULES: dict[Action, frozenset[Role]] = {
    Action.READ: _MEMBERS,
    Action.EXPORT: _MEMBERS,
    Action.INGEST: frozenset({Role.COORDINATOR}),
    Action.FETCH: frozenset({Role.COORDINATOR}),
    Action.REVIEW: frozenset({Role.COORDINATOR}),
    Action.JUDGE: frozenset({Role.COORDINATOR}),
    Action.VERIFY: frozenset({Role.ADMINISTRATOR, Role.COORDINATOR}),
    Action.MANAGE_USERS: frozenset({Role.ADMINISTRATOR}),
}


def may(roles: frozenset[Role], action: Action) -> bool:
    """Whether one of ``roles`` allows ``action``."""
    return not roles.isdisjoint(RULES[action])
