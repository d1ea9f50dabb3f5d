"""Closing an account and opening it again: nothing that its owner did is lost by either."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.core.roles import Role
from upheld.services import history, open_sessions
from upheld.services.managed_users import authorise_about
from upheld.services.permissions import Actor
from upheld.services.user_roles import OPERATOR, require_another_administrator
from upheld.store.models import User


def deactivate(actor: Actor, *, user: User, reason: str = "") -> None:
    """Close the account of ``user``: their sessions end, their password lets nobody in.

    The roles stay with the account, so that opening it again is the undo. Who: an administrator of
    all that the person has a role for, and never oneself. One transaction: user, sessions, history.
    """
    who = authorise_about(actor, user)
    if who == user:
        raise InputProblem(
            _("Nobody closes their own account."), next_step=_("Ask another administrator.")
        )
    with transaction.atomic():
        history.lock()
        administers = user.role_bindings.filter(role=Role.ADMINISTRATOR, body=None).exists()
        if administers or user.username == OPERATOR:
            require_another_administrator(user)
        if _set(user, active=False):
            open_sessions.end_all(user)
            said: history.Difference = {"is_active": [True, False]}
            history.record(who, [history.Entry("user.deactivate", user, said, reason)])


def reactivate(actor: Actor, *, user: User) -> None:
    """Open a closed account again, with the roles it had.

    Who: an administrator of all that the person has a role for. One transaction: user, history.
    """
    who = authorise_about(actor, user)
    with transaction.atomic():
        history.lock()
        if _set(user, active=True):
            said: history.Difference = {"is_active": [False, True]}
            history.record(who, [history.Entry("user.reactivate", user, said)])


def _set(user: User, *, active: bool) -> bool:
    """Whether this changed anything; one conditional UPDATE, so that two at once are one change."""
    changed = User.objects.filter(pk=user.pk).exclude(is_active=active).update(is_active=active)
    user.is_active = active
    return bool(changed)
