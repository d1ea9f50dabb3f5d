"""Assignments that one act makes, changes and ends, written in the order that the rules bear.

A record has one confirmed lead at every moment, also within a transaction: leads leave before
others come. 320 records cost a handful of questions to the database, not 320.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid4

from upheld.core.planning import AssignmentState, Part
from upheld.services import history
from upheld.store.models import Assignment, Body, Record, User

BATCH = 500
CHANGED = ["part", "state", "due", "decided_by", "decided_at", "row_version"]


@dataclass(slots=True)
class Batch:
    """What an act of ``who`` at ``now`` does to assignments; ``write`` keeps it."""

    who: User
    now: datetime
    made: list[Assignment] = field(default_factory=list)
    before: dict[int, tuple[str, str, date | None]] = field(default_factory=dict)
    touched: dict[int, Assignment] = field(default_factory=dict)

    def make(self, record: Record, body: Body, part: Part, due: date | None) -> None:
        """Assign ``record`` to ``body``, confirmed by ``who``."""
        self.made.append(
            Assignment(
                record=record,
                body=body,
                part=part.value,
                state=AssignmentState.CONFIRMED.value,
                due=due,
                decided_by=self.who,
                decided_at=self.now,
            )
        )

    def propose(
        self, record: Record, body: Body, part: Part, score: float, why: list[dict[str, object]]
    ) -> None:
        """Propose ``body`` for ``record``; nobody has decided."""
        self.made.append(
            Assignment(
                record=record,
                body=body,
                part=part.value,
                state=AssignmentState.PROPOSED.value,
                score=score,
                why=why,
            )
        )

    def put(
        self,
        one: Assignment,
        *,
        part: Part | None = None,
        state: AssignmentState | None = None,
        due: date | None = None,
    ) -> None:
        """Change what is given; the day is changed by ``set_due`` where it may become empty."""
        self._touch(one)
        if part:
            one.part = part.value
        if state:
            one.state = state.value
        if due:
            one.due = due

    def set_due(self, one: Assignment, due: date | None) -> None:
        """Change the day, also to none."""
        self._touch(one)
        one.due = due

    @property
    def changed(self) -> list[Assignment]:
        """The touched assignments that differ."""
        return [one for pk, one in self.touched.items() if self.before[pk] != _held(one)]

    def write(self, *, reason: str = "") -> UUID | None:
        """Keep everything as one act with its history; None when nothing differs.

        The caller holds the transaction and the lock.
        """
        changed = self.changed
        for one in changed:
            one.row_version += 1
            one.decided_by, one.decided_at = self.who, self.now
        if not changed and not self.made:
            return None
        # Leads that end or become supporters first: another may lead after them.
        leaving = [one for one in changed if not _leads(one)]
        staying = [one for one in changed if _leads(one)]
        for some in (leaving, staying):
            Assignment.objects.bulk_update(some, CHANGED, batch_size=BATCH)
        Assignment.objects.bulk_create(self.made, batch_size=BATCH)
        change = uuid4()
        said = [history.Entry(_act(self.before[one.pk], one), one, self._difference(one), reason)
                for one in changed]  # fmt: skip
        said += [
            history.Entry(
                "assignment.propose"
                if one.state == AssignmentState.PROPOSED
                else "assignment.make",
                one,
                first_values(one),
                reason,
            )
            for one in self.made
        ]
        history.record(self.who, said, change=change)
        return change

    def _touch(self, one: Assignment) -> None:
        self.before.setdefault(one.pk, _held(one))
        self.touched[one.pk] = one

    def _difference(self, one: Assignment) -> history.Difference:
        pairs = zip(("part", "state", "due"), self.before[one.pk], _held(one), strict=True)
        return {name: [plain(old), plain(new)] for name, old, new in pairs if old != new}


def first_values(one: Assignment, **more: object) -> dict[str, list[object]]:
    """The difference of an assignment that was just made."""
    values = {
        "record": one.record.public_id,
        "body": one.body.code,
        "part": str(one.part),
        "state": str(one.state),
        "due": plain(one.due),
        "score": one.score,
        **more,
    }
    return {name: [None, value] for name, value in values.items() if value is not None}


def plain(value: object) -> object:
    """A value as JSON holds it."""
    return value.isoformat() if isinstance(value, date) else str(value) if value else None


def _held(one: Assignment) -> tuple[str, str, date | None]:
    return str(one.part), str(one.state), one.due


def _leads(one: Assignment) -> bool:
    return one.part == Part.LEAD and one.state == AssignmentState.CONFIRMED


def _act(before: tuple[str, str, date | None], one: Assignment) -> str:
    """The name of the act in the history."""
    if before[1] == one.state:
        return "assignment.change"
    return {
        AssignmentState.CONFIRMED.value: "assignment.confirm",
        AssignmentState.DECLINED.value: "assignment.decline",
        AssignmentState.ENDED.value: "assignment.end",
    }.get(str(one.state), "assignment.change")
