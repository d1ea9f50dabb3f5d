"""Writes the new and the changed records of a batch, with their States, positions and labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from upheld.core.document import Span
from upheld.core.fold import fold
from upheld.core.items import Item
from upheld.core.labels import LabelSource
from upheld.core.review import ReviewState
from upheld.parsing.published import Published
from upheld.services import history
from upheld.services.import_batch import Row
from upheld.services.import_documents import documents_of
from upheld.services.labelling import terms_of
from upheld.services.record_values import difference
from upheld.services.stated_positions import Stated, enter_own
from upheld.store.bulk import insert, rows_with, take_ids, update
from upheld.store.models import (
    Label,
    PositionEntry,
    RecommendingState,
    Record,
    StoredFile,
    User,
)
from upheld.store.models.record import NO_DAY

_AT_ONCE = 5000
_ID_LETTERS = 12


@dataclass(slots=True)
class Writing:
    """Writes rows of one publisher, out of one file, for one person."""

    who: User
    publisher: str
    file: StoredFile

    def new(self, rows: list[Row]) -> list[int]:
        """Records for rows that were never seen, in the same order; answers their ids."""
        now = _now()
        documents = self._documents(rows, now)
        ids = take_ids(Record, len(rows))
        names = _public_ids(rows)
        insert(
            Record,
            ("id", "public_id", "document_id", "version_id", "kind", "number", "part", "order",
             "text", "folded", "printed", "page", "start", "end", "proposed", "review_state",
             "row_version", "day"),
            [
                (pk, name, *documents[row.slug], said.kind.value, said.number, "",
                 row.order, said.text, fold(said.text), said.printed, 1, 0, 0, "{}",
                 ReviewState.PUBLISHED.value, 1, _day(row))
                for pk, name, row in zip(ids, names, rows, strict=True)
                for said in (row.said,)
            ],
        )  # fmt: skip
        _recommend((pk, row.said.recommending) for pk, row in zip(ids, rows, strict=True))
        insert(
            PositionEntry,
            ("record_id", "value", "words", "paragraph", "source_id", "date", "entered_at"),
            [
                (pk, said.position.value, said.position_words, "",
                 documents[row.slug][0], said.day.isoformat() if said.day else None, now)
                for pk, row in zip(ids, rows, strict=True)
                for said in (row.said,)
                if said.position
            ],
        )  # fmt: skip
        _hold_positions(ids[0], ids[-1])
        self._label(list(zip(rows, ids, strict=True)), documents)
        return list(ids)

    def changed(self, pairs: list[tuple[Row, int]]) -> list[history.Entry]:
        """Bring records up to what their rows say now; answers entries for the history.

        Labels are replaced for all of them at once: a new taxonomy changes every record.
        """
        documents = self._documents([row for row, _pk in pairs], _now())
        entries: list[history.Entry] = []
        for part in _parts(pairs):
            entries += self._rewritten(part, documents)
            entries += _restated(part)
            rows = [pk for _row, pk in part]
            Label.objects.filter(record__in=rows, source=LabelSource.DOCUMENT).delete()
        self._label(pairs, documents)
        return entries

    def _rewritten(
        self, pairs: list[tuple[Row, int]], documents: dict[str, tuple[int, int]]
    ) -> list[history.Entry]:
        """Bring words, States, document and day of records up to date."""
        entries: list[history.Entry] = []
        rewritten: list[tuple[Any, ...]] = []
        others: list[tuple[int, tuple[str, ...]]] = []
        for row, record in _with_records(pairs):
            said = row.said
            document, version = documents[row.slug]
            held = _held(record)
            differing = difference(held, _values(row) | {"version_id": version})
            if differing.keys() <= {"version_id"}:
                if (record.document_id, record.day) == (document, said.day or NO_DAY):
                    continue
                version, differing = record.version_id, {}
            if differing:
                record.row_version += 1
                entries.append(history.Entry("record.update", record, differing, self.file.name))
            if "states" in differing:
                others.append((record.pk, said.recommending))
            rewritten.append(
                (document, version, _day(row), said.kind.value, said.number, said.text,
                 fold(said.text), said.printed, record.row_version, record.pk)
            )  # fmt: skip
        update(
            Record,
            ("document_id", "version_id", "day", "kind", "number", "text", "folded", "printed",
             "row_version"),
            rewritten,
        )  # fmt: skip
        RecommendingState.objects.filter(record__in=[pk for pk, _states in others]).delete()
        _recommend(others)
        return entries

    def _documents(self, rows: list[Row], now: str) -> dict[str, tuple[int, int]]:
        named = [(row.slug, row.said) for row in rows]
        return documents_of(named, self.publisher, self.file, self.who, now)

    def _label(self, pairs: list[tuple[Row, int]], documents: dict[str, tuple[int, int]]) -> None:
        terms = {
            pair: term.pk
            for pair, term in terms_of({p for row, _pk in pairs for p in row.said.labels}).items()
        }
        insert(
            Label,
            ("record_id", "term_id", "source", "given_in_id"),
            [
                (pk, terms[pair], LabelSource.DOCUMENT.value, documents[row.slug][0])
                for row, pk in pairs
                for pair in row.said.labels
            ],
        )


def _recommend(records: Iterable[tuple[int, tuple[str, ...]]]) -> None:
    """Enter the recommending States of records that have none."""
    insert(
        RecommendingState,
        ("record_id", "iso3", "order"),
        [(pk, iso3, order) for pk, states in records for order, iso3 in enumerate(states)],
    )


def _hold_positions(first: int, last: int) -> None:
    """Point each new record to its only position; afterwards, as for the versions of documents."""
    entry = PositionEntry.objects.filter(record=OuterRef("pk")).values("pk")
    new = Record.objects.filter(pk__range=(first, last), review_state=ReviewState.PUBLISHED)
    new.filter(current_position=None).update(current_position=Subquery(entry[:1]))


def _public_ids(rows: list[Row]) -> list[str]:
    """How people cite the records: document, number, and the beginning of the publisher's id.

    Where another record has that already, the whole id of the publisher stands there.
    """
    short = [_public_id(row, row.said.key.hex[:_ID_LETTERS]) for row in rows]
    taken = {name for (name,) in rows_with(Record, "public_id", short, ("public_id",))}
    names = []
    for row, name in zip(rows, short, strict=True):
        names.append(_public_id(row, row.said.key.hex) if name in taken else name)
        taken.add(name)
    return names


def _public_id(row: Row, key: str) -> str:
    number = f"-{row.said.number.replace(' ', '')}" if row.said.number else ""
    return f"{row.slug}{number}-{key}"


def _day(row: Row) -> str:
    return (row.said.day or NO_DAY).isoformat()


def _now() -> str:
    return timezone.now().replace(tzinfo=None).isoformat(" ")


def _with_records(pairs: list[tuple[Row, int]]) -> Iterator[tuple[Row, Record]]:
    found = Record.objects.prefetch_related("states").in_bulk([pk for _row, pk in pairs])
    return ((row, found[pk]) for row, pk in pairs)


def _values(row: Row) -> dict[str, Any]:
    said = row.said
    return {
        "kind": said.kind.value,
        "number": said.number,
        "text": said.text,
        "printed": said.printed,
        "states": list(said.recommending),
    }


def _held(record: Record) -> dict[str, Any]:
    return {
        "kind": record.kind,
        "number": record.number,
        "text": record.text,
        "printed": record.printed,
        "states": [row.iso3 for row in record.states.all()],
        "version_id": record.version_id,
    }


def _restated(pairs: list[tuple[Row, int]]) -> list[history.Entry]:
    """Enter positions where the publisher states others than before."""
    stating = {pk: row.said for row, pk in pairs if row.said.position}
    rows = Record.objects.select_related("document", "current_position__source")
    records = rows.in_bulk(list(stating))
    return enter_own(Stated(records[pk], _item(said)) for pk, said in stating.items())


def _item(said: Published) -> Item:
    return Item(
        said.number,
        said.text,
        1,
        Span(0, 0),
        position=said.position,
        position_words=said.position_words,
    )


def _parts(values: list[Any]) -> Iterable[list[Any]]:
    return (values[n : n + _AT_ONCE] for n in range(0, len(values), _AT_ONCE))
