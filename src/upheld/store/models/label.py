"""A label of a record: a theme, a group of persons, an SDG, with who gave it."""

from __future__ import annotations

from django.db import models

from upheld.core.labels import LabelSource, Taxonomy
from upheld.store.models.document import Document
from upheld.store.models.record import Record


class Label(models.Model):
    """One label as printed ("A12 Acceptance of international norms") in one taxonomy.

    ``given_in`` is the document that prints the label, where a document gave it.
    """

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="labels")
    taxonomy = models.CharField(
        max_length=16, choices=[(name.value, name.value) for name in Taxonomy]
    )
    value = models.CharField(max_length=300)
    source = models.CharField(
        max_length=16, choices=[(name.value, name.value) for name in LabelSource]
    )
    given_in = models.ForeignKey(
        Document, null=True, on_delete=models.PROTECT, related_name="labels_given"
    )

    class Meta:
        ordering = ["taxonomy", "value"]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "taxonomy", "value", "source"], name="label_once_per_source"
            ),
        ]

    def __str__(self) -> str:
        return self.value
