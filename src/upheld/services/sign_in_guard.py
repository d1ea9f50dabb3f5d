"""Slows down who guesses passwords, without letting them lock anybody out.

Failures are counted for an address, for a name at an address, and for a name. After some of them
each further one makes the next try wait twice as long, at most a quarter of an hour. A browser in
which the person signed in before is a *known device*: it has a count of its own, so that guesses
from elsewhere never make it wait. Sign-in links and passkeys cannot be guessed and never wait.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import ngettext

from upheld.core.errors import Refused
from upheld.store.models import FailedSignIn

FREE_FOR_PAIR, FREE_FOR_DEVICE, FREE_FOR_ADDRESS, FREE_FOR_NAME = 5, 10, 30, 50
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=2), timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Try:
    """Who tries to come in: a typed ``name`` from ``address``, in a known ``device`` or in none.

    ``purpose`` keeps counts apart: "password", "code".
    """

    purpose: str
    name: str
    address: str
    device: str = ""

    def limits(self) -> dict[str, int]:
        """The counts that this try falls under, each with the failures that are free."""
        name = self.name.casefold()
        if self.device:
            return {_key(self.purpose, "device", self.device): FREE_FOR_DEVICE}
        return {
            _key(self.purpose, "pair", self.address, name): FREE_FOR_PAIR,
            _key(self.purpose, "address", self.address): FREE_FOR_ADDRESS,
            _key(self.purpose, "name", name): FREE_FOR_NAME,
        }


def require_open(given: Try, *, next_step: str) -> None:
    """``Refused`` with the seconds to wait while one of the counts is closed."""
    now = timezone.now()
    closed = FailedSignIn.objects.filter(key__in=given.limits(), open_at__gt=now)
    opens = max(closed.values_list("open_at", flat=True), default=None)
    if opens is None:
        return
    minutes = -(-int((opens - now).total_seconds()) // 60) or 1
    said = ngettext(
        "There were too many tries. Wait %(minutes)s minute.",
        "There were too many tries. Wait %(minutes)s minutes.",
        minutes,
    )
    raise Refused(said % {"minutes": minutes}, next_step=next_step)


def count_failure(given: Try) -> None:
    """One more failure under each count. One transaction of its own: a refusal does not undo it."""
    now = timezone.now()
    with transaction.atomic():
        FailedSignIn.objects.filter(last_at__lt=now - FORGOTTEN_AFTER).delete()
        for key, free in given.limits().items():
            FailedSignIn.objects.get_or_create(key=key, defaults={"last_at": now, "open_at": now})
            row = FailedSignIn.objects.select_for_update().get(key=key)
            row.failures += 1
            row.last_at, row.open_at = now, now + wait_after(row.failures, free)
            row.save()


def forget(given: Try) -> None:
    """Signing in succeeded: this name from this address, or this device, begins anew.

    What was counted for the address and for the name stays: a guesser with one account of their
    own must not wipe out their tries at others.
    """
    keys = [key for key, free in given.limits().items() if free in {FREE_FOR_PAIR, FREE_FOR_DEVICE}]
    FailedSignIn.objects.filter(key__in=keys).delete()


def wait_after(failures: int, free: int) -> timedelta:
    """How long the next try waits: not at all, then 2 s, 4 s, 8 s … up to a quarter of an hour."""
    if failures < free:
        return timedelta()
    wait: timedelta = FIRST_WAIT * 2 ** min(failures - free, 12)
    return min(wait, LONGEST_WAIT)


def _key(*parts: str) -> str:
    said = "\0".join(parts).encode()
    return hmac.new(settings.SECRET_KEY.encode(), said, hashlib.sha256).hexdigest()
