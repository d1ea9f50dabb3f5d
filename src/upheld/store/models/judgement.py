"""What people decided about two records: the same demand, different ones, or unsure."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from upheld.core.judgements import Verdict
from upheld.store.models.record import Record


class Judgement(models.Model):
    """One person's verdict on a pair; ``one`` is the record with the smaller key.

    A judgement is never changed and never removed: a person who thinks otherwise withdraws it or
    judges again, and the old one keeps who withdrew it and when. The newest that stands counts for
    the pair. ``score`` is the probability that the page showed, None if it showed none.
    """

    one = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="judged_first")
    other = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="judged_second")
    verdict = models.CharField(max_length=16, choices=[(v.value, v.value) for v in Verdict])
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="judgements"
    )
    made_at = models.DateTimeField()
    score = models.FloatField(null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="judged_pair_in_order"),
            models.UniqueConstraint(
                fields=["one", "other", "author"],
                condition=Q(withdrawn_at=None),
                name="one_standing_judgement_per_author",
            ),
        ]
        indexes = [
            models.Index(
                fields=["verdict", "one", "other"],
                condition=Q(withdrawn_at=None),
                name="judgement_that_stands",
            ),
        ]

    def __str__(self) -> str:
        return self.verdict
