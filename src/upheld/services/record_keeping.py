"""Turns the items of a document into records, and a new version's items into changed records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from upheld.core.document import Document as ReadDocument
from upheld.core.findings import Finding
from upheld.core.items import Item
from upheld.core.review import ReviewState
from upheld.services import history
from upheld.services.matching import SAME_NUMBER, Wording, alike, match
from upheld.services.public_ids import public_id
from upheld.services.record_values import difference, put
from upheld.store.models import DocumentVersion, RecommendingState, Record

BATCH = 500
BY_HAND = frozenset({ReviewState.CORRECTED, ReviewState.SPLIT, ReviewState.MERGED})
"""States in which a person has decided about the words; a new version does not overwrite them."""

UNCHECKED = {
    "review_state": ReviewState.PROPOSED.value,
    "reviewed_by_id": None,
    "reviewed_at": None,
}
"""New words are to be checked again, also where a person had confirmed the old ones."""


@dataclass(slots=True)
class Kept:
    """What one version did to the records of its document, by public id."""

    records: list[tuple[Item, Record]] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    unchanged: int = 0
    findings: list[Finding] = field(default_factory=list)
    entries: list[history.Entry] = field(default_factory=list)


def keep_records(
    version: DocumentVersion,
    read: ReadDocument,
    items: Iterable[Item],
    *,
    partial: bool,
) -> Kept:
    """Add, change and withdraw records so that they say what ``version`` says.

    ``partial`` is a corrigendum that prints the corrected items alone: the others stand as they
    were. Records split off by a person follow the record they come from. One that an earlier
    version withdrew comes back under its own id. The caller holds the transaction and writes
    ``entries`` to the history.
    """
    kept = Kept()
    items = list(items)
    known = list(
        version.document.records.filter(split_from=None)
        .select_related("current_position__source", "current_position__entered_by")
        .prefetch_related("states", "merged_from")
        .iterator(chunk_size=BATCH)
    )
    standing = [record for record in known if record.review_state != ReviewState.WITHDRAWN]
    found = _paired(standing, dict(enumerate(items)))
    rest = {n: item for n, item in enumerate(items) if n not in found}
    withdrawn = [record for record in known if record.review_state == ReviewState.WITHDRAWN]
    found |= _paired(withdrawn, rest)
    moved = []
    for n, record in sorted(found.items()):
        record.order = record.order if partial else n
        if not _update(kept, record, version, read, items[n]):
            moved.append(record)
        kept.records.append((items[n], record))
    _save_moved(moved)
    _add(kept, version, read, [(n, item) for n, item in rest.items() if n not in found])
    met = {record.pk for record in found.values()}
    gone = [record for record in standing if record.pk not in met]
    if partial and gone:
        kept.unchanged += len(gone)
        kept.findings.append(_partial(version, len(standing) - len(gone), len(standing)))
    elif not partial:
        for record in gone:
            _withdraw(kept, record)
    return kept


def _paired(records: list[Record], items: dict[int, Item]) -> dict[int, Record]:
    """Each item that one of ``records`` is an earlier version of, by the item's place."""
    places = list(items)
    pairs = match([_worded(record) for record in records], [_worded_item(items[n]) for n in places])
    return {places[new]: records[old] for new, old in pairs.items()}


def proposal(item: Item) -> dict[str, Any]:
    """What the program read, to be told apart from what a person made of it."""
    return {
        "number": item.number,
        "part": item.part,
        "text": item.text or "",
        "states": list(item.states),
    }


