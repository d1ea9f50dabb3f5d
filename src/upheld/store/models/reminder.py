"""Reminders: which digests went out, how often a person wants them, what was put off."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from upheld.core.reminders import Rhythm
from upheld.store.models.assignment import Assignment


class ReminderChoice(models.Model):
    """How often a user wants the digest; without a row, daily."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminder_choice"
    )
    rhythm = models.CharField(max_length=16, choices=[(r.value, r.value) for r in Rhythm])

    def __str__(self) -> str:
        return self.rhythm


class Digest(models.Model):
    """One mail to one user on one ``day``; the row is made before it is sent, so never twice.

    ``counts`` says of how much it spoke, by topic; ``newest_event`` is the newest act of the
    history that it knew.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digests"
    )
    day = models.DateField()
    counts = models.JSONField(default=dict)
    newest_event = models.BigIntegerField(default=0)

    class Meta:
        ordering = ["-day"]
        constraints = [
            models.UniqueConstraint(fields=["user", "day"], name="one_digest_per_user_and_day"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.day}"


class Snooze(models.Model):
    """A user is not reminded of an assignment until the day after ``until``; with the reason."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="snoozes"
    )
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="snoozes")
    until = models.DateField()
    reason = models.CharField(max_length=500)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["until", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "assignment"], name="one_snooze_per_user_and_assignment"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id}: {self.until}"
