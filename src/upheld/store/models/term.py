"""A label itself, kept once: "Right to education" among OHCHR's themes, whoever gave it to what."""

from __future__ import annotations

from django.db import models

from upheld.core.labels import LONGEST_LABEL, Taxonomy


class Term(models.Model):
    """One label of one taxonomy, as printed ("A12 Acceptance of international norms").

    OHCHR's names change from cycle to cycle. A name that no list of ``upheld.core.taxonomies`` has
    is accepted; ``mapped_to`` is the term that a person says it stands for.
    """

    taxonomy = models.CharField(
        max_length=16, choices=[(name.value, name.value) for name in Taxonomy]
    )
    value = models.CharField(max_length=LONGEST_LABEL)
    mapped_to = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="mapped_from"
    )

    class Meta:
        ordering = ["taxonomy", "value"]
        constraints = [
            models.UniqueConstraint(fields=["taxonomy", "value"], name="term_once"),
        ]

    def __str__(self) -> str:
        return self.value

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("label", "theme 12")."""
        return "label", f"{self.taxonomy} {self.pk}"
