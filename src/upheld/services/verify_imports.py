"""Proves imported records: each says what its import sealed, or what the history tells since.

268,000 of them have no entry each in the history. An entry for each batch seals the seals of its
rows; each row seals one record. Whoever changes a record, a row or an entry behind the program's
back breaks one of the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import F, Max

from upheld.core.findings import Finding
from upheld.core.labels import LabelSource
from upheld.parsing.published import seal
from upheld.services.import_batch import batch_digest
from upheld.store.models import (
    Event,
    ImportedRow,
    Label,
    PositionEntry,
    RecommendingState,
    Record,
    Term,
)
from upheld.store.models.record import NO_DAY

BATCH_ACT = "import.batch"
_AT_ONCE = 5000
_COLUMNS = (
    "pk", "public_id", "document__slug", "day", "kind", "number", "text", "printed", "part",
    "review_state", "current_position__value",
)  # fmt: skip
_SEALED = ("kind", "number", "text", "printed", "states")
"""Fields of a seal that a person can change; what they were before stands in the history."""


def imports_against_history() -> Iterator[Finding]:
    """Each batch has all of its rows, unchanged."""
    for seq, difference in _batches("difference"):
        rows = ImportedRow.objects.filter(batch=seq).values_list("key", "digest", "applied")
        found = [(bytes(key), bytes(digest), applied) for key, digest, applied in rows]
        if [len(found), batch_digest(found)] != [difference["records"][1], difference["digest"][1]]:
            yield Finding("import.rows_differ", arguments={"seq": seq})


def records_against_imports() -> Iterator[Finding]:
    """Each imported record says what was sealed, apart from what people changed since."""
    acts = dict(_batches("change"))
    terms = {
        pk: (kind, value) for pk, kind, value in Term.objects.values_list("pk", "taxonomy", "value")
    }
    highest = ImportedRow.objects.aggregate(last=Max("record"))["last"] or 0
    for low in range(1, highest + 1, _AT_ONCE):
        yield from _Part(low, low + _AT_ONCE - 1, acts, terms).findings()


def _batches(column: str) -> list[tuple[int, Any]]:
    """The number and one more column of each entry that seals a batch."""
    rows = Event.objects.filter(action=BATCH_ACT).order_by("seq")
    return list(rows.values_list("seq", column))


class _Part:
    """Imported records with ids from ``low`` to ``high``, read in six questions."""

    def __init__(
        self, low: int, high: int, acts: dict[int, UUID], terms: dict[int, tuple[str, str]]
    ) -> None:
        self.among = (low, high)
        self.of_record = {"record__gte": low, "record__lte": high}
        self.acts, self.terms = acts, terms

    def findings(self) -> Iterator[Finding]:
        rows = ImportedRow.objects.filter(**self.of_record, applied=True).order_by("id")
        sealed = {
            record: (bytes(digest), batch)
            for record, digest, batch in rows.values_list("record_id", "digest", "batch_id")
        }
        if not sealed:
            return
        states, labels, positions = self._states(), self._labels(), self._positions()
        records = Record.objects.filter(pk__range=self.among).order_by("pk")
        held: dict[int, dict[str, Any]] = {row["pk"]: {**row} for row in records.values(*_COLUMNS)}
        told = self._told({row["public_id"] for row in held.values()})
        for pk, (digest, batch) in sealed.items():
            row = held.get(pk)
            if row is None:
                yield Finding("stored.record_missing", arguments={"record": str(pk)})
                continue
            row["states"] = states[pk]
            since = [
                difference
                for seq, change, difference in told[row["public_id"]]
                if seq > batch and change != self.acts.get(batch)
            ]
            yield from _differing(row, since)
            if digest != _seal(row, since, positions.get(pk), labels[pk]):
                yield Finding("import.differs", arguments={"record": row["public_id"]})

    def _states(self) -> defaultdict[int, list[str]]:
        found: defaultdict[int, list[str]] = defaultdict(list)
        rows = RecommendingState.objects.filter(**self.of_record).order_by("record", "order")
        for record, iso3 in rows.values_list("record_id", "iso3"):
            found[record].append(iso3)
        return found

    def _labels(self) -> defaultdict[int, list[tuple[str, str]]]:
        found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
        rows = Label.objects.filter(**self.of_record, source=LabelSource.DOCUMENT).order_by()
        for record, term in rows.values_list("record_id", "term_id"):
            found[record].append(self.terms[term])
        return found

    def _positions(self) -> dict[int, tuple[str, str]]:
        """What the publisher says; a position entered by a person has no source."""
        rows = PositionEntry.objects.filter(
            **self.of_record, source=F("record__document")
        ).order_by("pk")
        return {
            record: (value, words)
            for record, value, words in rows.values_list("record_id", "value", "words")
        }

    def _told(self, names: set[str]) -> defaultdict[str, list[tuple[int, UUID, dict[str, Any]]]]:
        found: defaultdict[str, list[tuple[int, UUID, dict[str, Any]]]] = defaultdict(list)
        rows = Event.objects.filter(object_type="record", object_id__in=names).order_by("seq")
        for name, *act in rows.values_list("object_id", "seq", "change", "difference"):
            found[name].append((act[0], act[1], act[2]))
        return found


def _differing(row: dict[str, Any], since: list[dict[str, Any]]) -> Iterator[Finding]:
    """What people changed holds what they changed it to."""
    row = row | {"position": row["current_position__value"]}
    last = {field: pair[1] for difference in since for field, pair in difference.items()}
    for field in ("number", "part", "text", "states", "review_state", "position"):
        if field in last and row[field] != last[field]:
            arguments = {"record": row["public_id"], "field": field}
            yield Finding("history.differs", arguments=arguments)


def _seal(
    row: dict[str, Any],
    since: list[dict[str, Any]],
    position: tuple[str, str] | None,
    labels: list[tuple[str, str]],
) -> bytes:
    """The seal of the record as it was imported."""
    first: dict[str, Any] = {}
    for difference in since:
        for field, pair in difference.items():
            first.setdefault(field, pair[0])
    kind, number, text, printed, states = (first.get(field, row[field]) for field in _SEALED)
    day = "" if row["day"] == NO_DAY else row["day"].isoformat()
    slug = row["document__slug"]
    return seal(slug, day, kind, number, text, printed, tuple(states), position, labels)
