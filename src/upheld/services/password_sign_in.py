"""Coming in with a name and a password; what a stranger learns from the answer is nothing."""

from __future__ import annotations

import logging

from django.contrib.auth import authenticate
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from upheld.core.errors import InputProblem
from upheld.services import known_devices, sign_in_guard
from upheld.services.sign_in_guard import Try
from upheld.store.models import User

logger = logging.getLogger("upheld.sign_in")


@sensitive_variables("password")
def sign_in_with_password(
    *, username: str, password: str, address: str, device_note: str = ""
) -> User:
    """The user who signs in with this name and password; a second factor is asked elsewhere.

    Who: everybody. Name unknown, password wrong, account closed, no password set: one answer, after
    the same time. ``InputProblem`` for them all; ``Refused`` while tries must wait.
    """
    username = username.strip()
    given = Try("password", username, address, known_devices.device_of(device_note, username))
    sign_in_guard.require_open(
        given, next_step=_("Or come in by a sign-in link from your administrator, or by a passkey.")
    )
    user = authenticate(username=username, password=password[:4096])
    if not isinstance(user, User):
        sign_in_guard.count_failure(given)
        logger.info("a sign-in by password was refused")
        raise InputProblem(
            _("This name and password do not belong together."),
            next_step=_("Type them again, or ask your administrator for a sign-in link."),
        )
    sign_in_guard.forget(given)
    return user
