"""Who must act on a recommendation: "143.27: lead Ministry of Justice, by 30 June 2027"."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from upheld.core.planning import AssignmentState, Part
from upheld.store.models.body import Body
from upheld.store.models.record import Record


class Assignment(models.Model):
    """One body's part in one record. Exactly one body leads, any number support.

    A *proposed* one comes from the program with ``score`` and ``why`` (the themes and earlier
    assignments that spoke for the body); a person confirms or declines it. When a body is
    succeeded, its assignment is *ended* and the successor's begins, with ``follows`` between them.
    """

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="assignments")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="assignments")
    part = models.CharField(max_length=16, choices=[(part.value, part.value) for part in Part])
    state = models.CharField(
        max_length=16, choices=[(state.value, state.value) for state in AssignmentState]
    )
    due = models.DateField(null=True)
    score = models.FloatField(null=True)
    why = models.JSONField(default=list)
    follows = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="followed_by"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    row_version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["record", "part", "body__order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "body"],
                condition=Q(state__in=["proposed", "confirmed"]),
                name="one_part_per_body_and_record",
            ),
            models.UniqueConstraint(
                fields=["record"],
                condition=Q(state="confirmed", part="lead"),
                name="one_lead_per_record",
            ),
        ]
        indexes = [
            models.Index(fields=["body", "state", "due"], name="assignment_of_body"),
        ]

    def __str__(self) -> str:
        return f"{self.record_id}: {self.part} {self.body_id}"

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("assignment", "118")."""
        return "assignment", str(self.pk)
