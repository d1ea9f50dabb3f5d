"""One batch of a published list: what of it is new or changed, and writing that.

A batch is one transaction with one entry in the history, which seals its rows: among an entry for
each of 268,000 records nobody would find the acts of people.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from upheld.core.items import ItemKind
from upheld.core.review import ReviewState
from upheld.parsing.published import Published, seal
from upheld.services.import_documents import slug_of
from upheld.store.bulk import rows_with
from upheld.store.models import ImportedRow, Record

BY_HAND = frozenset(
    {ReviewState.CORRECTED, ReviewState.SPLIT, ReviewState.MERGED, ReviewState.WITHDRAWN}
)
"""A person has decided about the words; an import does not overwrite them."""


@dataclass(frozen=True, slots=True)
class Row:
    """A published record, its place in the file, its document's slug and its seal."""

    said: Published
    order: int
    slug: str
    digest: bytes


@dataclass(slots=True)
class Sorted:
    """The rows of a batch by what they mean for the folder.

    ``changed`` and ``held`` come with the id of the record; ``held`` are those whose words a person
    corrected, and that keep them.
    """

    new: list[Row] = field(default_factory=list)
    changed: list[tuple[Row, int]] = field(default_factory=list)
    held: list[tuple[Row, int]] = field(default_factory=list)
    unchanged: int = 0

    @property
    def counts(self) -> Counter[str]:
        """How many of each, by the names that reports use."""
        return Counter(
            new=len(self.new),
            changed=len(self.changed),
            kept_by_hand=len(self.held),
            unchanged=self.unchanged,
        )


def row_of(said: Published, order: int, publisher: str) -> Row:
    """``said`` with what it is compared by."""
    slug = slug_of(said, publisher)
    position = (said.position.value, said.position_words) if said.position else None
    digest = seal(
        slug,
        said.day.isoformat() if said.day else "",
        ItemKind(said.kind).value,
        said.number,
        said.text,
        said.printed,
        said.recommending,
        position,
        list(said.labels),
    )
    return Row(said, order, slug, digest)


def sort(rows: Sequence[Row]) -> Sorted:
    """What is new, what changed and what did not, by the seals that are kept."""
    known = _known([row.said.key.bytes for row in rows])
    found = Sorted()
    for row in rows:
        kept = known.get(row.said.key.bytes)
        if kept is None:
            found.new.append(row)
        elif kept[1] == row.digest:
            found.unchanged += 1
        else:
            found.changed.append((row, kept[0]))
    by_hand = _by_hand([pk for _row, pk in found.changed])
    if by_hand:
        found.held = [pair for pair in found.changed if pair[1] in by_hand]
        found.changed = [pair for pair in found.changed if pair[1] not in by_hand]
    return found


def batch_digest(rows: Iterable[tuple[bytes, bytes, bool]]) -> str:
    """The SHA-256 over the key, the seal and the standing of each row, in the order of the keys."""
    whole = hashlib.sha256()
    for key, digest, applied in sorted(rows):
        whole.update(key + digest + (b"\x01" if applied else b"\x00"))
    return whole.hexdigest()


def _known(keys: list[bytes]) -> dict[bytes, tuple[int, bytes]]:
    """Record and newest seal by key."""
    found = rows_with(ImportedRow, "key", keys, ("key", "record_id", "digest"))
    return {bytes(key): (record, bytes(digest)) for key, record, digest in found}


def _by_hand(records: list[int]) -> set[int]:
    found = rows_with(Record, "id", records, ("id", "review_state"))
    return {pk for pk, state in found if state in BY_HAND}
