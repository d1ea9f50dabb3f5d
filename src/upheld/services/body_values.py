"""What a body holds, as the history and a page under change compare it."""

from __future__ import annotations

from typing import Any

from upheld.core.body_rows import BodyRow
from upheld.services.history import Difference
from upheld.store.models import Body

FIELDS = (
    "state",
    "kind",
    "names",
    "abbreviation",
    "parent",
    "valid_from",
    "valid_to",
    "order",
    "source",
    "checked",
)
"""The fields of a body that a person sets; the code is for ever."""


def values_of(body: Body) -> dict[str, Any]:
    """The values by field, as JSON can hold them; ``parent`` is a code."""
    return {
        "state": body.state,
        "kind": body.kind,
        "names": dict(body.names),
        "abbreviation": body.abbreviation,
        "parent": body.parent.code if body.parent else "",
        "valid_from": body.valid_from.isoformat() if body.valid_from else None,
        "valid_to": body.valid_to.isoformat() if body.valid_to else None,
        "order": body.order,
        "source": body.source,
        "checked": body.checked,
    }


def put(body: Body, row: BodyRow, parent: Body | None) -> Difference:
    """Set the values of ``row`` and answer what differs; the caller saves and records."""
    before = values_of(body)
    body.state, body.kind = row.state, row.kind.value
    body.names, body.abbreviation = dict(row.names), row.abbreviation
    body.parent = parent
    body.valid_from, body.valid_to = row.valid_from, row.valid_to
    body.order, body.source, body.checked = row.order, row.source, row.checked
    return difference(before, values_of(body))


def difference(before: dict[str, Any], after: dict[str, Any]) -> dict[str, list[Any]]:
    """The fields that differ, each with its value before and after."""
    return {name: [before[name], after[name]] for name in FIELDS if before[name] != after[name]}


def first_values(body: Body) -> dict[str, list[Any]]:
    """The difference of a body that was just made: every value from nothing."""
    return {name: [None, value] for name, value in values_of(body).items()}
