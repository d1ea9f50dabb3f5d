"""Labels that the program proposes for records, until a person accepts or rejects them."""

from __future__ import annotations

from django.db import models

from upheld.core.labels import Decision, ReadAs
from upheld.store.models.event import Event
from upheld.store.models.record import Record
from upheld.store.models.term import Term


class ClassifierEdition(models.Model):
    """One classifier that has proposed labels here: ``upheld.analysis.propose.edition``."""

    name = models.CharField(max_length=16, unique=True)
    begun_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class LabelledText(models.Model):
    """That the text of a record was read for proposals, also where none came of it.

    ``seal`` tells whether the record's words are still those that were read; ``edition`` whether
    they were read by the classifier of today.
    """

    record = models.OneToOneField(
        Record, on_delete=models.CASCADE, primary_key=True, related_name="labelled_text"
    )
    edition = models.ForeignKey(
        ClassifierEdition, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    read_as = models.PositiveSmallIntegerField(choices=[(way.value, way.name) for way in ReadAs])
    seal = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.record_id} {self.read_as}"


class ProposedLabel(models.Model):
    """One term proposed for one record: two million rows beside 268,000 records, so kept small.

    ``score`` is in thousandths. The words that spoke for it are not kept: they follow from the
    text and the edition. ``act`` is the entry of the history that decided or undid last. A row
    about which a person decided is never replaced by a later edition: a rejected label does not
    come back, and an accepted one stands as a ``Label`` of that person.
    """

    # The constraint below begins with the record: an index of its own would repeat it.
    record = models.ForeignKey(
        Record, on_delete=models.CASCADE, related_name="proposed_labels", db_index=False
    )
    term = models.ForeignKey(
        Term, on_delete=models.PROTECT, related_name="proposed", db_index=False
    )
    score = models.PositiveSmallIntegerField()
    decision = models.PositiveSmallIntegerField(
        choices=[(said.value, said.name) for said in Decision], default=Decision.WAITING.value
    )
    act = models.ForeignKey(
        Event, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record", "term"], name="proposed_once"),
        ]
        indexes = [
            models.Index(
                fields=["act"], condition=models.Q(act__isnull=False), name="proposed_by_act"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record_id} {self.term_id} {self.score}"
