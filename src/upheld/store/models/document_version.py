"""A version of a document: the draft, the final report, a corrigendum, the same text as Word."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from upheld.store.models.document import Document
from upheld.store.models.stored_file import StoredFile


class DocumentVersion(models.Model):
    """One file taken in for a document; ``number`` counts from 1.

    ``symbol`` is the symbol printed on this version ("A/HRC/26/6/Corr.1"). ``changes`` names the
    public ids of the records that this version ``added``, ``changed`` and ``withdrew`` and counts
    those it left ``unchanged``; ``counts`` has ``pages`` and the number of items of each kind.
    ``mapping`` is how the columns of a national table were read.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="versions")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    symbol = models.CharField(max_length=200, blank=True)
    taken_in_at = models.DateTimeField()
    taken_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    mapping = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    changes = models.JSONField(default=dict)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="version_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.symbol or self.document_id} ({self.number})"
