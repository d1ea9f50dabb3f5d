"""A UN document or a national table, whatever number of versions of it were taken in."""

from __future__ import annotations

from django.db import models

from upheld.core.facts import DocumentKind


class Document(models.Model):
    """What the first page says: ``symbol`` "A/HRC/26/6" as last printed, title, session, date.

    ``base_symbol`` is the symbol without /Corr.1 and /Rev.1: versions of one document share it.
    ``slug`` begins the public ids of its records ("A-HRC-26-6"); it never changes, also when a
    draft (A/HRC/WG.6/52/L.3) gets its final symbol. ``relates_to`` is the report that an addendum
    or a thematic list speaks about; until that report is there, ``relates_to_symbol`` waits for it.
    ``declared`` holds the totals that the document states about itself.

    What OHCHR's Index or UPR Info publish about a document stands beside it, as a document of the
    kind *uhri* or *upr_info* with a slug of its own, and never changes it; its ``base_symbol`` is
    empty, so that nothing takes it for the document itself.
    """

    slug = models.CharField(max_length=100, unique=True)
    symbol = models.CharField(max_length=200, blank=True)
    base_symbol = models.CharField(max_length=200, blank=True, db_index=True)
    title = models.TextField(blank=True)
    kind = models.CharField(
        max_length=32, choices=[(kind.value, kind.value) for kind in DocumentKind]
    )
    body = models.TextField(blank=True)
    council_session = models.PositiveIntegerField(null=True)
    session = models.PositiveIntegerField(null=True)
    cycle = models.PositiveIntegerField(null=True)
    agenda_item = models.TextField(blank=True)
    date = models.DateField(null=True)
    language = models.CharField(max_length=10, blank=True)
    declared = models.JSONField(default=dict)
    relates_to = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="related_documents"
    )
    relates_to_symbol = models.CharField(max_length=200, blank=True, db_index=True)
    current_version = models.ForeignKey(
        "DocumentVersion", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-date", "slug"]
        indexes = [models.Index(fields=["-date", "slug"], name="document_in_library_order")]

    def __str__(self) -> str:
        return self.symbol or self.title or self.slug

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("document", "A-HRC-26-6")."""
        return "document", self.slug


class StateUnderReview(models.Model):
    """A State that the document speaks to, by its ISO 3166 three-letter code, in printed order."""

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="states_under_review"
    )
    iso3 = models.CharField(max_length=3, db_index=True)
    order = models.PositiveIntegerField()

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["document", "iso3"], name="state_once_per_document"),
        ]

    def __str__(self) -> str:
        return self.iso3
