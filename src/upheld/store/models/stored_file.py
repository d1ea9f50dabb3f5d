"""A file as it was received, kept unchanged under its SHA-256."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class StoredFile(models.Model):
    """The bytes stand in the data folder at ``files/<sha256[:2]>/<sha256>``; ``size`` in bytes.

    ``kept`` is false for exports of other databases: they stand there, they are enormous, and they
    may hold rows about persons that are never kept here. Of them only the fingerprint stays.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    format = models.CharField(max_length=10)
    size = models.PositiveBigIntegerField()
    kept = models.BooleanField(default=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    def __str__(self) -> str:
        return self.name
