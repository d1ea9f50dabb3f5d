"""Which role a user holds: "coordinator", "reader"."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from upheld.core.roles import Role


class RoleBinding(models.Model):
    """One role of one user. What a role may do stands in ``upheld.core.roles.RULES``."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="role_bindings"
    )
    role = models.CharField(max_length=32, choices=[(role.value, role.value) for role in Role])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "role"], name="role_once_per_user"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.role}"
