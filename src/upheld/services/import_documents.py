"""The documents that published records belong to: one for each symbol and set of States concerned.

The Index says "A/HRC/26/6, Viet Nam" of each annotation; UPR Info's rows belong to the review of a
State at a session. Such a document stands beside the paper itself, if that was taken in too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache

from django.db.models import OuterRef, Subquery

from upheld.core.facts import DocumentKind
from upheld.core.states import state
from upheld.core.symbols import Symbol
from upheld.core.upr_sessions import cycle_of
from upheld.parsing.published import Published, Publisher
from upheld.services.public_ids import slug
from upheld.store.bulk import insert, rows_with, take_ids
from upheld.store.models import Document, DocumentVersion, StateUnderReview, StoredFile, User

_LONGEST = 90
_MOST_STATES = 6
_AT_ONCE = 5000


def slug_of(said: Published, publisher: str) -> str:
    """How the document of ``said`` is named here: "uhri-A-HRC-26-6-VNM", "upr-info-VNM-18"."""
    named = said.symbol if publisher == Publisher.UHRI else str(said.session or "")
    return _slug(publisher, named, said.states)


@lru_cache(maxsize=65536)
def _slug(publisher: str, named: str, states: tuple[str, ...]) -> str:
    concerned = "-".join(states) if len(states) <= _MOST_STATES else f"{len(states)}-States"
    if publisher == Publisher.UHRI and states == _states_of(named):
        concerned = ""  # CCPR/C/VNM/CO/3 says already that it is about Viet Nam
    parts = (
        ("uhri", slug(named) or "no-symbol", concerned)
        if publisher == Publisher.UHRI
        else ("upr-info", concerned, named)
    )
    whole = "-".join(filter(None, parts))
    if len(whole) <= _LONGEST and len(states) <= _MOST_STATES:
        return whole
    # Too long to be read anyway: the same symbol and States always give the same ending.
    mark = hashlib.sha256("\n".join((named, *states)).encode()).hexdigest()[:8]
    return f"{whole[:_LONGEST]}-{mark}"


def _states_of(symbol: str) -> tuple[str, ...]:
    found = Symbol.parse(symbol) if symbol else None
    return (found.state,) if found and found.state else ()


def documents_of(
    rows: Iterable[tuple[str, Published]], publisher: str, file: StoredFile, who: User, now: str
) -> dict[str, tuple[int, int]]:
    """Document and version by slug for ``rows`` of slug and record; those not there are made.

    A document that an earlier file brought gets a version for this file, because the records that
    it adds or changes stand in this file. The caller holds the transaction.
    """
    first: dict[str, Published] = {}
    for name, said in rows:
        first.setdefault(name, said)
    ids = _known(list(first))
    missing = [name for name in first if name not in ids]
    made = dict(zip(missing, take_ids(Document, len(missing)), strict=True))
    versions = _versions(ids, file)
    numbers = _last_numbers([pk for name, pk in ids.items() if name not in versions])
    ids |= made
    without = [name for name in first if name not in versions]
    fresh = dict(zip(without, take_ids(DocumentVersion, len(without)), strict=True))
    _make(made, first, publisher)
    insert(
        DocumentVersion,
        ("id", "document_id", "file_id", "number", "symbol", "taken_in_at", "taken_in_by_id",
         "mapping", "counts", "changes"),
        [
            (pk, ids[name], file.pk, numbers.get(ids[name], 0) + 1, first[name].symbol, now,
             who.pk, "{}", "{}", "{}")
            for name, pk in fresh.items()
        ],
    )  # fmt: skip
    _point([ids[name] for name in fresh], file)
    versions |= fresh
    return {name: (ids[name], versions[name]) for name in first}


def _point(documents: list[int], file: StoredFile) -> None:
    """Make the versions of ``file`` the current ones.

    Afterwards, because a row that points to one that is still to come has SQLite look through
    every table that could point to it, for each row.
    """
    version = DocumentVersion.objects.filter(document=OuterRef("pk"), file=file).values("pk")
    for n in range(0, len(documents), _AT_ONCE):
        rows = Document.objects.filter(pk__in=documents[n : n + _AT_ONCE])
        rows.update(current_version=Subquery(version[:1]))


def _make(made: dict[str, int], first: dict[str, Published], publisher: str) -> None:
    kind = DocumentKind.UHRI if publisher == Publisher.UHRI else DocumentKind.UPR_INFO
    insert(
        Document,
        ("id", "slug", "symbol", "base_symbol", "title", "kind", "body", "council_session",
         "session", "cycle", "agenda_item", "date", "language", "declared", "relates_to_symbol"),
        [
            (pk, name, said.symbol, "", _title(said, publisher), kind.value, said.body,
             _council_session(said.symbol), said.session,
             cycle_of(said.session) if said.session else None, "",
             said.day.isoformat() if said.day else None, "en", "{}", said.symbol)
            for name, pk in made.items()
            for said in (first[name],)
        ],
    )  # fmt: skip
    insert(
        StateUnderReview,
        ("document_id", "iso3", "order"),
        [
            (pk, iso3, order)
            for name, pk in made.items()
            for order, iso3 in enumerate(first[name].states)
        ],
    )


def _title(said: Published, publisher: str) -> str:
    """A list without a symbol is named by the State and the session of its review."""
    if publisher == Publisher.UHRI:
        return ""
    concerned = ", ".join(state(iso3).name for iso3 in said.states[:_MOST_STATES])
    return f"UPR Info: {concerned or '–'} ({said.session or '–'})"


@lru_cache(maxsize=65536)
def _council_session(symbol: str) -> int | None:
    found = Symbol.parse(symbol) if symbol.startswith("A/HRC/") else None
    return int(found.session) if found and found.session.isdigit() else None


def _known(slugs: list[str]) -> dict[str, int]:
    return dict(rows_with(Document, "slug", slugs, ("slug", "id")))


def _versions(ids: dict[str, int], file: StoredFile) -> dict[str, int]:
    names = {pk: name for name, pk in ids.items()}
    columns = ("document_id", "file_id", "id")
    found = rows_with(DocumentVersion, "document_id", list(names), columns)
    return {names[document]: pk for document, of, pk in found if of == file.pk}


def _last_numbers(documents: list[int]) -> dict[int, int]:
    columns = ("document_id", "number")
    return dict(rows_with(DocumentVersion, "document_id", documents, columns))