def _update(
    kept: Kept,
    record: Record,
    version: DocumentVersion,
    read: ReadDocument,
    item: Item,
) -> bool:
    """Bring a record up to the new version; False when only its place moved (not saved yet)."""
    said = proposal(item)
    if record.review_state in BY_HAND and record.proposed != said:
        kept.findings.append(_about("record.conflict", item, record))
    place = _place(version, read, item)
    back = record.review_state == ReviewState.WITHDRAWN
    rewritten = back or (record.proposed != said and record.review_state not in BY_HAND)
    record.proposed = said
    if record.review_state in (ReviewState.SPLIT, ReviewState.MERGED) or _was_merged(record):
        # Its parts and joined records stand in the version in which a person made them.
        kept.unchanged += 1
        return False
    if not rewritten:
        for name, value in place.items():
            setattr(record, name, value)
        kept.unchanged += 1
        return False
    if alike(record.text, item.text or "") < SAME_NUMBER:
        kept.findings.append(_about("record.rewritten", item, record))
    changed = put(record, place | said | UNCHECKED)
    kept.changed.append(record.public_id)
    action = "record.return" if back else "record.update"
    kept.entries.append(history.Entry(action, record, changed))
    return True


def _add(
    kept: Kept, version: DocumentVersion, read: ReadDocument, items: list[tuple[int, Item]]
) -> None:
    # Also ids of other documents whose slug goes on where this one ends ("list" and "list-2").
    like_these = Record.objects.filter(public_id__startswith=f"{version.document.slug}-")
    taken = set(like_these.values_list("public_id", flat=True))
    records = []
    for order, item in items:
        identity = public_id(
            version.document.slug, item.kind, item.number, item.part, order + 1, taken
        )
        taken.add(identity)
        record = Record(
            public_id=identity,
            document=version.document,
            kind=item.kind,
            number=item.number,
            part=item.part,
            text=item.text or "",
            order=order,
            proposed=proposal(item),
            **_place(version, read, item),
        )
        records.append(record)
        kept.records.append((item, record))
    Record.objects.bulk_create(records, batch_size=BATCH)
    RecommendingState.objects.bulk_create(
        (
            RecommendingState(record=record, iso3=iso3, order=n)
            for record, (_order, item) in zip(records, items, strict=True)
            for n, iso3 in enumerate(item.states)
        ),
        batch_size=BATCH,
    )
    for record, (_order, item) in zip(records, items, strict=True):
        kept.added.append(record.public_id)
        now = proposal(item) | {"review_state": record.review_state}
        kept.entries.append(history.Entry("record.add", record, difference({}, now)))


def _withdraw(kept: Kept, record: Record) -> None:
    """The new version no longer has it: the record stays, with its parts, and says so."""
    for row in [record, *record.split_into.exclude(review_state=ReviewState.WITHDRAWN)]:
        changed = put(row, {"review_state": ReviewState.WITHDRAWN.value})
        kept.entries.append(history.Entry("record.withdraw", row, changed))
        kept.withdrawn.append(row.public_id)
    kept.findings.append(
        Finding(
            "record.withdrawn",
            arguments={"number": record.number, "record": record.public_id},
        )
    )


def _save_moved(records: list[Record]) -> None:
    Record.objects.bulk_update(
        records,
        ["version", "page", "start", "end", "printed", "order", "proposed"],
        batch_size=200,
    )


def _place(version: DocumentVersion, read: ReadDocument, item: Item) -> dict[str, Any]:
    return {
        "version_id": version.pk,
        "page": item.page,
        "start": item.span.start,
        "end": item.span.end,
        "printed": read.raw(item.span),
    }


def _about(code: str, item: Item, record: Record) -> Finding:
    return Finding(code, item.page, {"number": item.number, "record": record.public_id}, *item.span)


def _was_merged(record: Record) -> bool:
    joined = any(row.review_state == ReviewState.MERGED for row in record.merged_from.all())
    return joined and record.review_state == ReviewState.CORRECTED


def _partial(version: DocumentVersion, matched: int, total: int) -> Finding:
    arguments = {"symbol": version.symbol, "matched": str(matched), "total": str(total)}
    return Finding("document.partial_correction", arguments=arguments)


def _worded(record: Record) -> Wording:
    said = record.proposed
    return Wording(record.kind, said["number"], said["part"], said["text"])


def _worded_item(item: Item) -> Wording:
    return Wording(item.kind, item.number, item.part, item.text or "")
