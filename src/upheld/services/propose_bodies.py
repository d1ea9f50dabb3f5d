"""The program proposes who must act, a named person decides.

"Theme “Death penalty” went to the Ministry of Justice in 12 of 13 confirmed assignments": each
proposal is kept with its score and what spoke for it, and asks nobody for anything until a
coordinator confirms it. A body that was declined for a record is not proposed for it again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.core.planning import AssignmentState, Part
from upheld.core.roles import Action
from upheld.services import history
from upheld.services.assignment_batch import Batch
from upheld.services.competence import labels_of, learn
from upheld.services.permissions import Actor, allowed, authorise, visible_to
from upheld.services.selection import MOST, Selection, select
from upheld.store.models import Assignment, Body, Record, StateUnderReview, User
from upheld.store.queries.assignments import addressed, with_coverage

if TYPE_CHECKING:
    from upheld.analysis.competence import Competence, Proposal

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a run proposed: over how many records, how many parts, and for how many it had nothing.

    ``change`` names the act for its undo.
    """

    change: UUID | None
    records: int
    made: int
    silent: int


@dataclass(frozen=True, slots=True)
class Decided:
    """What a decision about proposals did; ``left`` had another lead in the meantime."""

    change: UUID | None
    decided: int
    left: int = 0


def propose_bodies(actor: Actor, *, selection: Selection | None = None) -> Proposed:
    """Propose bodies for the selected records, or for up to a thousand that nobody has.

    Records with a confirmed lead are passed over; what waits for a decision is proposed anew from
    what is known now. Who: coordinator. One transaction: assignments, history.
    """
    who = authorise(actor, Action.ASSIGN)
    with transaction.atomic():
        history.lock()
        records = _records(who, selection)
        keys = [record.pk for record in records]
        learnt, labels = learn(who), labels_of(keys)
        states, held = _states(records), _held(keys)
        bodies = {body.code: body for body in Body.objects.all()}
        batch = Batch(who, timezone.now())
        silent = 0
        for record in records:
            there = held.get(record.pk, [])
            if any(one.part == Part.LEAD and one.state == _CONFIRMED for one in there):
                continue
            knows = next(
                (learnt[iso3] for iso3 in states[record.document_id] if iso3 in learnt), None
            )
            found = _found(knows, labels.get(record.pk, frozenset()), there) if knows else []
            silent += not found
            _replace(batch, record, there, found, bodies, who)
        change = batch.write()
    return Proposed(change, len(records), len(batch.made), silent)


def decide(
    actor: Actor, *, assignments: Sequence[int], confirm: bool, due: date | None = None
) -> Decided:
    """Confirm or decline proposals by id. Who: coordinator of their bodies. One transaction."""
    who = authorise(actor, Action.ASSIGN)
    rows = Assignment.objects.filter(pk__in=list(assignments)[:MOST], state=_PROPOSED)
    return _decide(who, rows, confirm=confirm, due=due)


def confirm_above(actor: Actor, *, score: float, due: date | None = None) -> Decided:
    """Confirm every proposal with a score above ``score``; one act, one undo.

    Who: coordinator; proposals for bodies out of their reach wait for somebody else.
    """
    who = authorise(actor, Action.ASSIGN)
    rows = Assignment.objects.filter(state=_PROPOSED, score__gt=score)
    return _decide(who, rows, confirm=True, due=due)


def waiting(actor: Actor) -> Any:
    """The proposals that wait for a decision, the surest first. Who: every member."""
    who = authorise(actor, Action.READ)
    rows = visible_to(who, Assignment.objects.filter(state=_PROPOSED))
    return rows.select_related("body", "record__document").order_by(
        "-score", "record__document", "record__order", "record__part", "part", "pk"
    )


_PROPOSED = AssignmentState.PROPOSED.value
_CONFIRMED = AssignmentState.CONFIRMED.value


