"""Who may do what, and about which bodies: one table for pages, commands, tests and the help page.

A role names a function, never a person: "coordinator" is the officer of the coordination unit,
"focal point" the officer of a ministry or province. A role is held for a body and everything below
it in the tree of bodies, or for the whole folder. The table is complete: what is not in it is
refused.
"""

from __future__ import annotations

from collections.abc import Mapping
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


class Reach(StrEnum):
    """What a role may do something about.

    *everything*: whoever holds the role, for whichever body ("every focal point reads all
    recommendations"); *own bodies*: the body for which the role is held and all below it; *whole
    folder*: everything, but only for a role that is held for the whole folder ("take in a UN
    document"); *published*: what was released to everybody.
    """

    EVERYTHING = "everything"
    OWN_BODIES = "own_bodies"
    WHOLE_FOLDER = "whole_folder"
    PUBLISHED = "published"


class Action(StrEnum):
    """The acts that need a permission."""

    READ = "read"
    EXPORT = "export"
    INGEST = "ingest"
    FETCH = "fetch"
    REVIEW = "review"
    JUDGE = "judge"
    READ_PUBLISHED = "read_published"
    READ_ENTRIES = "read_entries"
    PLAN = "plan"
    ASSIGN = "assign"
    REPORT = "report"
    VALIDATE = "validate"
    ACCEPT = "accept"
    PUBLISH = "publish"
    ADD_EVIDENCE = "add_evidence"
    ASSESS = "assess"
    GRADE = "grade"
    REPLY = "reply"
    REMIND = "remind"
    HAND_OVER = "hand_over"
    MANAGE_BODIES = "manage_bodies"
    MANAGE_USERS = "manage_users"
    VERIFY = "verify"


_MEMBERS: Mapping[Role, Reach] = {
    role: Reach.EVERYTHING for role in Role if role is not Role.PUBLIC
}
_COORDINATORS: Mapping[Role, Reach] = {Role.COORDINATOR: Reach.WHOLE_FOLDER}

RULES: Mapping[Action, Mapping[Role, Reach]] = {
    # what the mechanisms said
    Action.READ: _MEMBERS,
    Action.EXPORT: _MEMBERS,
    Action.INGEST: _COORDINATORS,
    Action.FETCH: _COORDINATORS,
    Action.REVIEW: _COORDINATORS,
    Action.JUDGE: _COORDINATORS,
    # what the State does about it
    Action.READ_PUBLISHED: {**_MEMBERS, Role.PUBLIC: Reach.PUBLISHED},
    Action.READ_ENTRIES: {
        Role.COORDINATOR: Reach.OWN_BODIES,
        Role.FOCAL_POINT: Reach.OWN_BODIES,
        Role.VALIDATOR: Reach.OWN_BODIES,
    },
    Action.PLAN: {Role.COORDINATOR: Reach.OWN_BODIES},
    Action.ASSIGN: {Role.COORDINATOR: Reach.OWN_BODIES},
    Action.REPORT: {Role.FOCAL_POINT: Reach.OWN_BODIES},
    Action.VALIDATE: {Role.VALIDATOR: Reach.OWN_BODIES},
    Action.ACCEPT: _COORDINATORS,
    Action.PUBLISH: _COORDINATORS,
    # under an entry; what an assessor shows stands under the assessment, and goes with ASSESS
    Action.ADD_EVIDENCE: {Role.FOCAL_POINT: Reach.OWN_BODIES},
    # what others say of it; the State's officers have no part in an assessment by others
    Action.ASSESS: {Role.CONTRIBUTOR: Reach.OWN_BODIES},
    Action.GRADE: _COORDINATORS,
    Action.REPLY: {Role.COORDINATOR: Reach.WHOLE_FOLDER, Role.CONTRIBUTOR: Reach.OWN_BODIES},
    # how the work is kept going
    Action.REMIND: {Role.COORDINATOR: Reach.OWN_BODIES},
    Action.HAND_OVER: {
        Role.ADMINISTRATOR: Reach.OWN_BODIES,
        Role.COORDINATOR: Reach.OWN_BODIES,
    },
    Action.MANAGE_BODIES: {
        Role.ADMINISTRATOR: Reach.OWN_BODIES,
        Role.COORDINATOR: Reach.OWN_BODIES,
    },
    Action.MANAGE_USERS: {Role.ADMINISTRATOR: Reach.OWN_BODIES},
    Action.VERIFY: {Role.ADMINISTRATOR: Reach.WHOLE_FOLDER, Role.COORDINATOR: Reach.WHOLE_FOLDER},
}
