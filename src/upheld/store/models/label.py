"""A label of a record: a theme, a group of persons, an SDG, with who gave it."""

from __future__ import annotations

from django.db import models

from upheld.core.labels import LabelSource
from upheld.store.models.document import Document
from upheld.store.models.event import Event
from upheld.store.models.record import Record
from upheld.store.models.term import Term


class Label(models.Model):
    """One term given to one record by one source.

    A million of them stand beside 268,000 records, so that the words themselves are kept once, in
    ``term``. ``given_in`` is the document that prints the label, where a document gave it; ``act``
    the entry of the history by which a person did. What the program proposes stands apart
    (``ProposedLabel``).
    """

    # The constraint below begins with the record: an index of its own would repeat it.
    record = models.ForeignKey(
        Record, on_delete=models.CASCADE, related_name="labels", db_index=False
    )
    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="labels")
    source = models.CharField(
        max_length=16, choices=[(name.value, name.value) for name in LabelSource]
    )
    given_in = models.ForeignKey(
        Document, null=True, on_delete=models.PROTECT, related_name="labels_given", db_index=False
    )
    act = models.ForeignKey(
        Event, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        ordering = ["term__taxonomy", "term__value"]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "term", "source"], name="label_once_per_source"
            ),
        ]
        indexes = [
            models.Index(fields=["act"], condition=models.Q(act__isnull=False), name="label_by_act")
        ]

    def __str__(self) -> str:
        return self.value

    @property
    def taxonomy(self) -> str:
        """Which list the label comes from."""
        return self.term.taxonomy

    @property
    def value(self) -> str:
        """The label as printed."""
        return self.term.value
