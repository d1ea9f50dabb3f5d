"""Who must act on what: a person gives records to a lead and to supporting bodies.

One act may give 320 records to a ministry; it is one transaction, one entry in the history for
each assignment, and one undo. A body that leads does not support beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import Conflict, InputProblem
from upheld.core.national_bodies import INDEPENDENT
from upheld.core.planning import AssignmentState, Part
from upheld.core.roles import Action
from upheld.services import history
from upheld.services.assignment_batch import Batch
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.services.selection import Selection, select
from upheld.store.models import Assignment, Body, Record, User
from upheld.store.queries.assignments import ASKING
from upheld.store.queries.bodies import LIVE, in_force_on


@dataclass(frozen=True, slots=True)
class Assigned:
    """What an assignment did: over how many records, how many parts it made and changed.

    ``given`` records have a part more or another one, ``already`` were assigned so before.
    ``led_already`` are the public ids of records that kept the lead they had (and may be ``given``
    support), ``asking_nothing`` of those given that welcome or regret something: they count nowhere
    as having a lead. ``change`` names the act for its undo; None when nothing differed.
    """

    change: UUID | None
    records: int
    made: int
    changed: int
    given: int = 0
    already: int = 0
    led_already: tuple[str, ...] = ()
    asking_nothing: tuple[str, ...] = ()


def assign(
    actor: Actor,
    *,
    selection: Selection,
    lead: str = "",
    support: Sequence[str] = (),
    due: date | None = None,
    replace_lead: bool = False,
) -> Assigned:
    """Give the selected records to ``lead`` and ``support`` (codes), to be done by ``due``.

    Records with another lead keep it, unless ``replace_lead``. Supporting bodies are added to those
    there are. Who: coordinator of each body named, and of a lead that is replaced. One transaction:
    assignments, history.
    """
    who = authorise(actor, Action.ASSIGN)
    if not lead and not support:
        raise InputProblem(
            _("No body is chosen."), next_step=_("Choose the lead, supporting bodies, or both.")
        )
    with transaction.atomic():
        history.lock()
        bodies = _bodies(who, [lead, *support])
        records = list(select(who, selection).read(Record.objects.all()))
        held = _live(records)
        batch = Batch(who, timezone.now())
        led_already = []
        for record in records:
            there = held[record.pk]
            if lead and not _lead(batch, record, there, bodies[lead], due, replace_lead):
                led_already.append(record.public_id)
            for code in support:
                if code != lead:
                    _support(batch, record, there, bodies[code], due)
        changed = batch.changed
        _require_reach(who, changed)
        change = batch.write()
    parted = {part.record_id for part in (*changed, *batch.made)}
    given = [one for one in records if one.pk in parted]
    kept = {one.public_id for one in given}.union(led_already)
    return Assigned(
        change,
        len(records),
        len(batch.made),
        len(changed),
        given=len(given),
        already=len(records) - len(kept),
        led_already=tuple(led_already),
        asking_nothing=tuple(one.public_id for one in given if one.kind not in ASKING),
    )


def set_parts(
    actor: Actor,
    *,
    public_id: str,
    seen: Mapping[int, int],
    lead: str,
    support: Sequence[str],
    due: date | None,
    reason: str = "",
) -> Assigned:
    """Say for one record who leads, who supports and by when; all others end, their entries stay.

    Parts that stay keep a day of their own unless ``due`` is another than the nearest there was.
    ``seen`` are the assignments the person saw, by id, with their versions. Who: coordinator of
    each body that comes or goes. ``Conflict`` when somebody changed them since. One transaction.
    """
    who = authorise(actor, Action.ASSIGN)
    with transaction.atomic():
        history.lock()
        record = visible_to(who, Record.objects.all()).filter(public_id=public_id).first()
        if record is None:
            raise InputProblem(
                _("There is no record %(record)s.") % {"record": public_id},
                next_step=_("Go back to the list; the address may be mistyped."),
            )
        there = _live([record])[record.pk]
        if {one.pk: one.row_version for one in there.values()} != dict(seen):
            raise Conflict(
                _("Somebody else assigned %(record)s while you were looking at it.")
                % {"record": public_id},
                next_step=_("Nothing was overwritten. Look at what stands now, then decide again."),
            )
        wanted = dict.fromkeys((code for code in support if code != lead), Part.SUPPORT)
        if lead:
            wanted = {lead: Part.LEAD, **wanted}
        kept = {one.body.code for one in there.values()}
        bodies = _bodies(who, [code for code in wanted if code not in kept])
        batch = Batch(who, timezone.now())
        is_new_day = due != min((one.due for one in there.values() if one.due), default=None)
        for one in there.values():
            code = one.body.code
            if code in wanted:
                batch.put(one, part=wanted.pop(code), state=AssignmentState.CONFIRMED)
                if is_new_day:
                    batch.set_due(one, due)
            else:
                batch.put(one, state=_gone(one))
        for code, part in wanted.items():
            batch.make(record, bodies[code], part, due)
        changed = batch.changed
        _require_reach(who, changed)
        change = batch.write(reason=reason[:500])
    return Assigned(change, 1, len(batch.made), len(changed), given=int(bool(change)))


def _bodies(who: User, codes: Iterable[str]) -> dict[str, Body]:
    """The bodies by code; each must exist today and be within reach of ``who``."""
    wanted = {code for code in codes if code}
    rows = Body.objects.filter(in_force_on(timezone.localdate()), code__in=wanted)
    found = {body.code: body for body in rows}
    for code in sorted(wanted):
        if code not in found:
            raise InputProblem(
                _("There is no body %(code)s today.") % {"code": code},
                next_step=_("Choose one of the bodies that exist today."),
            )
        authorise(who, Action.ASSIGN, found[code])
        if found[code].kind in INDEPENDENT:
            raise InputProblem(
                _("%(body)s is independent of the State, which gives it nothing to do.")
                % {"body": found[code]},
                next_step=_("Choose a body of the State; an independent one assesses by itself."),
            )
    return found


def _require_reach(who: User, changed: Iterable[Assignment]) -> None:
    for body in {one.body_id: one.body for one in changed}.values():
        authorise(who, Action.ASSIGN, body)


def _live(records: Sequence[Record]) -> dict[int, dict[int, Assignment]]:
    """The live assignments of each record, by body."""
    found: dict[int, dict[int, Assignment]] = defaultdict(dict)
    keys = [record.pk for record in records]
    for start in range(0, len(keys), 500):
        rows = Assignment.objects.filter(record__in=keys[start : start + 500], state__in=LIVE)
        for one in rows.select_related("body", "record").select_for_update(of=("self",)):
            found[one.record_id][one.body_id] = one
    return found


def _lead(
    batch: Batch,
    record: Record,
    there: dict[int, Assignment],
    body: Body,
    due: date | None,
    replace: bool,
) -> bool:
    """Let ``body`` lead; False where another leads and stays."""
    confirmed = AssignmentState.CONFIRMED
    leads = [one for one in there.values() if one.part == Part.LEAD and one.body_id != body.pk]
    if any(one.state == confirmed for one in leads) and not replace:
        return False
    for one in leads:
        batch.put(one, state=_gone(one))
    mine = there.get(body.pk)
    if mine:
        batch.put(mine, part=Part.LEAD, state=confirmed, due=due)
    else:
        batch.make(record, body, Part.LEAD, due)
    return True


def _support(
    batch: Batch, record: Record, there: dict[int, Assignment], body: Body, due: date | None
) -> None:
    mine = there.get(body.pk)
    if mine is None:
        batch.make(record, body, Part.SUPPORT, due)
    elif mine.state == AssignmentState.PROPOSED:
        batch.put(mine, part=Part.SUPPORT, state=AssignmentState.CONFIRMED, due=due)
    else:
        batch.put(mine, due=due)


def _gone(one: Assignment) -> AssignmentState:
    """What a live assignment becomes that nobody wants: a proposal is declined, a duty ends."""
    proposed = one.state == AssignmentState.PROPOSED
    return AssignmentState.DECLINED if proposed else AssignmentState.ENDED
