"""Sheets that bodies downloaded, and what they sent back, until a person has decided on it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from upheld.store.models.body import Body


class IssuedSheet(models.Model):
    """One download. ``seen`` holds for each row's key what it said then: number, words, version.

    ``{"118": {"number": "143.27", "entry": 31, "row_version": 2, "words": {…}}}``; the keys are
    those of assignments. ``language`` is that of the sheet.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="sheets")
    language = models.CharField(max_length=10)
    seen = models.JSONField(default=dict)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return str(self.key)

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("sheet", "3f2a…")."""
        return "sheet", str(self.key)


class ReturnedSheet(models.Model):
    """One sheet that came back: its changed rows wait here until they are stored or dropped.

    ``rows`` is ``{"118": {"row": 7, "done": …, "status": …}}``; emptied once decided, because
    drafts are not kept for longer than they serve.
    """

    issue = models.ForeignKey(IssuedSheet, on_delete=models.PROTECT, related_name="returned")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    rows = models.JSONField(default=dict)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    sent_at = models.DateTimeField()
    stored_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-sent_at", "-id"]

    def __str__(self) -> str:
        return self.name

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("returned sheet", "4")."""
        return "returned sheet", str(self.pk)
