"""Labels that no known list has, and what a person says they stand for.

OHCHR renames its themes from time to time: an import accepts a new name as it is, and it waits
here. A mapping changes no record: each keeps the label that its publisher gave, and lists that
group by theme read both names as one.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.core.labels import Taxonomy
from upheld.core.roles import Action
from upheld.core.taxonomies import is_known, labels_of
from upheld.services import history
from upheld.services.labelling import terms_of
from upheld.services.permissions import Actor, authorise
from upheld.store.models import Label, Term


@dataclass(frozen=True, slots=True)
class WaitingLabel:
    """A label of no known list, on how many records it stands, and what it was mapped to or ""."""

    term: int
    taxonomy: Taxonomy
    label: str
    records: int
    mapped_to: str


def waiting_labels(actor: Actor) -> list[WaitingLabel]:
    """Labels of no known list, mapped ones last, the most frequent first. Who: every member."""
    authorise(actor, Action.READ)
    terms = [
        term
        for term in Term.objects.select_related("mapped_to")
        if not is_known(term.taxonomy, term.value)
    ]
    counted = Label.objects.filter(term__in=terms).order_by().values_list("term")
    records = dict(counted.annotate(n=Count("pk")))
    found = [
        WaitingLabel(
            term.pk,
            Taxonomy(term.taxonomy),
            term.value,
            records.get(term.pk, 0),
            term.mapped_to.value if term.mapped_to else "",
        )
        for term in terms
    ]
    return sorted(found, key=lambda row: (bool(row.mapped_to), -row.records, row.label))


def map_label(actor: Actor, *, term: int, to: str) -> Term:
    """Let the label ``term`` stand for the label ``to`` of its taxonomy; "" takes it back.

    Who: coordinator. One transaction: the mapping and its entry in the history. ``InputProblem``
    when the label is not there or ``to`` is none of the names in use.
    """
    who = authorise(actor, Action.REVIEW)
    with transaction.atomic():
        history.lock()
        row = Term.objects.select_related("mapped_to").filter(pk=term).first()
        if row is None:
            raise InputProblem(_("There is no such label."))
        if to and to not in labels_of(Taxonomy(row.taxonomy)):
            raise InputProblem(
                _("“%(label)s” is not a name of this list.") % {"label": to},
                next_step=_("Choose one of the names that are offered."),
            )
        before = row.mapped_to.value if row.mapped_to else None
        pair = (row.taxonomy, to)
        row.mapped_to = terms_of({pair})[pair] if to else None
        if (to or None) == before:
            return row
        row.save(update_fields=["mapped_to"])
        said: history.Difference = {"mapped_to": [before, to or None], "label": [None, row.value]}
        history.record(who, [history.Entry("label.map", row, said)])
    return row
