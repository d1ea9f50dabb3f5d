"""Who a person is at the State's own sign-in service (OpenID Connect)."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class OutsideIdentity(models.Model):
    """The pair that never changes there: ``issuer`` "https://login.example.gov", ``subject``."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="outside_identities"
    )
    issuer = models.CharField(max_length=300)
    subject = models.CharField(max_length=255)
    linked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issuer", "subject"], name="one_account_per_identity"),
        ]

    def __str__(self) -> str:
        return f"user {self.user_id} at {self.issuer}"
