"""A person decides about labels: accepts or rejects what the program proposes, adds, removes.

"Detention" proposed for A/HRC/26/6, 143.27 becomes a label of the person who accepts it; rejected,
it is never proposed for this record again. Labels that a document prints are changed by nobody.
"""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from upheld.core.errors import Conflict, InputProblem
from upheld.core.labels import Decision, LabelSource, Taxonomy
from upheld.core.review import IN_FORCE
from upheld.core.roles import Action
from upheld.core.taxonomies import labels_of
from upheld.services import history
from upheld.services.labelling import terms_of
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.services.propose_labels import seal
from upheld.store.models import Event, Label, ProposedLabel, Record, Term, User

ACCEPT, REJECT = "record.accept_label", "record.reject_label"
ADD, REMOVE = "record.add_label", "record.remove_label"


def accept(actor: Actor, *, record: str, term: int, seen: int) -> ProposedLabel:
    """The record has the proposed label; ``seen`` is the seal of the words that the person read.

    Who: coordinator. One transaction: decision, label, history. The same again changes nothing.
    ``Conflict`` when somebody rejected it, or the words changed; ``InputProblem`` when it is not
    proposed.
    """
    return _decide(actor, record, term, seen, Decision.ACCEPTED)


def reject(actor: Actor, *, record: str, term: int, seen: int) -> ProposedLabel:
    """The record does not have the proposed label, and later classifiers do not propose it again.

    Who: coordinator. One transaction: decision, history. Refusals as for ``accept``.
    """
    return _decide(actor, record, term, seen, Decision.REJECTED)


def add(actor: Actor, *, record: str, taxonomy: str, label: str) -> Label:
    """Give a record a label by hand: taxonomy "theme", label "Right to health".

    Who: coordinator. One transaction: label, the decision on its proposal if there is one, history.
    ``InputProblem`` for a label that no list has, or that the record has already.
    """
    who = authorise(actor, Action.REVIEW)
    if taxonomy not in set(Taxonomy) or label not in labels_of(Taxonomy(taxonomy)):
        raise InputProblem(
            _("“%(label)s” is not a name of this list.") % {"label": label},
            next_step=_("Choose one of the names that are offered."),
        )
    with transaction.atomic():
        history.lock()
        row = _named(who, record)
        term = terms_of({(taxonomy, label)})[taxonomy, label]
        if row.labels.filter(term=term).exists():
            raise InputProblem(
                _("The record has the label “%(label)s” already.") % {"label": label}
            )
        act = _tell(who, ADD, row, term)
        made = Label.objects.create(record=row, term=term, source=LabelSource.PERSON, act=act)
        proposed = ProposedLabel.objects.filter(record=row, term=term)
        proposed.update(decision=Decision.ACCEPTED, act=act)
    return made


def remove(actor: Actor, *, record: str, term: int) -> None:
    """Take away a label that a person gave or accepted; its proposal is then rejected.

    Who: coordinator. One transaction: label, decision, history. ``InputProblem`` for a label that
    a document prints, or that is not there.
    """
    who = authorise(actor, Action.REVIEW)
    with transaction.atomic():
        history.lock()
        row = _named(who, record)
        given = Label.objects.filter(record=row, term=term).select_related("term").order_by()
        label = given.filter(source=LabelSource.PERSON).first()
        if label is None:
            if given.exists():
                message = _("A published label is not removed.")
            else:
                message = _("The record does not have this label.")
            raise InputProblem(message, next_step=_("Look at the labels as they stand now."))
        act = _tell(who, REMOVE, row, label.term)
        label.delete()
        proposed = ProposedLabel.objects.filter(record=row, term=term)
        proposed.update(decision=Decision.REJECTED, act=act)


def said(terms: list[Term]) -> list[str]:
    """Labels as the history writes them: "issue: Detention"."""
    return [f"{term.taxonomy}: {term.value}" for term in terms]


def _decide(actor: Actor, record: str, term: int, seen: int, to: Decision) -> ProposedLabel:
    who = authorise(actor, Action.REVIEW)
    with transaction.atomic():
        history.lock()
        row = _named(who, record)
        rows = ProposedLabel.objects.select_related("term", "act")
        proposed = rows.filter(record=row, term=term).first()
        if proposed is None:
            raise InputProblem(
                _("This label is no longer proposed for %(record)s.") % {"record": record},
                next_step=_("Look at the labels as they stand now."),
            )
        if proposed.decision == to:
            return proposed
        if proposed.decision != Decision.WAITING or seal(row.text or row.printed) != seen:
            raise _conflict(row, proposed)
        act = _tell(who, ACCEPT if to is Decision.ACCEPTED else REJECT, row, proposed.term)
        proposed.decision, proposed.act = to, act
        proposed.save(update_fields=["decision", "act"])
        if to is Decision.ACCEPTED:
            Label.objects.get_or_create(
                record=row, term=proposed.term, source=LabelSource.PERSON, defaults={"act": act}
            )
    return proposed


def _conflict(record: Record, proposed: ProposedLabel) -> Conflict:
    names = {"record": record.public_id, "name": proposed.act.actor_name if proposed.act else ""}
    match proposed.decision:
        case Decision.ACCEPTED:
            message = _("%(name)s has accepted this label for %(record)s.")
        case Decision.REJECTED:
            message = _("%(name)s has rejected this label for %(record)s.")
        case _waiting:
            message = _("The words of %(record)s changed while you were looking at them.")
    return Conflict(
        message % names,
        current={"decision": int(proposed.decision)},
        next_step=_("Nothing was overwritten. Look at what stands now, then decide again."),
    )


def _named(who: User, public_id: str) -> Record:
    in_force = [state.value for state in IN_FORCE]
    rows = visible_to(who, Record.objects.filter(review_state__in=in_force))
    found = rows.filter(public_id=public_id).first()
    if found is None:
        raise InputProblem(
            _("There is no record %(record)s.") % {"record": public_id},
            next_step=_("Go back to the list; the address may be mistyped."),
        )
    return found


def _tell(who: User, action: str, record: Record, term: Term) -> Event:
    names = said([term])
    difference: history.Difference = {"labels": [None, names]}
    if action in (REJECT, REMOVE):
        difference = {"labels": [names, None]}
    return history.record(who, [history.Entry(action, record, difference)])[0]
