"""The section "Labels" of a record's page: each with its source, proposals apart, quality marks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from upheld.core.labels import LabelSource, ReadAs, Taxonomy
from upheld.core.taxonomies import labels_of
from upheld.services.permissions import visible_to
from upheld.store.models import Label, LabelledText, ProposedLabel, Record
from upheld.store.queries.proposals import ProposalFilter, waiting
from upheld.web.label_words import label_language, label_words
from upheld.web.proposals import shown_texts, words_of
from upheld.web.words import TAXONOMIES

MARKS: dict[str, Promise] = {
    "addressee": _("Names who should act"),
    "measure": _("Names a measure"),
    "date": _("Names a time"),
    "measurable": _("Names a yardstick"),
}


@dataclass(frozen=True, slots=True)
class GivenLabel:
    """A label that a record has: its list, its name and the language of that, and who gave it.

    ``document`` is the one that prints it; else ``person`` gave it at ``time``, and may take it
    back by its ``term``.
    """

    taxonomy: str
    name: str
    language: str
    term: int
    document: Any
    person: str
    time: datetime | None


def label_section(request: HttpRequest, record: Record) -> dict[str, Any]:
    """What the section needs; who may decide is known to the page as ``may_review``."""
    rows = waiting(visible_to(request.user, ProposedLabel.objects.all()), ProposalFilter())
    proposed = rows.filter(record=record).select_related("term")
    ordered = list(proposed.order_by("term__taxonomy", "-score", "term__value"))
    read = LabelledText.objects.filter(record=record).first()
    return {
        "given": [
            (name, labels)
            for taxonomy, name in TAXONOMIES.items()
            if (labels := [_given(row) for row in _labels(record) if row.taxonomy == taxonomy])
        ],
        "text": shown_texts([(record, ordered)])[0],
        "not_read": read is None,
        "no_language": read is not None and read.read_as == ReadAs.NOT_AT_ALL,
        "marks": _marks(record) if read and read.read_as == ReadAs.ENGLISH else [],
        "names_to_add": [
            (
                TAXONOMIES[taxonomy],
                label_language(taxonomy),
                [(f"{taxonomy}: {v}", label_words(taxonomy, v)) for v in values],
            )
            for taxonomy in Taxonomy
            if (values := labels_of(taxonomy))
        ],
    }


def _labels(record: Record) -> list[Label]:
    return list(record.labels.select_related("term", "given_in", "act"))


def _given(row: Label) -> GivenLabel:
    by_document = row.source == LabelSource.DOCUMENT
    return GivenLabel(
        row.taxonomy,
        label_words(row.taxonomy, row.value),
        label_language(row.taxonomy),
        row.term_id,
        row.given_in if by_document else None,
        row.act.actor_name if row.act else "",
        row.act.time if row.act else None,
    )


def _marks(record: Record) -> list[tuple[Promise, str]]:
    """What the words name and what they do not, with the words themselves."""
    from upheld.analysis.quality_marks import quality_marks  # noqa: PLC0415  # only here

    found = quality_marks(words_of(record))
    return [(name, getattr(found, mark)) for mark, name in MARKS.items()]
