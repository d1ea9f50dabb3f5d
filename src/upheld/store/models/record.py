"""A record: one item of a document, kept with its source and its state of review."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models

from upheld.core.items import ItemKind
from upheld.core.review import ReviewState
from upheld.store.models.document import Document
from upheld.store.models.document_version import DocumentVersion
from upheld.store.models.folded import FoldedField

NO_DAY = date(1, 1, 1)
"""The day of a document without a date: it stands after all others, in every database."""


class Record(models.Model):
    """One item: "143.27 Consider ratifying CPED (France, Spain)" as a person may cite it.

    ``public_id`` ("A-HRC-26-6-143.27") never changes and never leads nowhere: a record that was
    split, merged or withdrawn stays and says where its words went. ``number``, ``part``, ``text``
    are as now held; ``proposed`` is the last reading by the program, so that corrections by hand
    can be told from it. ``version``, ``page``, ``start`` and ``end`` say where the words stand,
    and ``printed`` repeats them: ``document.text[start:end] == printed``. ``row_version`` grows
    with each change; whoever changes a record says which one they saw.

    A *published* record was imported from a list of OHCHR or UPR Info and has no page: ``printed``
    is what its publisher gives, and empty where that is the number and the text. ``day`` repeats
    the date of the document (or of the publisher's row), so that lists of any length are read in
    their order from an index; without a date it is the first of January of year 1.
    """

    public_id = models.CharField(max_length=150, unique=True)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="records")
    version = models.ForeignKey(DocumentVersion, on_delete=models.PROTECT, related_name="records")
    kind = models.CharField(max_length=32, choices=[(kind.value, kind.value) for kind in ItemKind])
    number = models.TextField(blank=True)
    part = models.TextField(blank=True)
    order = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    folded = FoldedField(of="text")
    printed = models.TextField()
    page = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    proposed = models.JSONField(default=dict)
    review_state = models.CharField(
        max_length=16,
        choices=[(state.value, state.value) for state in ReviewState],
        default=ReviewState.PROPOSED.value,
        db_index=True,
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True)
    current_position = models.ForeignKey(
        "PositionEntry", null=True, on_delete=models.PROTECT, related_name="+"
    )
    split_from = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="split_into"
    )
    merged_into = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="merged_from"
    )
    row_version = models.PositiveIntegerField(default=1)
    day = models.DateField(default=NO_DAY)

    class Meta:
        ordering = ["document", "order", "part", "id"]
        indexes = [
            models.Index(fields=["document", "order"], name="record_in_document_order"),
            models.Index(
                fields=["-day", "document", "order", "part", "id"], name="record_in_list_order"
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("record", "A-HRC-26-6-143.27")."""
        return "record", self.public_id


class RecommendingState(models.Model):
    """A State that made a recommendation, by its ISO 3166 code, in printed order."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="states")
    iso3 = models.CharField(max_length=3, db_index=True)
    order = models.PositiveIntegerField()

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["record", "iso3"], name="state_once_per_record"),
        ]

    def __str__(self) -> str:
        return self.iso3
