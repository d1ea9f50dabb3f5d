"""Passwords: long, known to nobody else, and otherwise as their owner likes.

No capital letter or digit is asked for and no password expires: such rules make people choose
"Hanoi2026!" and write it down. What counts is that a password is long and stands on no list of
those that others have used.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.services import history, open_sessions
from upheld.store.models import User

SHORTEST = 12
LONGEST = 200
"""Longer ones are refused, so that nobody makes the server hash a book."""


def problem_with(password: str, *, about: tuple[str, ...] = ()) -> str:
    """What is wrong with ``password`` in a sentence, or nothing.

    ``about`` holds the sign-in name, the name and the mail address of its owner.
    """
    if len(password) < SHORTEST:
        return _("A password has at least %(count)s characters.") % {"count": SHORTEST}
    if len(password) > LONGEST:
        return _("A password has at most %(count)s characters.") % {"count": LONGEST}
    folded = password.casefold()
    if any(len(word) > 3 and word.casefold() in folded for word in about):
        return _("This password contains your name or your address.")
    if len(set(folded)) < 5 or _is_common(password) or is_breached(password):
        return _("This password is known to people who break into accounts. Choose another.")
    return ""


def set_password(user: User, *, password: str, current: str | None = None) -> None:
    """Give ``user`` a new password; all their sessions end, but a page may begin one anew.

    Who: everybody for themselves, with the ``current`` password where there is one. One
    transaction: user, sessions, history, which tells that it was changed and never what it is.
    """
    if user.has_usable_password() and not user.check_password(current or ""):
        raise InputProblem(_("The current password is not right."))
    if problem := problem_with(password, about=(user.username, user.name, user.email)):
        raise InputProblem(problem)
    with transaction.atomic():
        history.lock()
        user.set_password(password)
        user.save(update_fields=["password"])
        open_sessions.end_all(user)
        history.record(user, [history.Entry("user.set_password", user)])


def is_breached(password: str) -> bool:
    """Whether the operator's list of leaked passwords, ``UPHELD_BREACHED_PASSWORDS``, has it.

    The file holds SHA-1 hashes in hexadecimal, sorted, one a line; forty gigabytes are searched
    with some forty reads. Nothing leaves this computer.
    """
    if not settings.UPHELD_BREACHED_PASSWORDS:
        return False
    wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with Path(settings.UPHELD_BREACHED_PASSWORDS).open("rb") as file:
        low, high = 0, file.seek(0, 2)
        while low < high:  # the wanted line begins at or after ``low`` and before ``high``
            middle = (low + high) // 2
            file.seek(middle)
            if middle:
                file.seek(middle - 1)
                file.readline()  # to the beginning of a line
            start = file.tell()
            line = file.readline(200)
            found = line[:40].upper()
            if found == wanted:
                return True
            if not line or start >= high or found > wanted:
                high = middle
            else:
                low = file.tell()
    return False


def _is_common(password: str) -> bool:
    try:
        CommonPasswordValidator().validate(password)
    except ValidationError:
        return True
    return False
