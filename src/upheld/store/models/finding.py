"""A finding about a document that a person resolves or dismisses with a note."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from upheld.core.findings import Finding, Severity
from upheld.core.review import FindingState
from upheld.store.models.document import Document
from upheld.store.models.document_version import DocumentVersion
from upheld.store.models.record import Record


class DocumentFinding(models.Model):
    """One row per finding of a version; ``record`` where it is about one record.

    ``page``, ``start`` and ``end`` lead to the place in the version's file; -1 without a span.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="findings")
    version = models.ForeignKey(DocumentVersion, on_delete=models.CASCADE, related_name="findings")
    record = models.ForeignKey(Record, null=True, on_delete=models.CASCADE, related_name="findings")
    code = models.CharField(max_length=64)
    severity = models.CharField(
        max_length=16, choices=[(level.value, level.value) for level in Severity]
    )
    page = models.PositiveIntegerField(null=True)
    start = models.IntegerField(default=-1)
    end = models.IntegerField(default=-1)
    arguments = models.JSONField(default=dict)
    state = models.CharField(
        max_length=16,
        choices=[(state.value, state.value) for state in FindingState],
        default=FindingState.OPEN.value,
        db_index=True,
    )
    note = models.TextField(blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["document", "page", "start", "id"]

    def __str__(self) -> str:
        return self.code

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("finding", "40")."""
        return "finding", str(self.pk)

    def as_finding(self) -> Finding:
        """The finding as the parser gave it, for its sentence and its next step."""
        return Finding(self.code, self.page, dict(self.arguments), self.start, self.end)

    @property
    def message(self) -> str:
        """The sentence in English; pages translate it."""
        return self.as_finding().message

    @property
    def next_step(self) -> str:
        return self.as_finding().next_step
