"""What a body was asked to do goes over to the body that follows it, and nothing is lost.

When Kien Giang is merged into An Giang, its assignments end and An Giang's begin (``follows``
between them); where both had a part in the same record, An Giang keeps one part, the greater one
with the nearer day. Drafts go over; what was submitted keeps its body and name, because somebody
signed it as that body. Actions of open plans change their lead.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date

from upheld.core.entries import EntryState
from upheld.core.planning import AssignmentState, Part
from upheld.services import history
from upheld.services.assignment_batch import first_values, plain
from upheld.store.models import ActionSupport, Assignment, Body, Entry, PlannedAction
from upheld.store.queries.bodies import LIVE

BATCH = 500
OPEN = (EntryState.DRAFT, EntryState.SUBMITTED, EntryState.VALIDATED, EntryState.ACCEPTED)


@dataclass(slots=True)
class Moved:
    """How many rows went over, or would.

    ``joined`` assignments found the successor assigned already; ``drafts_kept`` stay with the old
    body because the successor is writing about the same record; ``reports_kept`` were submitted or
    published under the old name.
    """

    assignments: int = 0
    joined: int = 0
    drafts: int = 0
    drafts_kept: int = 0
    reports_kept: int = 0
    actions: int = 0

    def add(self, other: Moved) -> None:
        """Count ``other`` as well."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))


def carry_over(
    old: Body,
    new: Body,
    said: list[history.Entry],
    *,
    only: Collection[int] | None = None,
    actions: bool = True,
) -> Moved:
    """Hand the open work of ``old`` to ``new`` and write what happened into ``said``.

    ``only`` are assignments by id, for a body that was split. The caller holds the transaction and
    the lock, and records ``said``.
    """
    moved = Moved()
    successors = _assignments(old, new, said, only, moved)
    _drafts(old, new, said, successors, moved)
    if actions:
        _actions(old, new, said, moved)
    return moved


def _assignments(
    old: Body,
    new: Body,
    said: list[history.Entry],
    only: Collection[int] | None,
    moved: Moved,
) -> dict[int, Assignment]:
    """The successor's assignment for each one of ``old`` that ended, by the id of the old one."""
    leaving = list(old.assignments.filter(state__in=LIVE).select_related("record"))
    if only is not None:
        leaving = [one for one in leaving if one.pk in only]
    there = {one.record_id: one for one in new.assignments.filter(state__in=LIVE)}
    made: list[tuple[Assignment, Assignment]] = []
    joined: list[tuple[Assignment, Assignment]] = []
    for one in leaving:
        if one.record_id in there:
            joined.append((one, there[one.record_id]))
        else:
            begun = Assignment(
                record=one.record,
                body=new,
                part=one.part,
                state=one.state,
                due=one.due,
                score=one.score,
                why=one.why,
                follows=one,
                decided_by_id=one.decided_by_id,
                decided_at=one.decided_at,
            )
            made.append((one, begun))
    for one in leaving:
        said.append(
            history.Entry("assignment.end", one, {"state": [one.state, AssignmentState.ENDED]})
        )
    joins = [(one, kept, *_join(one, kept)) for one, kept in joined]
    for one in leaving:
        one.state = AssignmentState.ENDED
        one.row_version += 1
    Assignment.objects.bulk_update(leaving, ["state", "row_version"], batch_size=BATCH)
    Assignment.objects.bulk_create([begun for _one, begun in made], batch_size=BATCH)
    for one, begun in made:
        said.append(history.Entry("assignment.follow", begun, first_values(begun, follows=one.pk)))
    changed = []
    for _one, kept, before, after in joins:
        if before != after:
            kept.part, kept.state, kept.due = after
            kept.row_version += 1
            changed.append(kept)
            difference = {
                name: [plain(a), plain(b)]
                for name, a, b in zip(("part", "state", "due"), before, after, strict=True)
                if a != b
            }
            said.append(history.Entry("assignment.change", kept, difference))
    Assignment.objects.bulk_update(
        changed, ["part", "state", "due", "row_version"], batch_size=BATCH
    )
    moved.assignments += len(made)
    moved.joined += len(joined)
    return {one.pk: new_one for one, new_one in [*made, *joined]}


_Held = tuple[str, str, "date | None"]


def _join(one: Assignment, kept: Assignment) -> tuple[_Held, _Held]:
    """Part, state and day of ``kept`` before and after it takes ``one`` over."""
    before = (kept.part, kept.state, kept.due)
    parts = {one.part, kept.part}
    states = {one.state, kept.state}
    if AssignmentState.CONFIRMED in states and len(states) == 2:
        # What a person confirmed stands, whatever the program proposes for the same body.
        confirmed = one if one.state == AssignmentState.CONFIRMED else kept
        return before, (confirmed.part, confirmed.state, confirmed.due)
    days = [day for day in (one.due, kept.due) if day]
    part = Part.LEAD if Part.LEAD in parts else Part.SUPPORT
    return before, (part.value, kept.state, min(days) if days else None)


def _drafts(
    old: Body,
    new: Body,
    said: list[history.Entry],
    successors: dict[int, Assignment],
    moved: Moved,
) -> None:
    entries = Entry.objects.filter(body=old, assignment__in=list(successors))
    writing = set(
        Entry.objects.filter(body=new, state__in=OPEN).values_list("record_id", flat=True)
    )
    for entry in entries:
        if entry.state == EntryState.WITHDRAWN:
            continue
        if entry.state != EntryState.DRAFT:
            moved.reports_kept += 1
        elif entry.record_id in writing:
            moved.drafts_kept += 1
        else:
            assignment = successors[entry.assignment_id]
            name = new.name_in(entry.language)
            said.append(
                history.Entry(
                    "entry.move",
                    entry,
                    {
                        "body": [old.code, new.code],
                        "body_name": [entry.body_name, name],
                        "assignment": [entry.assignment_id, assignment.pk],
                    },
                )
            )
            entry.body, entry.body_name, entry.assignment = new, name, assignment
            entry.row_version += 1
            entry.save(update_fields=["body", "body_name", "assignment", "row_version"])
            moved.drafts += 1


def _actions(old: Body, new: Body, said: list[history.Entry], moved: Moved) -> None:
    open_ones = PlannedAction.objects.filter(plan__closed=False, withdrawn=False)
    supports = ActionSupport.objects.filter(body=old, action__in=open_ones)
    for support in supports.select_related("action"):
        action = support.action
        if action.lead_id == new.pk or action.supports.filter(body=new).exists():
            support.delete()
            said.append(history.Entry("action.move", action, {"support": [old.code, None]}))
        else:
            support.body = new
            support.save(update_fields=["body"])
            said.append(history.Entry("action.move", action, {"support": [old.code, new.code]}))
        moved.actions += 1
    for action in open_ones.filter(lead=old):
        action.lead = new
        action.row_version += 1
        action.save(update_fields=["lead", "row_version"])
        difference: dict[str, list[str | None]] = {"lead": [old.code, new.code]}
        if action.supports.filter(body=new).delete()[0]:
            difference["support"] = [new.code, None]
        said.append(history.Entry("action.move", action, difference))
        moved.actions += 1
