"""Proposed labels that wait for a person: by taxonomy, score and document, text by text."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from upheld.core.labels import Decision, ReadAs
from upheld.core.review import IN_FORCE, ReviewState
from upheld.store.models import LabelledText, ProposedLabel, Record, Term

_GONE = Record.objects.filter(
    review_state__in=[state.value for state in ReviewState if state not in IN_FORCE]
).values("pk")


@dataclass(frozen=True, slots=True)
class ProposalFilter:
    """Which proposals; empty fields ask for nothing.

    ``taxonomy`` is one list ("issue"), ``least`` the lowest score from 0 to 1, ``slug`` the name of
    a document in addresses ("A-HRC-26-6").
    """

    taxonomy: str = ""
    least: float = 0.0
    slug: str = ""


@dataclass(frozen=True, slots=True)
class TextPage:
    """Records with proposals, each with those under the filter; ``after`` leads to the next page,
    0 at the end.
    """

    texts: list[tuple[Record, list[ProposedLabel]]]
    after: int


def waiting(rows: QuerySet[ProposedLabel], wanted: ProposalFilter) -> QuerySet[ProposedLabel]:
    """Those of ``rows`` about which nobody has decided, of records in force.

    Records are named by what is left out: few are no longer in force, and a list of all others
    would be made for every question.
    """
    found = rows.filter(decision=Decision.WAITING).exclude(record__in=_GONE)
    if wanted.taxonomy:
        # A list of a few hundred terms; a join would ask for the term of each of two million rows.
        terms = Term.objects.filter(taxonomy=wanted.taxonomy).order_by()
        found = found.filter(term__in=list(terms.values_list("pk", flat=True)))
    if wanted.least:
        found = found.filter(score__gte=round(wanted.least * 1000))
    if wanted.slug:
        found = found.filter(record__document__slug=wanted.slug)
    return found


def sure(found: QuerySet[ProposedLabel], above: float) -> QuerySet[ProposedLabel]:
    """Those with a score above ``above``. A score through the glossary was measured by nobody."""
    rows = found.filter(score__gt=round(above * 1000))
    return rows.exclude(
        record__in=LabelledText.objects.filter(read_as=ReadAs.GLOSSARY).values("record_id")
    )


def text_page(found: QuerySet[ProposedLabel], size: int, *, after: int = 0) -> TextPage:
    """The next ``size`` records behind the record ``after`` that have proposals in ``found``."""
    behind = found.filter(record__gt=after).order_by("record_id")
    keys = list(behind.values_list("record_id", flat=True).distinct()[: size + 1])
    shown = keys[:size]
    records = Record.objects.select_related("document", "labelled_text__edition").in_bulk(shown)
    rows = found.filter(record__in=shown).select_related("term")
    by_record: dict[int, list[ProposedLabel]] = {pk: [] for pk in shown}
    for row in rows.order_by("record_id", "term__taxonomy", "-score", "term__value"):
        by_record[row.record_id].append(row)
    texts = [(records[pk], proposals) for pk, proposals in by_record.items()]
    return TextPage(texts, shown[-1] if len(keys) > size else 0)
