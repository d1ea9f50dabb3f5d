"""What an import said about a record: the publisher's id, and a seal over all that it said."""

from __future__ import annotations

from django.db import models

from upheld.store.models.event import Event
from upheld.store.models.record import Record


class ImportedRow(models.Model):
    """One row per record and import that changed it; rows are added, never changed.

    ``key`` is the publisher's id (AnnotationId) in 16 bytes, ``digest`` the seal of
    ``upheld.parsing.published``: with the same digest a row says nothing new. ``batch`` is the
    entry of the history that seals this row with the others of its transaction. ``applied`` is
    false where a person had corrected the record, and its words were kept.
    """

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="imported")
    key = models.BinaryField(max_length=16)
    digest = models.BinaryField(max_length=16)
    batch = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="imported_rows")
    applied = models.BooleanField(default=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["key", "batch"], name="imported_once_per_batch"),
        ]

    def __str__(self) -> str:
        return bytes(self.key).hex()
