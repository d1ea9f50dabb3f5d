"""Positions as documents state them become entries of the history, and one of them holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import F, QuerySet
from django.utils import timezone

from upheld.core.findings import Finding
from upheld.core.items import Item
from upheld.core.positions import Position
from upheld.services import history
from upheld.services.positions import weight
from upheld.store.models import Document, PositionEntry, Record

BATCH = 500


class Stated(NamedTuple):
    """A record and the item that states its position: the printed words and their paragraph."""

    record: Record
    item: Item


def enter_stated(
    source: Document, stated: Iterable[Stated]
) -> tuple[list[history.Entry], list[Finding]]:
    """Add what ``source`` states; the weightier entry holds, a difference is a finding.

    An entry that stands already is not added again, so that the same document can be applied
    twice. The caller holds the transaction and writes the entries to the history.
    """
    stated = [pair for pair in stated if pair.item.position is not None]
    known = _known(source, [pair.record for pair in stated])
    return _enter([(source, pair) for pair in stated], known)


def enter_own(stated: Iterable[Stated]) -> list[history.Entry]:
    """Add what the document of each record states, as published lists do, whichever document it is.

    Otherwise as ``enter_stated``.
    """
    stated = [pair for pair in stated if pair.item.position is not None]
    rows = PositionEntry.objects.filter(
        record__in=[pair.record.pk for pair in stated], source=F("record__document")
    )
    entries, _findings = _enter([(pair.record.document, pair) for pair in stated], _said(rows))
    return entries


def _enter(
    stated: Iterable[tuple[Document, Stated]], known: dict[int, tuple[str, str, str]]
) -> tuple[list[history.Entry], list[Finding]]:
    fresh, findings, done = [], [], set()
    for source, (record, item) in stated:
        position = Position(item.position or Position.PENDING)
        said = (position.value, item.position_words, item.position_paragraph)
        if known.get(record.pk) == said or record.pk in done:
            continue
        done.add(record.pk)
        entry = PositionEntry(
            record=record,
            value=position,
            words=item.position_words,
            paragraph=item.position_paragraph,
            source=source,
            date=source.date,
            entered_at=timezone.now(),
        )
        fresh.append(entry)
        held = record.current_position
        if held and held.source_id != source.pk and _contradict(held, entry):
            findings.append(_difference(record, item, held))
    for entry in fresh:
        held = entry.record.current_position
        entry.supersedes = held if weight(entry) >= weight(held) else None
    PositionEntry.objects.bulk_create(fresh, batch_size=BATCH)
    return _make_current(fresh), findings


def _make_current(fresh: list[PositionEntry]) -> list[history.Entry]:
    entries, changed = [], []
    for entry in fresh:
        record, held = entry.record, entry.record.current_position
        difference: dict[str, list[object]] = {"stated": [None, entry.value]}
        if weight(entry) >= weight(held):
            difference["position"] = [held.value if held else None, entry.value]
            difference["current_position_id"] = [record.current_position_id, entry.pk]
            record.current_position = entry
            record.row_version += 1
            changed.append(record)
        reason = f"{entry.source or ''} {entry.paragraph}".strip()
        entries.append(history.Entry("record.position", record, difference, reason))
    Record.objects.bulk_update(changed, ["current_position", "row_version"], batch_size=200)
    return entries


def _known(source: Document, records: list[Record]) -> dict[int, tuple[str, str, str]]:
    """What ``source`` is already known to say, newest entry last, by record."""
    return _said(
        PositionEntry.objects.filter(source=source, record__document__in=_documents(records))
    )


def _said(rows: QuerySet[PositionEntry]) -> dict[int, tuple[str, str, str]]:
    return {row.record_id: (row.value, row.words, row.paragraph) for row in rows.order_by("pk")}


def _documents(records: list[Record]) -> set[int]:
    return {record.document_id for record in records}


def _contradict(held: PositionEntry, entry: PositionEntry) -> bool:
    return Position.PENDING not in (held.value, entry.value) and held.value != entry.value


def _difference(record: Record, item: Item, held: PositionEntry) -> Finding:
    return Finding(
        "position.differs",
        item.page,
        {
            "number": record.number,
            "here": str(item.position),
            "there": held.value,
            "source": str(held.source or held.entered_by),
        },
        *item.span,
    )
