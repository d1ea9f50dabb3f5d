"""The history of positions: which entry holds now, and where each one came from.

Several documents state the position of one recommendation: the report ("will be examined"), the
addendum of the State ("accepts 140.1–5"), OHCHR's thematic list. Each becomes an entry; the one
that holds is the State's own latest word, and a position entered by a person holds over all.
"""

from __future__ import annotations

from django.utils import timezone

from upheld.core.facts import DocumentKind
from upheld.core.positions import Position
from upheld.store.models import PositionEntry, Record, User

WEIGHT = {
    DocumentKind.UPR_ADDENDUM: 3,
    DocumentKind.THEMATIC_LIST: 2,
    DocumentKind.UPR_REPORT: 1,
}
"""Which document's word holds over which: the State's addendum over a list made from it."""

BY_HAND = 4


def weight(entry: PositionEntry | None) -> tuple[int, int]:
    """How much an entry counts: *pending* gives way to every answer, then by its source."""
    if entry is None:
        return (0, 0)
    answered = int(entry.value != Position.PENDING)
    if entry.entered_by_id:
        return (answered, BY_HAND)
    kind = DocumentKind(entry.source.kind) if entry.source else DocumentKind.OTHER
    return (answered, WEIGHT.get(kind, 0))


def enter_by_hand(actor: User, record: Record, value: Position) -> PositionEntry:
    """A position that a person read on the page; the caller makes it the current one."""
    return PositionEntry.objects.create(
        record=record,
        value=value,
        entered_by=actor,
        entered_at=timezone.now(),
        supersedes=record.current_position,
    )
