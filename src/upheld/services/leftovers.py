"""Bytes of files that were destroyed, where the program was stopped before it could remove them.

A file is destroyed in two steps: the row says so, then its bytes go. Whoever pulls the plug in
between leaves bytes that nobody may have any more.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction

from upheld.core.roles import Action
from upheld.services import history
from upheld.services.permissions import Actor, authorise
from upheld.store import files
from upheld.store.models import StoredFile


def leftovers() -> Iterator[str]:
    """The SHA-256 of each file that is no longer kept and whose bytes are there."""
    gone = StoredFile.objects.filter(kept=False).order_by("pk")
    for sha256 in gone.values_list("sha256", flat=True):
        if files.path_of(sha256).exists():
            yield sha256


def remove_leftovers(actor: Actor) -> list[str]:
    """Remove them; the SHA-256 of each. Who: administrator, coordinator.

    Nobody can take the same bytes in meanwhile: whoever keeps a file waits for the lock. The
    history told already that they were destroyed.
    """
    authorise(actor, Action.VERIFY)
    with transaction.atomic():
        history.lock()
        found = list(leftovers())
        for sha256 in found:
            files.path_of(sha256).unlink(missing_ok=True)
    return found
