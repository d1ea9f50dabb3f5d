"""What labels are called today: "A12 Acceptance of international norms" of the second cycle, and
"Ratification of & accession to international instruments" of the fourth, are one.

What a publisher printed stays as it is on each record; lists that group by label read by this.
"""

from __future__ import annotations

from collections.abc import Iterable

from upheld.core.labels import Taxonomy
from upheld.core.taxonomies import newest
from upheld.store.models import Term


def meanings(taxonomy: Taxonomy | None = None) -> dict[int, str]:
    """What each term is called today, by its id: as a person mapped it, else as the crosswalk says.

    Of one ``taxonomy`` or of all.
    """
    terms = Term.objects.filter(taxonomy=taxonomy) if taxonomy else Term.objects.all()
    rows = terms.values_list("pk", "taxonomy", "value", "mapped_to__value")
    return {pk: newest(kind, mapped or label) for pk, kind, label, mapped in rows}


def called_today(taxonomy: Taxonomy, labels: Iterable[str]) -> list[str]:
    """The names in use today of ``labels`` as printed, each once, in their order."""
    printed = list(labels)
    terms = Term.objects.filter(taxonomy=taxonomy, value__in=printed, mapped_to__isnull=False)
    mapped = dict(terms.values_list("value", "mapped_to__value"))
    return list(dict.fromkeys(newest(taxonomy, mapped.get(label, label)) for label in printed))
