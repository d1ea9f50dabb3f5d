"""Labels as documents print them: themes, groups of persons and goals, given to records."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from upheld.core.items import Item
from upheld.core.labels import LONGEST_LABEL, LabelSource, Taxonomy
from upheld.services import history
from upheld.services.stated_positions import Stated
from upheld.store.models import Document, Label, Term

BATCH = 500


def give_labels(
    source: Document, stated: Iterable[Stated]
) -> tuple[list[Label], list[history.Entry]]:
    """Give each record the labels that ``source`` prints for its item, if no document did before.

    The caller holds the transaction and writes the entries to the history.
    """
    stated = list(stated)
    given = Label.objects.filter(
        source=LabelSource.DOCUMENT,
        record__document__in={record.document_id for record, _item in stated},
    )
    known = set(given.values_list("record_id", "term__taxonomy", "term__value"))
    terms = terms_of({pair for _record, item in stated for pair in _printed(item)})
    labels: list[Label] = []
    entries = []
    for record, item in stated:
        fresh = [pair for pair in _printed(item) if (record.pk, *pair) not in known]
        known.update((record.pk, *pair) for pair in fresh)
        labels += [
            Label(
                record=record,
                term=terms[pair],
                source=LabelSource.DOCUMENT,
                given_in=source,
            )
            for pair in fresh
        ]
        if fresh:
            said: history.Difference = {"labels": [None, [f"{kind}: {v}" for kind, v in fresh]]}
            entries.append(history.Entry("record.label", record, said, str(source)))
    Label.objects.bulk_create(labels, batch_size=BATCH)
    return labels, entries


def terms_of(pairs: Collection[tuple[str, str]]) -> dict[tuple[str, str], Term]:
    """The terms of ``pairs`` of taxonomy and label; those that were never met are made.

    The caller holds the transaction.
    """
    known = {
        (term.taxonomy, term.value): term
        for term in Term.objects.filter(value__in={value for _taxonomy, value in pairs})
    }
    fresh = [pair for pair in dict.fromkeys(pairs) if pair not in known]
    made = Term.objects.bulk_create(
        [Term(taxonomy=taxonomy, value=value) for taxonomy, value in fresh], batch_size=BATCH
    )
    return known | dict(zip(fresh, made, strict=True))


def _printed(item: Item) -> list[tuple[str, str]]:
    printed = (
        (Taxonomy.THEME, item.themes),
        (Taxonomy.PERSONS, item.persons),
        (Taxonomy.SDG, item.sdgs),
    )
    pairs = [(kind.value, value[:LONGEST_LABEL]) for kind, values in printed for value in values]
    return list(dict.fromkeys(pairs))
