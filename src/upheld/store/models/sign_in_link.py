"""A sign-in link: shown once on the terminal or in a mail, good for one use within 24 hours."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class SignInLink(models.Model):
    """Only the SHA-256 of the link's secret is kept, so that the table opens no door."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sign_in_links"
    )
    secret_sha256 = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"link of user {self.user_id}, until {self.expires_at:%Y-%m-%d %H:%M}"
