"""Giving and taking roles: "focal point of the Ministry of Justice, alternate"."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.core.roles import Role
from upheld.services import history
from upheld.services.managed_users import authorise_for, other_administrators
from upheld.services.permissions import Actor
from upheld.store.models import Body, RoleBinding, User

OFFICES = (Role.FOCAL_POINT, Role.VALIDATOR)
"""The roles that one person holds for a body in the first place, and others in their absence."""

OPERATOR = "administrator"
"""The account of this computer, which commands act as; it keeps its roles."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A role for a body and all below it; without a body for the whole folder."""

    role: Role
    body: Body | None = None
    alternate: bool = False

    def said(self) -> str:
        """As the history writes it: "focal_point VNM-MOJ alternate", "reader"."""
        parts = [self.role.value, self.body.code if self.body else ""]
        return " ".join(filter(None, [*parts, "alternate" if self.alternate else ""]))


def give_role(
    actor: Actor, *, user: User, role: Role, body: Body | None = None, alternate: bool = False
) -> RoleBinding:
    """Let ``user`` hold ``role`` for ``body``; again it changes only who is the alternate.

    Who: an administrator of that body, or of the whole folder. One transaction: role, history.
    """
    who = authorise_for(actor, body)
    given = Grant(require_given(role), body, alternate)
    with transaction.atomic():
        history.lock()
        return put(who, user, given)


def take_role(actor: Actor, *, user: User, role: Role, body: Body | None = None) -> None:
    """Take ``role`` for ``body`` from ``user``; giving it again is the undo.

    Who: an administrator of that body, or of the whole folder. One transaction: role, history.
    ``InputProblem`` when the person does not hold it, or nobody would administer the folder.
    """
    who = authorise_for(actor, body)
    with transaction.atomic():
        history.lock()
        held = RoleBinding.objects.filter(user=user, role=role, body=body).first()
        if held is None:
            raise InputProblem(_("%(name)s does not hold this role.") % {"name": user})
        if role == Role.ADMINISTRATOR and body is None:
            require_another_administrator(user)
        taken = Grant(Role(role), body, held.alternate).said()
        held.delete()
        history.record(who, [history.Entry("user.take_role", user, {"role": [taken, None]})])


def put(who: User, user: User, given: Grant) -> RoleBinding:
    """Bind ``user`` to a role inside another act, with its entry in the history.

    A body has one main focal point and one main validating authority: who was it before becomes an
    alternate.
    """
    if given.role in OFFICES and given.body and not given.alternate:
        mains = RoleBinding.objects.filter(body=given.body, role=given.role, alternate=False)
        for other in mains.exclude(user=user).select_related("user"):
            put(who, other.user, Grant(given.role, given.body, alternate=True))
    held, made = RoleBinding.objects.get_or_create(
        user=user, role=given.role, body=given.body, defaults={"alternate": given.alternate}
    )
    if not made and held.alternate == given.alternate:
        return held
    before = None if made else Grant(given.role, given.body, held.alternate).said()
    held.alternate = given.alternate
    held.save(update_fields=["alternate"])
    said: history.Difference = {"role": [before, given.said()]}
    history.record(who, [history.Entry("user.give_role", user, said)])
    return held


def require_given(role: Role) -> Role:
    """``role``, if it is one that is given; everybody is the public already."""
    if role == Role.PUBLIC:
        raise InputProblem(_("Everybody is the public already."))
    return Role(role)


def require_another_administrator(user: User) -> None:
    """``InputProblem`` when without ``user`` nobody could administer the whole folder."""
    if user.username == OPERATOR:
        raise InputProblem(
            _("This is the account that commands on this computer act as. It stays as it is.")
        )
    if not other_administrators(user).exists():
        raise InputProblem(
            _("%(name)s is the last administrator of the whole folder.") % {"name": user},
            next_step=_("Make somebody else an administrator first."),
        )
