"""Which role a user holds, and for which body: "focal point of the Ministry of Justice"."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from upheld.core.roles import Role
from upheld.store.models.body import Body


class RoleBinding(models.Model):
    """One role of one user, for ``body`` and all below it; without a body for the whole folder.

    What a role may do stands in ``upheld.core.roles.RULES``. ``alternate`` marks the focal point or
    validating authority who stands in for the main one.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="role_bindings"
    )
    role = models.CharField(max_length=32, choices=[(role.value, role.value) for role in Role])
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="role_bindings"
    )
    alternate = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role"], condition=Q(body=None), name="role_once_per_user"
            ),
            models.UniqueConstraint(
                fields=["user", "role", "body"],
                condition=~Q(body=None),
                name="role_once_per_user_and_body",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.role}"
