"""A person who signs in: an officer, a focal point, a reader. Never a person from a document."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class UserManager(BaseUserManager["User"]):
    """Finds users by their sign-in name."""


class User(AbstractBaseUser):
    """``username`` signs in; ``name`` is what others read ("Nguyễn Văn A, Standing Office").

    ``language`` is the language of the interface, empty for what the browser asks. There is no
    default password: a new user has none and comes in by a sign-in link.
    """

    username = models.CharField(max_length=150, unique=True)
    email = models.EmailField(blank=True)
    name = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=10, blank=True)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.get_full_name()

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("user", "huong")."""
        return "user", self.username

    def get_full_name(self) -> str:
        """The name that others read; the sign-in name when no other is known."""
        return self.name or self.username
