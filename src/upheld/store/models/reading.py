"""A file on its way: waiting, being read, done or failed. The queue of the reading worker."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from upheld.store.models.document import Document


class ReadingState(models.TextChoices):
    """Where a file stands."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"


class Reading(models.Model):
    """One file that somebody added on a page; its bytes already stand in ``files/<sha256>``.

    ``step`` with ``done`` of ``total`` is the progress. ``outcome`` is what happened to the
    document ("new", "unchanged", "new_version"); ``findings`` are those of a file that could not
    be taken in, for one that could they stand at the document.

    A list that OHCHR or UPR Info publish is tried first: ``outcome`` is then "tried" and ``report``
    says what an import would change. Once a person wants it, ``wanted`` is "import", the row waits
    once more, and its ``outcome`` becomes "imported". A row still ``reading`` when its
    worker is gone is taken up again: ``beat_at`` tells that the worker lives.
    """

    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    symbol_hint = models.CharField(max_length=200, blank=True)
    mapping = models.JSONField(default=dict)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="readings"
    )
    state = models.CharField(
        max_length=16, choices=ReadingState.choices, default=ReadingState.WAITING, db_index=True
    )
    step = models.CharField(max_length=32, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    wanted = models.CharField(max_length=16, blank=True)
    report = models.JSONField(default=dict)
    outcome = models.CharField(max_length=16, blank=True)
    message = models.TextField(blank=True)
    next_step = models.TextField(blank=True)
    findings = models.JSONField(default=list)
    document = models.ForeignKey(
        Document, null=True, on_delete=models.SET_NULL, related_name="readings"
    )
    created_at = models.DateTimeField()
    beat_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.name

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("reading", "12")."""
        return "reading", str(self.pk)
