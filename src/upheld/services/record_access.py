"""Takes a record for changing: authorised, locked, and still as the person saw it."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from upheld.core.errors import Conflict, InputProblem
from upheld.core.review import IN_FORCE
from upheld.services import history
from upheld.services.permissions import Actor, visible_to
from upheld.services.record_values import values_of
from upheld.store.models import Record

CHUNK = 500
"""Records asked for at once; SQLite takes only so many values in one question."""


def take(actor: Actor, public_id: str, row_version: int) -> Record:
    """The record, locked to the end of the transaction, in force, and in the version seen."""
    record = take_many(actor, {public_id: row_version})[0]
    require_seen(record, row_version)
    return record


def take_many(actor: Actor, seen: Mapping[str, int]) -> list[Record]:
    """The records in the order of ``seen``, locked; whether they changed is still to be asked."""
    # The history first, then the rows: with one order everywhere, nobody waits for somebody who
    # waits for them.
    history.lock()
    rows = visible_to(actor, Record.objects.all()).select_for_update(of=("self",))
    rows = rows.select_related("current_position").prefetch_related("states").order_by("pk")
    found: dict[str, Record] = {}
    ids = sorted(seen)
    for start in range(0, len(ids), CHUNK):
        chunk = rows.filter(public_id__in=ids[start : start + CHUNK])
        found |= {record.public_id: record for record in chunk}
    for public_id in seen:
        if public_id not in found:
            raise InputProblem(
                _("There is no record %(record)s.") % {"record": public_id},
                next_step=_("Go back to the list; the address may be mistyped."),
            )
    return [found[public_id] for public_id in seen]


def is_as_seen(record: Record, row_version: int) -> bool:
    """Whether nobody changed the record since, and it is still in force."""
    return record.row_version == row_version and record.review_state in IN_FORCE


def require_seen(record: Record, row_version: int) -> None:
    """``Conflict`` with the current values when somebody was faster."""
    if not is_as_seen(record, row_version):
        raise Conflict(
            _("Somebody else changed %(record)s while you were looking at it.")
            % {"record": record.public_id},
            current=values_of(record) | {"row_version": record.row_version},
            next_step=_("Nothing was overwritten. Look at what stands now, then decide again."),
        )
