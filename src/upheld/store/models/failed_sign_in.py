"""How often signing in failed lately, and from when on it may be tried again."""

from __future__ import annotations

from django.db import models


class FailedSignIn(models.Model):
    """A row for an address, for a name at an address, for a name, or for a known device.

    ``key`` is a keyed hash: the table tells neither who was tried nor from where.
    """

    key = models.CharField(max_length=64, unique=True)
    failures = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(db_index=True)
    open_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.failures} failures"
