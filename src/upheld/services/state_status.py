"""What the State says of a record: the newest published entry of each body, side by side.

The State's own status is the one that the lead body published last. Statuses of supporting bodies
stand beside it; none is averaged with another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from upheld.core.implementation import Implementation
from upheld.core.planning import Part
from upheld.services.permissions import Actor, visible_to
from upheld.store.models import Entry
from upheld.store.queries.state_status import newest_published


@dataclass(frozen=True, slots=True)
class StateStatus:
    """The newest published entries about one record; ``lead`` is None while there is none."""

    lead: Entry | None
    supports: tuple[Entry, ...]

    @property
    def status(self) -> Implementation | None:
        """The State's own status; None while the lead body published nothing."""
        return Implementation(self.lead.status) if self.lead else None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them, the lead's first."""
        return (self.lead, *self.supports) if self.lead else self.supports


NOTHING = StateStatus(None, ())


def state_statuses(actor: Actor, records: Iterable[int]) -> dict[int, StateStatus]:
    """What the State published about each of ``records`` (ids); those without are absent.

    Who: everybody.
    """
    rows = visible_to(actor, newest_published().filter(record__in=list(records)))
    newest: dict[int, dict[int, Entry]] = {}
    for entry in rows.select_related("assignment", "body"):
        newest.setdefault(entry.record_id, {}).setdefault(entry.body_id, entry)
    found = {}
    for record, by_body in newest.items():
        entries = sorted(by_body.values(), key=lambda one: (one.published_at, one.pk))[::-1]
        lead = next((one for one in entries if one.assignment.part == Part.LEAD), None)
        found[record] = StateStatus(lead, tuple(one for one in entries if one is not lead))
    return found


def state_status(actor: Actor, record: int) -> StateStatus:
    """What the State published about one record."""
    return state_statuses(actor, [record]).get(record, NOTHING)
