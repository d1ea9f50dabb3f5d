"""Laws of a State, cut into the passages by which lawyers cite them: "khoản 2 Điều 14"."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from upheld.store.models.stored_file import StoredFile


class Law(models.Model):
    """A law, decree or code as it was added: its ``number`` "101/2015/QH13", its day, its source.

    ``valid_to`` is the last day of a law that no longer holds; nobody finds evidence in it.
    """

    state = models.CharField(max_length=3, blank=True)
    title = models.CharField(max_length=300)
    number = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=10)
    issued_on = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    source = models.CharField(max_length=300)
    url = models.URLField(max_length=2000, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["title", "number", "id"]

    def __str__(self) -> str:
        return f"{self.title} {self.number}".strip()

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("law", "3")."""
        return "law", str(self.pk)


class LawPassage(models.Model):
    """One clause of a law, or a whole article without clauses; ``place`` as it is cited."""

    law = models.ForeignKey(Law, on_delete=models.CASCADE, related_name="passages")
    order = models.PositiveIntegerField()
    place = models.CharField(max_length=80)
    name = models.CharField(max_length=400, blank=True)
    text = models.TextField()

    class Meta:
        ordering = ["law", "order"]
        constraints = [
            models.UniqueConstraint(fields=["law", "order"], name="passage_once_per_law"),
        ]

    def __str__(self) -> str:
        return self.place
