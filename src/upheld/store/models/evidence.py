"""A piece of evidence: a file, a link or a quotation, with the span that matters."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from upheld.core.evidence import Confidentiality, EvidenceKind, EvidenceType
from upheld.store.models.assessment import Assessment
from upheld.store.models.body import Body
from upheld.store.models.entry import Entry
from upheld.store.models.record import Record
from upheld.store.models.stored_file import StoredFile


class Evidence(models.Model):
    """Belongs to ``body`` and stands under an ``entry`` or an ``assessment`` about ``record``.

    ``quotation`` holds the words that matter, ``place`` where they stand ("Article 14 (2)",
    "p. 12"). ``source`` names the publisher. ``file_name`` is the name under which a file came: the
    same bytes may have come from two bodies, and neither learns of the other. ``masked`` marks a
    copy whose personal data were masked; the original is kept apart in ``masked_from``, and has
    ``destroyed_at`` when its words or bytes were destroyed by choice.
    """

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="evidence")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="evidence")
    entry = models.ForeignKey(Entry, null=True, on_delete=models.PROTECT, related_name="evidence")
    assessment = models.ForeignKey(
        Assessment, null=True, on_delete=models.PROTECT, related_name="evidence"
    )
    kind = models.CharField(max_length=16, choices=[(k.value, k.value) for k in EvidenceKind])
    type = models.CharField(max_length=32, choices=[(t.value, t.value) for t in EvidenceType])
    confidentiality = models.CharField(
        max_length=16, choices=[(c.value, c.value) for c in Confidentiality]
    )
    title = models.CharField(max_length=300)
    source = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=10)
    day = models.DateField(null=True)
    url = models.URLField(max_length=2000, blank=True)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=255, blank=True)
    quotation = models.TextField(blank=True)
    place = models.CharField(max_length=300, blank=True)
    masked = models.BooleanField(default=False)
    masked_from = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="masked_copies"
    )
    destroyed_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()
    row_version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["day", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(entry=None) | Q(assessment=None), name="evidence_has_one_owner"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("evidence", "44")."""
        return "evidence", str(self.pk)
