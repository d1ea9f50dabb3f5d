"""Recovery codes: ten lines on paper for the day on which the telephone is gone."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.utils import timezone

from upheld.services import history
from upheld.services.sealed_secrets import sha256
from upheld.store.models import RecoveryCode, User

HOW_MANY = 10
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without i, l, o, 0 and 1, which are misread on paper."""
GROUPS, LENGTH = 4, 4


def make_codes(user: User) -> list[str]:
    """Ten new codes such as "k7mw-3xfe-p2rt-9dqa"; the old ones end. They are shown once.

    Who: everybody for themselves. One transaction: codes, history. Each has 79 bits, so that the
    hash that is kept cannot be searched for.
    """
    codes = ["-".join(_group() for _number in range(GROUPS)) for _line in range(HOW_MANY)]
    now = timezone.now()
    with transaction.atomic():
        history.lock()
        RecoveryCode.objects.filter(user=user).delete()
        RecoveryCode.objects.bulk_create(
            RecoveryCode(user=user, code_sha256=sha256(code), created_at=now) for code in codes
        )
        history.record(user, [history.Entry("user.make_recovery_codes", user)])
    return codes


def use_code(user: User, *, code: str) -> bool:
    """Whether ``code`` is an unused one of ``user``; it is used up then.

    One transaction: code, history.
    """
    typed = "".join(sign for sign in code.casefold() if sign in LETTERS)
    groups = [typed[at : at + LENGTH] for at in range(0, len(typed), LENGTH)]
    with transaction.atomic():
        history.lock()
        rows = RecoveryCode.objects.filter(user=user, code_sha256=sha256("-".join(groups)))
        used = rows.filter(used_at=None).update(used_at=timezone.now())
        if used:
            left = codes_left(user)
            said: history.Difference = {"codes_left": [left + 1, left]}
            history.record(user, [history.Entry("user.use_recovery_code", user, said)])
    return bool(used)


def codes_left(user: User) -> int:
    """How many codes of ``user`` are unused."""
    return RecoveryCode.objects.filter(user=user, used_at=None).count()


def _group() -> str:
    return "".join(secrets.choice(LETTERS) for _place in range(LENGTH))
