"""A view that somebody keeps under a name: "Death penalty, noted, cycle 3"."""

from __future__ import annotations

from enum import StrEnum
from uuid import uuid4

from django.conf import settings
from django.db import models


class Shows(StrEnum):
    """What a view shows when it is opened: the list of records, or the overview."""

    RECORDS = "records"
    OVERVIEW = "overview"


class SavedView(models.Model):
    """``address`` is the view as it stands behind the question mark of an address.

    ``key`` is its link, which never changes. A *shared* view is seen by every member, any other by
    its owner alone. A deleted one stays, unseen, so that its owner can take the deletion back.
    """

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="saved_views"
    )
    name = models.CharField(max_length=100)
    shows = models.CharField(
        max_length=16,
        choices=[(one.value, one.value) for one in Shows],
        default=Shows.RECORDS.value,
    )
    address = models.TextField(blank=True)
    shared = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True)
    row_version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name

    def cited_as(self) -> tuple[str, str]:
        """How the history names it."""
        return "view", str(self.key)
