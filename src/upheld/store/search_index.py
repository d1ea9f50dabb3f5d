"""The search index of a data folder: derived from the database, made again whenever in doubt.

``index/search.json`` names the folder that counts. An index is built in a new folder and then
named there, so that a build that was killed leaves nothing but rubbish, which the next one removes.
Each commit holds, with its rows, the entry of the history up to which it goes: what came later is
caught up with from the history, and an entry that the history does not have (a restored backup,
another database) makes the index be built anew.

One process writes at a time, under a lock that ends with the process; the others read on.
"""

from __future__ import annotations

import json
import logging
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from django.conf import settings

from upheld.store.models import Event, Record
from upheld.store.search_changes import changed_between
from upheld.store.search_index_schema import (
    LONG,
    PIECES,
    SEEN,
    document_of,
    edition,
    schema,
    seen_document,
)
from upheld.store.search_rows import BATCH, index_rows

if TYPE_CHECKING:
    import tantivy

logger = logging.getLogger(__name__)

MEMORY = 100_000_000
"""Bytes the writer may use before it writes a segment."""

BEGINNING = "0:"
_PATIENCE = 600.0  # seconds for which a build waits for another one


@dataclass(slots=True)
class _Open:
    """``seen`` is what the last commit tells, ``current`` what was found to add nothing to it."""

    name: str
    index: tantivy.Index
    committed: int = -1
    seen: str = ""
    current: str = ""


_open: dict[Path, _Open] = {}


def search_index(up_to: str = "") -> tantivy.Index:
    """The index, up to the last entry of the history that this transaction sees, or an earlier one.

    When another process writes it at this moment, the index as it stands.
    """
    place = _place()
    wanted = up_to or last_entry()
    held = _held(place)
    if held is None:
        return rebuild()
    if wanted not in (held.seen, held.current):
        _catch_up(place, wanted)
        held = _held(place) or held
    return held.index


def rebuild() -> tantivy.Index:
    """Build the index anew and let it count; waits for another process that does the same."""
    place = _place()
    before = _named(place)
    with _writing(place, _PATIENCE) as free:
        if free and _named(place) == before:
            _build(place)
    held = _held(place)
    if held is None:  # somebody removed the folder at this moment
        return rebuild()
    return held.index


def seen_by_index() -> str:
    """Up to which entry of the history the index goes, as ``number:hash``; "" without an index."""
    held = _held(_place())
    if held is None:
        return ""
    return held.current if held.current == last_entry() else held.seen


def state_of_index() -> str:
    """A name for what the index holds at this moment: another one after each commit."""
    held = _held(_place())
    return f"{held.name} {held.committed}" if held else ""


def is_current() -> bool:
    """Whether the index holds all that the history tells."""
    return seen_by_index() == last_entry()


def _build(place: Path) -> None:
    import tantivy  # noqa: PLC0415  # slow import

    for left in place.glob("search-*"):
        if left.name != _named(place):
            shutil.rmtree(left, ignore_errors=True)
    name = f"search-{uuid4().hex[:12]}"
    (place / name).mkdir(mode=0o700)
    seen = last_entry()
    index = tantivy.Index(schema(), path=str(place / name))
    writer = index.writer(MEMORY, 1)
    count = Record.objects.count()
    piece = -(-count // PIECES) if count >= LONG else count + 1
    for number, row in enumerate(index_rows(Record.objects.all()), start=1):
        writer.add_document(document_of(row))
        if number % piece == 0 and number < count:
            writer.commit()
    writer.add_document(seen_document(seen))
    writer.commit()
    writer.wait_merging_threads()
    _let_count(place, name)
    logger.debug("search index built up to entry %s", seen.partition(":")[0])


def _catch_up(place: Path, wanted: str) -> None:
    """Write what changed since; build anew when the history is another one."""
    import tantivy  # noqa: PLC0415  # slow import

    with _writing(place, 0.0) as free:
        held = _held(place)
        if not free or held is None or held.seen == wanted:
            return
        # Another process may have built it in the meantime: begin from what it holds now.
        first, last = (int(entry.partition(":")[0]) for entry in (held.seen, wanted))
        changed = changed_between(first, last) if _is_in_history(held.seen) else None
        if changed is None:
            _build(place)
            return
        if not changed:
            held.current = wanted
            return
        index, query = held.index, tantivy.Query
        writer = index.writer(MEMORY, 1)
        for start in range(0, len(changed), BATCH):
            keys = changed[start : start + BATCH]
            # By query: deleting by term takes the number for a signed one and finds nothing.
            writer.delete_documents_by_query(query.term_set_query(index.schema, "key", keys))
            for row in index_rows(Record.objects.filter(pk__in=keys)):
                writer.add_document(document_of(row))
        writer.delete_documents_by_term("seen", SEEN)
        writer.add_document(seen_document(wanted))
        writer.commit()
        writer.wait_merging_threads()


def _held(place: Path) -> _Open | None:
    """The index that counts, open and as last committed; None without one of this edition."""
    import tantivy  # noqa: PLC0415  # slow import

    name = _named(place)
    if not name:
        _open.pop(place, None)
        return None
    held = _open.get(place)
    if held is None or held.name != name:
        try:
            held = _Open(name, tantivy.Index(schema(), path=str(place / name)))
        except (ValueError, OSError):
            logger.warning("the search index cannot be opened and is built anew")
            return None
        _open[place] = held
    committed = (place / name / "meta.json").stat().st_mtime_ns
    if committed != held.committed:
        held.index.reload()
        held.committed, held.seen = committed, _seen(held.index)
    return held if held.seen else None


def _seen(index: tantivy.Index) -> str:
    import tantivy  # noqa: PLC0415  # slow import

    searcher = index.searcher()
    query = tantivy.Query.term_query(index.schema, "seen", SEEN, "basic")
    for _, address in searcher.search(query, 1).hits:
        return next(str(text) for text in searcher.doc(address)["seen"] if text != SEEN)
    return ""


def _named(place: Path) -> str:
    try:
        named = json.loads((place / "search.json").read_text("utf-8"))
    except (OSError, ValueError):
        return ""
    name = str(named.get("folder", "")) if named.get("edition") == edition() else ""
    return name if name and (place / name).is_dir() else ""


def _let_count(place: Path, name: str) -> None:
    waiting = place / f"search.json.{uuid4().hex[:8]}"
    waiting.write_text(json.dumps({"folder": name, "edition": edition()}), "utf-8")
    waiting.replace(place / "search.json")


@contextmanager
def _writing(place: Path, patience: float) -> Iterator[bool]:
    """The one writer of this folder; False when another process is it.

    The lock is SQLite's, which every system has and which ends with the process that holds it.
    """
    lock = sqlite3.connect(place / "lock.sqlite3", timeout=patience, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        yield False
    else:
        yield True
    finally:
        lock.close()


def _place() -> Path:
    place = Path(settings.UPHELD_DATA) / "index"
    place.mkdir(exist_ok=True, mode=0o700)
    return place


def last_entry() -> str:
    """The history's last entry as "number:hash"."""
    last = Event.objects.order_by("-seq").values_list("seq", "hash").first()
    return f"{last[0]}:{last[1]}" if last else BEGINNING


def _is_in_history(seen: str) -> bool:
    seq, _, seal = seen.partition(":")
    return seen == BEGINNING or Event.objects.filter(seq=int(seq), hash=seal).exists()
