"""The search index held against the database, record by record."""

from __future__ import annotations

from upheld.store.models import Record
from upheld.store.search_index import is_current, search_index
from upheld.store.search_index_engine import seals
from upheld.store.search_index_schema import seal
from upheld.store.search_rows import index_rows


def differing_records() -> list[int]:
    """Records, by their rows, that the index has otherwise than the database, or only one of both.

    Empty also where there is no index, or one that has yet to catch up with the history: it does
    so with the next question.
    """
    if not is_current():
        return []
    found = seals(search_index())
    differing = []
    for row in index_rows(Record.objects.all()):
        if found.pop(row.key, None) != seal(row):
            differing.append(row.key)
    return sorted([*differing, *found])
