"""Bodies of a State that act on recommendations, as a tree with periods: "Bộ Tư pháp"."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from upheld.core.national_bodies import NationalBodyKind, Succession
from upheld.core.wording import wording


class Body(models.Model):
    """A ministry, a province, a national institution, for the period in which it exists.

    ``code`` ("VNM-MOJ") is what addresses, sheets and imports name; it never changes. ``names``
    holds the name by language ({"vi": "Bộ Tư pháp", "en": "Ministry of Justice"}). Whoever changes
    a name from a day on makes a successor: what was said under the old name keeps it.
    ``valid_from`` is empty where it is not known, ``valid_to`` is the last day and empty for a body
    that exists. ``source`` says where this is from; ``checked`` is false for what nobody compared
    with a published act.
    """

    code = models.CharField(max_length=60, unique=True)
    state = models.CharField(max_length=3, db_index=True)
    kind = models.CharField(
        max_length=32, choices=[(kind.value, kind.value) for kind in NationalBodyKind]
    )
    names = models.JSONField(default=dict)
    abbreviation = models.CharField(max_length=40, blank=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    order = models.PositiveIntegerField(default=0)
    source = models.TextField(blank=True)
    checked = models.BooleanField(default=False)
    row_version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["state", "order", "code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lte=F("valid_to")),
                name="body_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.name_in("en")

    def name_in(self, language: str) -> str:
        """The name in ``language``, else in English, else as there is one; the code without any."""
        return wording(self.names, language)[0] or self.code

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("body", "VNM-MOJ")."""
        return "body", self.code


class BodySuccession(models.Model):
    """From ``day`` on ``successor`` has the duties of ``body``: Kien Giang into An Giang."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="successions")
    successor = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="predecessions")
    kind = models.CharField(max_length=16, choices=[(k.value, k.value) for k in Succession])
    day = models.DateField()
    source = models.TextField(blank=True)

    class Meta:
        ordering = ["day", "id"]
        constraints = [
            models.UniqueConstraint(fields=["body", "successor"], name="one_succession_per_pair"),
        ]

    def __str__(self) -> str:
        return f"{self.body_id} > {self.successor_id}"
