"""A browser in which a person is signed in, as their list of sessions shows it."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class OpenSession(models.Model):
    """``browser`` is "Firefox, Windows"; no address and no page is kept: where from and what was
    read is nobody's business. ``seen_at`` is brought up to date once an hour.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="open_sessions"
    )
    session_key = models.CharField(max_length=40, unique=True)
    browser = models.CharField(max_length=100, blank=True)
    begun_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ["-seen_at", "-id"]

    def __str__(self) -> str:
        return f"session of user {self.user_id}, {self.browser}"
