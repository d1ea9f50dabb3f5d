"""Roles and acts in words that a reader understands, in the reader's language."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from upheld.core.roles import Action, Role

ROLE_NAMES: dict[Role, Promise] = {
    Role.ADMINISTRATOR: _("administrator"),
    Role.COORDINATOR: _("coordinator"),
    Role.FOCAL_POINT: _("focal point"),
    Role.VALIDATOR: _("validating authority"),
    Role.CONTRIBUTOR: _("contributor"),
    Role.READER: _("reader"),
    Role.PUBLIC: _("the public"),
}

# Each completes the sentence "You may not …".
ACTION_NAMES: dict[Action, Promise] = {
    Action.READ: _("read this"),
    Action.EXPORT: _("download these records"),
    Action.INGEST: _("add documents"),
    Action.FETCH: _("fetch documents from the UN"),
    Action.REVIEW: _("check and change records"),
    Action.JUDGE: _("judge which records ask for the same"),
    Action.READ_PUBLISHED: _("read what was published"),
    Action.READ_ENTRIES: _("read entries that are not published"),
    Action.PLAN: _("write the plan"),
    Action.ASSIGN: _("assign recommendations"),
    Action.REPORT: _("report progress"),
    Action.VALIDATE: _("validate entries"),
    Action.ACCEPT: _("accept entries"),
    Action.PUBLISH: _("publish entries"),
    Action.ADD_EVIDENCE: _("add evidence"),
    Action.ASSESS: _("give an assessment"),
    Action.GRADE: _("enter the grades of UN bodies"),
    Action.REPLY: _("reply"),
    Action.REMIND: _("send reminders"),
    Action.HAND_OVER: _("hand work over to another person"),
    Action.MANAGE_BODIES: _("change the tree of bodies"),
    Action.MANAGE_USERS: _("manage users"),
    Action.VERIFY: _("verify the data folder"),
}
