"""A reply: the State answers an assessment by others, an assessor answers the State."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from upheld.store.models.assessment import Assessment
from upheld.store.models.body import Body
from upheld.store.models.entry import Entry


class Reply(models.Model):
    """The right of reply: what the State says to an assessment, or an assessor to an entry."""

    assessment = models.ForeignKey(
        Assessment, null=True, on_delete=models.PROTECT, related_name="replies"
    )
    entry = models.ForeignKey(Entry, null=True, on_delete=models.PROTECT, related_name="replies")
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    # As the body was called when it replied; the State is named in the reader's language.
    author_name = models.CharField(max_length=300)
    language = models.CharField(max_length=10)
    text = models.TextField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["written_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(entry=None, assessment__isnull=False)
                | Q(entry__isnull=False, assessment=None),
                name="reply_to_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return self.author_name

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("reply", "3")."""
        return "reply", str(self.pk)
