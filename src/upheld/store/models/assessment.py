"""What others say of a recommendation's implementation, beside the State's own view."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from upheld.core.implementation import AssessorKind, Grade, Implementation
from upheld.store.models.body import Body
from upheld.store.models.record import Record


class Assessment(models.Model):
    """One assessor's view of one record on one day: a ``status``, or a treaty body's ``grade``.

    Rows are never overwritten by another assessor, and never averaged. A changed view is a new row;
    a withdrawn one keeps its words and says so. ``criteria`` and ``method`` are the assessor's own.
    """

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="assessments")
    assessor = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="assessments")
    assessor_name = models.CharField(max_length=300)
    kind = models.CharField(max_length=32, choices=[(k.value, k.value) for k in AssessorKind])
    status = models.CharField(
        max_length=32, blank=True, choices=[(s.value, s.value) for s in Implementation]
    )
    grade = models.CharField(max_length=1, blank=True, choices=[(g.value, g.value) for g in Grade])
    language = models.CharField(max_length=10)
    reasons = models.TextField()
    criteria = models.TextField(blank=True)
    method = models.TextField(blank=True)
    as_of = models.DateField()
    published_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField()
    row_version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-as_of", "-id"]
        indexes = [models.Index(fields=["record", "published_at"], name="assessment_of_record")]

    def __str__(self) -> str:
        return f"{self.record_id}: {self.assessor_name}"

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("assessment", "5")."""
        return "assessment", str(self.pk)
