"""Accept all proposed labels above a score, as one act, and undo it as one.

Every record has its own entry in the history, as if each label had been accepted by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from upheld.core.errors import Conflict, InputProblem
from upheld.core.labels import Decision, LabelSource
from upheld.core.roles import Action
from upheld.services import history
from upheld.services.label_review import ACCEPT, REJECT, said
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.services.propose_labels import seal
from upheld.store.bulk import insert
from upheld.store.models import Event, Label, LabelledText, ProposedLabel, Record, Term, User
from upheld.store.queries.proposals import ProposalFilter, sure, waiting

MOST = 20_000
"""Labels of one act: what can be undone again while somebody waits."""

UNDO = "record.undo_labels"
UNDOABLE = frozenset({ACCEPT, REJECT})
_AT_ONCE = 5000
_FAR_BACK = 500  # entries of the history in which an act to undo is looked for
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class BulkLabels:
    """What became of many proposals: ``left`` were about words that have changed since.

    ``change`` undoes the whole act (``undo_labels``).
    """

    change: UUID
    accepted: int
    records: int
    left: int


@dataclass(frozen=True, slots=True)
class LabelAct:
    """One act of a person on proposals: how many it ``accepted``, or else rejected."""

    change: UUID
    accepted: bool
    count: int


def accept_all(
    actor: Actor,
    *,
    above: float = 0.9,
    within: ProposalFilter = ProposalFilter(),  # noqa: B008  # frozen
    up_to: int | None = None,
) -> BulkLabels:
    """Accept what waits ``within`` a filter with a score above ``above``; at most ``MOST`` labels.

    ``up_to`` is the newest proposal that the person was told of: what the program proposed since
    is left for later. Proposals through the glossary are left too, as nobody measured their scores.
    Who: coordinator. One transaction: decisions, labels, an entry in the history of each record.
    """
    who = authorise(actor, Action.REVIEW)
    change = uuid4()
    with transaction.atomic():
        history.lock()
        found = sure(waiting(visible_to(who, ProposedLabel.objects.all()), within), above)
        if up_to is not None:
            found = found.filter(pk__lte=up_to)
        rows = list(
            found.order_by("record_id", "pk").values_list("pk", "record_id", "term_id")[:MOST]
        )
        records = _unchanged({record for _pk, record, _term in rows})
        chosen = [row for row in rows if row[1] in records]
        terms = Term.objects.in_bulk({term for _pk, _record, term in chosen})
        given: defaultdict[int, list[Term]] = defaultdict(list)
        for _pk, record, term in chosen:
            given[record].append(terms[term])
        if chosen:
            entries = [
                history.Entry(ACCEPT, records[pk], {"labels": [None, said(labels)]})
                for pk, labels in given.items()
            ]
            act = history.record(who, entries, change=change)[0]
            _give(given, act)
            for part in _parts([pk for pk, _record, _term in chosen]):
                decided = ProposedLabel.objects.filter(pk__in=part)
                decided.update(decision=Decision.ACCEPTED, act=act)
    return BulkLabels(change, len(chosen), len(given), len(rows) - len(chosen))


def undo_labels(actor: Actor, *, change: UUID) -> int:
    """Take back one act of accepting or rejecting with all its labels; answers how many.

    Labels that were removed since stay as they are. Who: coordinator, for their own acts. One
    transaction: decisions, labels, history. ``InputProblem`` when there is nothing of theirs to
    undo, ``Conflict`` when others have changed all of it since.
    """
    who = authorise(actor, Action.REVIEW)
    with transaction.atomic():
        history.lock()
        events = list(Event.objects.filter(change=change, actor=who, action__in=UNDOABLE))
        if not events:
            raise InputProblem(_("There is nothing to undo."))
        first = min(event.seq for event in events)
        decided = ProposedLabel.objects.filter(act=first)
        rows = list(decided.values_list("record_id", "term_id"))
        if not rows:
            raise Conflict(
                _("These labels were changed after that, or it was undone already."),
                next_step=_("Look at the labels as they stand now."),
            )
        was_accepted = events[0].action == ACCEPT
        given: defaultdict[int, list[Term]] = defaultdict(list)
        terms = Term.objects.in_bulk({term for _record, term in rows})
        for record, term in rows:
            given[record].append(terms[term])
        records = _records(given)
        entries = []
        for pk, labels in given.items():
            pair = [said(labels), None] if was_accepted else [None, said(labels)]
            difference: history.Difference = {"labels": pair, "undoes": [None, first]}
            entries.append(history.Entry(UNDO, records[pk], difference))
        history.record(who, entries)
        Label.objects.filter(act=first, source=LabelSource.PERSON).delete()
        decided.update(decision=Decision.WAITING, act=None)
    return len(rows)


def last_act(actor: Actor) -> LabelAct | None:
    """The person's newest act on proposals that still stands and can be undone."""
    if not isinstance(actor, User):
        return None
    events = Event.objects.filter(actor=actor, action__in=UNDOABLE).order_by("-seq")
    met: set[UUID] = set()
    for change, action in events.values_list("change", "action")[:_FAR_BACK]:
        if change in met:
            continue
        met.add(change)
        first = Event.objects.filter(change=change).order_by("seq").values("seq")[:1]
        count = ProposedLabel.objects.filter(act__in=first).count()
        if count:
            return LabelAct(change, action == ACCEPT, count)
    return None


def _give(given: Mapping[int, list[Term]], act: Event) -> None:
    """Labels of the person, where no person gave them before."""
    by_hand = Label.objects.filter(source=LabelSource.PERSON).order_by()
    known = {
        pair
        for part in _parts(sorted(given))
        for pair in by_hand.filter(record__in=part).values_list("record_id", "term_id")
    }
    insert(
        Label,
        ("record_id", "term_id", "source", "act_id"),
        [
            (pk, term.pk, LabelSource.PERSON.value, act.pk)
            for pk, labels in given.items()
            for term in labels
            if (pk, term.pk) not in known
        ],
    )


def _unchanged(keys: Iterable[int]) -> dict[int, Record]:
    """Those records whose words are still those that were read."""
    records = _records(keys)
    seals = {
        pk: sealed
        for part in _parts(sorted(records))
        for pk, sealed in LabelledText.objects.filter(record__in=part).values_list(
            "record_id", "seal"
        )
    }
    return {
        pk: record
        for pk, record in records.items()
        if seals.get(pk) == seal(record.text or record.printed)
    }


def _records(keys: Iterable[int]) -> dict[int, Record]:
    return {
        pk: row for part in _parts(sorted(keys)) for pk, row in Record.objects.in_bulk(part).items()
    }


def _parts(values: list[Value]) -> Iterable[list[Value]]:
    return (values[n : n + _AT_ONCE] for n in range(0, len(values), _AT_ONCE))
