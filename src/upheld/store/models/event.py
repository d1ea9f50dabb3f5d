"""The history: who did what, when and why; added to, never changed, each entry sealing the last."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Event(models.Model):
    """One entry. ``hash`` is the SHA-256 of all other fields, ``previous_hash`` the entry before.

    ``difference`` is ``{field: [old, new]}``; ``change`` is shared by the entries of one act, for
    example 320 confirmations by one click. The database refuses to update or delete rows
    (``upheld.store.append_only``); ``upheld verify`` proves the chain.
    """

    seq = models.BigIntegerField(primary_key=True)
    time = models.DateTimeField()
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="events"
    )
    actor_name = models.CharField(max_length=200)
    action = models.CharField(max_length=64)
    object_type = models.CharField(max_length=32)
    object_id = models.CharField(max_length=150)
    difference = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    change = models.UUIDField()
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["seq"]
        indexes = [
            models.Index(fields=["object_type", "object_id", "seq"], name="event_of_object"),
            models.Index(fields=["change"], name="event_of_change"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.action} {self.object_id}"
