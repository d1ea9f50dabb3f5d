"""The second factor: what a person needs besides a password or a link, and who must have one."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.services import (
    authenticator_app,
    history,
    known_devices,
    open_sessions,
    recovery_codes,
    sign_in_guard,
)
from upheld.services.held_roles import roles_of
from upheld.services.managed_users import authorise_about
from upheld.services.password_sign_in import sign_in_with_password
from upheld.services.permissions import Actor
from upheld.services.sign_in_guard import Try
from upheld.store.models import AuthenticatorApp, Passkey, RecoveryCode, User


@dataclass(frozen=True, slots=True)
class Factors:
    """What a person has besides the password."""

    app: bool
    passkeys: int
    codes_left: int

    def __bool__(self) -> bool:
        return self.app or self.passkeys > 0


def factors_of(user: User) -> Factors:
    """The second factors of ``user``. Recovery codes alone are none."""
    return Factors(
        authenticator_app.has_app(user),
        Passkey.objects.filter(user=user).count(),
        recovery_codes.codes_left(user),
    )


def is_required_of(user: User) -> bool:
    """Whether ``user`` holds a role that ``UPHELD_SECOND_FACTOR`` names."""
    return not {role.value for role in roles_of(user)}.isdisjoint(settings.UPHELD_SECOND_FACTOR)


def check_code(user: User, *, code: str, address: str, device_note: str = "") -> None:
    """Accept a code of the authenticator app, or a recovery code, which is used up.

    Who: who has proved the first factor of ``user``. ``InputProblem`` for a wrong code, ``Refused``
    while tries must wait.
    """
    device = known_devices.device_of(device_note, user.username)
    given = Try("code", user.username, address, device)
    sign_in_guard.require_open(given, next_step=_("Or use a passkey, if you have one."))
    if authenticator_app.accepts(user, code=code) or recovery_codes.use_code(user, code=code):
        sign_in_guard.forget(given)
        return
    sign_in_guard.count_failure(given)
    raise InputProblem(
        _("This code is not right."),
        next_step=_("Type the six digits that the app shows now, or a recovery code."),
    )


def show_again(
    user: User, *, password: str, code: str, address: str, device_note: str = ""
) -> None:
    """Accept that it is still ``user``: a code where they have a second factor, else the password.

    Who: who is signed in as ``user``. Tries are counted as at signing in. ``InputProblem`` for what
    is not right, ``Refused`` while tries must wait.
    """
    if factors_of(user):
        check_code(user, code=code, address=address, device_note=device_note)
    else:
        sign_in_with_password(
            username=user.username, password=password, address=address, device_note=device_note
        )


def take_away(actor: Actor, *, user: User) -> None:
    """Remove app, codes and passkeys of somebody who lost them; their sessions end.

    Who: an administrator of all that the person has a role for. One transaction: factors, sessions,
    history.
    """
    who = authorise_about(actor, user)
    with transaction.atomic():
        history.lock()
        had = factors_of(user)
        for table in (AuthenticatorApp, RecoveryCode, Passkey):
            table.objects.filter(user=user).delete()
        open_sessions.end_all(user)
        said: history.Difference = {
            "authenticator_app": [had.app, False],
            "passkeys": [had.passkeys, 0],
        }
        history.record(who, [history.Entry("user.take_away_second_factor", user, said)])
