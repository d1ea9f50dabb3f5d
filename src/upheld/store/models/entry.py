"""An entry: what a body reports about what was asked of it, on its way to publication."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from upheld.core.entries import EntryState
from upheld.core.implementation import Implementation
from upheld.store.models.assignment import Assignment
from upheld.store.models.body import Body
from upheld.store.models.plan import PlannedAction
from upheld.store.models.record import Record


class Entry(models.Model):
    """Three fields (``done``, ``result``, and evidence beside it) and the status the body claims.

    An entry is about one ``record`` and may name the ``action`` by which it was done. ``body`` and
    ``body_name`` are as they were when it was written, also after a merger. ``language`` is that of
    the words. One entry of a body about a record is open at a time; later ones follow published
    ones. ``sent_back`` holds the reason while a person has to answer it.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="entries")
    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="entries")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="entries")
    body_name = models.CharField(max_length=300)
    action = models.ForeignKey(
        PlannedAction, null=True, on_delete=models.PROTECT, related_name="entries"
    )
    state = models.CharField(
        max_length=16,
        choices=[(state.value, state.value) for state in EntryState],
        default=EntryState.DRAFT.value,
        db_index=True,
    )
    language = models.CharField(max_length=10)
    done = models.TextField(blank=True)
    result = models.TextField(blank=True)
    status = models.CharField(
        max_length=32, choices=[(status.value, status.value) for status in Implementation]
    )
    as_of = models.DateField()
    sent_back = models.TextField(blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    validated_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    row_version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-changed_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "body"],
                condition=Q(state__in=["draft", "submitted", "validated", "accepted"]),
                name="one_open_entry_per_body_and_record",
            ),
        ]
        indexes = [
            models.Index(fields=["body", "state"], name="entry_of_body"),
            models.Index(fields=["record", "state"], name="entry_of_record"),
        ]

    def __str__(self) -> str:
        return f"{self.record_id}: {self.body_name}"

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("entry", "31")."""
        return "entry", str(self.pk)
