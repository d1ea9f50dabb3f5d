"""The history of positions: what the State under review answered, where, and in which words."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from upheld.core.positions import Position
from upheld.store.models.document import Document
from upheld.store.models.record import Record


class PositionEntry(models.Model):
    """One position of one record as one source states it; entries are added, never changed.

    ``words`` are the printed words ("enjoy the support of X"), ``paragraph`` where they stand,
    ``source`` the document that prints them and ``date`` its date; ``entered_by`` is set when a
    person gave the position by hand. ``supersedes`` is the entry that was current before this one.
    ``Record.current_position`` points to the entry that holds now.
    """

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="positions")
    value = models.CharField(
        max_length=16, choices=[(value.value, value.value) for value in Position]
    )
    words = models.TextField(blank=True)
    paragraph = models.TextField(blank=True)
    source = models.ForeignKey(
        Document, null=True, on_delete=models.PROTECT, related_name="stated_positions"
    )
    date = models.DateField(null=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    entered_at = models.DateTimeField()
    supersedes = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.value
