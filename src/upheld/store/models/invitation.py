"""An invitation: a link that works once and brings its reader in with the roles it names."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from upheld.core.roles import Role
from upheld.store.models.body import Body


class Invitation(models.Model):
    """ "Nguyễn Văn A, focal point of the Ministry of Justice", good until ``expires_at``.

    Only the SHA-256 of the link's secret is kept. Sent again it gets a new secret, and the old link
    ends. ``accepted_by`` is the account that was made; ``revoked_at`` closes the link for good.
    """

    email = models.EmailField(blank=True)
    name = models.CharField(max_length=200, blank=True)
    secret_sha256 = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="invitations_made"
    )
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="invitations"
    )
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.name or self.email or f"invitation {self.pk}"

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("invitation", "12")."""
        return "invitation", str(self.pk)


class InvitedRole(models.Model):
    """One role that an invitation gives; without a body it holds for the whole folder."""

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=32, choices=[(role.value, role.value) for role in Role])
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="invited_roles"
    )
    alternate = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.invitation_id}: {self.role}"
