"""The values of a record that people and parsers change, as the history writes them.

``{"number": "143.27", "text": "…", "states": ["FRA", "ESP"], "position": "noted", …}``
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from upheld.store.models import RecommendingState, Record, User

PLAIN = (
    "kind",
    "number",
    "part",
    "text",
    "printed",
    "page",
    "start",
    "end",
    "review_state",
    "version_id",
    "current_position_id",
    "split_from_id",
    "merged_into_id",
    "reviewed_by_id",
)


def values_of(record: Record) -> dict[str, Any]:
    """What ``record`` holds now; reads its States and position with it."""
    values: dict[str, Any] = {name: getattr(record, name) for name in PLAIN}
    values["reviewed_at"] = record.reviewed_at.isoformat() if record.reviewed_at else None
    values["states"] = [state.iso3 for state in record.states.all()]
    values["position"] = record.current_position.value if record.current_position else None
    return values


def difference(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, list[Any]]:
    """``{field: [old, new]}`` of the fields that differ."""
    return {name: [old.get(name), value] for name, value in new.items() if old.get(name) != value}


def put(record: Record, values: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Write ``values`` into a locked ``record`` and answer the difference; saves it.

    ``position`` follows ``current_position_id`` and is not put by itself.
    """
    old = values_of(record)
    if "states" in values:
        put_states(record, values["states"])
    _set(record, values)
    record.save()
    # The rows of States and position were read before; values_of must see what is there now.
    fresh = Record.objects.select_related("current_position").get(pk=record.pk)
    return difference(old, values_of(fresh))


def put_many(wanted: Sequence[tuple[Record, Mapping[str, Any]]]) -> list[dict[str, list[Any]]]:
    """As ``put`` for each; one statement for all whose States and position stay as they are."""
    if any({"states", "current_position_id"} & values.keys() for _record, values in wanted):
        return [put(record, values) for record, values in wanted]
    differences, fields = [], {"row_version"}
    for record, values in wanted:
        old = values_of(record)
        _set(record, values)
        differences.append(difference(old, values_of(record)))
        fields |= differences[-1].keys()
    Record.objects.bulk_update([record for record, _ in wanted], sorted(fields), batch_size=200)
    return differences


def _set(record: Record, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        if name == "reviewed_at":
            record.reviewed_at = datetime.fromisoformat(value) if value else None
        elif name not in {"states", "position"}:
            setattr(record, name, value)
    record.row_version += 1


def put_states(record: Record, iso3: list[str]) -> None:
    """Replace the recommending States of ``record`` by ``iso3``, in this order."""
    if [state.iso3 for state in record.states.all()] == iso3:
        return
    record.states.all().delete()
    RecommendingState.objects.bulk_create(
        [RecommendingState(record=record, iso3=code, order=n) for n, code in enumerate(iso3)]
    )


def checked_by(actor: User, state: str, now: datetime) -> dict[str, Any]:
    """The values that say who brought a record into ``state``, and when."""
    return {
        "review_state": state,
        "reviewed_by_id": actor.pk,
        "reviewed_at": now.isoformat(),
    }
