"""A published list on its way into the folder: how far it has come and what came of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from upheld.store.models.stored_file import StoredFile


class ImportRun(models.Model):
    """One import of one file. ``rows_done`` rows of it are kept; an unfinished run goes on there.

    ``publisher`` is "uhri" or "upr_info". ``counts`` holds how many rows were new, changed,
    unchanged, kept by hand and refused (by the code of the finding), ``unknown`` the names of
    States that were not recognised, with how often they came.
    """

    publisher = models.CharField(max_length=16)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="imports")
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    finished_at = models.DateTimeField(null=True)
    rows_done = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    unknown = models.JSONField(default=dict)

    class Meta:
        ordering = ["-started_at", "-id"]

    def __str__(self) -> str:
        return f"{self.publisher} {self.file_id}"

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("import", "2")."""
        return "import", str(self.pk)