def _decide(who: User, rows: Any, *, confirm: bool, due: date | None) -> Decided:
    with transaction.atomic():
        history.lock()
        found = [
            one
            for one in rows.select_related("body", "record").order_by("pk")[:MOST]
            if allowed(who, Action.ASSIGN, one.body)
        ]
        if not found:
            raise InputProblem(
                _("No proposal is chosen."), next_step=_("Choose one that waits for a decision.")
            )
        led = _led([one.record_id for one in found]) if confirm else set()
        batch, left = Batch(who, timezone.now()), 0
        for one in found:
            if not confirm:
                batch.put(one, state=AssignmentState.DECLINED)
            elif one.part == Part.LEAD and one.record_id in led:
                left += 1
            else:
                batch.put(one, state=AssignmentState.CONFIRMED, due=due)
        change = batch.write()
    return Decided(change, len(found) - left, left)


def _led(records: Sequence[int]) -> set[int]:
    leads = Assignment.objects.filter(part=Part.LEAD, state=_CONFIRMED)
    return {
        record
        for start in range(0, len(records), CHUNK)
        for record in leads.filter(record__in=records[start : start + CHUNK]).values_list(
            "record", flat=True
        )
    }


def _records(who: User, selection: Selection | None) -> list[Record]:
    if selection is not None:
        return list(select(who, selection).read(Record.objects.all()))
    rows = addressed(visible_to(who, Record.objects.all()))
    open_ones = with_coverage(rows, "nobody") | with_coverage(rows, "proposed")
    return list(open_ones.order_by("document", "order", "part", "pk")[:MOST])


def _states(records: Iterable[Record]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    documents = sorted({record.document_id for record in records})
    rows = StateUnderReview.objects.filter(document__in=documents).order_by("order")
    for document, iso3 in rows.values_list("document", "iso3"):
        found[document].append(iso3)
    return found


def _held(keys: Sequence[int]) -> dict[int, list[Assignment]]:
    """All assignments of each record that hold, wait or were declined."""
    found: dict[int, list[Assignment]] = defaultdict(list)
    states = (_PROPOSED, _CONFIRMED, AssignmentState.DECLINED.value)
    for start in range(0, len(keys), CHUNK):
        rows = Assignment.objects.filter(record__in=keys[start : start + CHUNK], state__in=states)
        for one in rows.select_related("body", "record").order_by("pk"):
            found[one.record_id].append(one)
    return found


def _found(
    knows: Competence, labels: frozenset[str], there: list[Assignment]
) -> list[tuple[Part, Proposal]]:
    """Lead and supporting bodies for a record, without those that a person gave or declined."""
    settled = {
        one.body.code
        for one in there
        if one.state == _CONFIRMED or (one.state != _PROPOSED and one.score is not None)
    }
    lead = knows.lead(labels)
    found = []
    if lead and lead.body not in settled:
        found.append((Part.LEAD, lead))
    for one in knows.support(labels, without=lead.body if lead else ""):
        if one.body not in settled:
            found.append((Part.SUPPORT, one))
    return found


def _replace(
    batch: Batch,
    record: Record,
    there: list[Assignment],
    found: list[tuple[Part, Proposal]],
    bodies: dict[str, Body],
    who: User,
) -> None:
    """Let ``found`` wait in the place of what waited; the same again is left alone."""
    waiting = {one.body.code: one for one in there if one.state == _PROPOSED}
    for part, proposal in found:
        old = waiting.pop(proposal.body, None)
        why = [asdict(reason) for reason in proposal.why]
        if old and (old.part, old.score, old.why) == (part, proposal.score, why):
            continue
        if not allowed(who, Action.ASSIGN, bodies[proposal.body]):
            continue
        if old:
            batch.put(old, state=AssignmentState.ENDED)
        batch.propose(record, bodies[proposal.body], part, proposal.score, why)
    for old in waiting.values():
        batch.put(old, state=AssignmentState.ENDED)
