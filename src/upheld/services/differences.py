"""What differs between two tellings of a thing: {"due": ["2026-12-31", "2027-06-30"]}."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from upheld.services.history import Difference


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> Difference:
    """Each field whose value changed, with the old and the new one; None for what was not there."""
    fields = dict.fromkeys([*before, *after])
    return {
        field: [before.get(field), after.get(field)]
        for field in fields
        if before.get(field) != after.get(field)
    }
