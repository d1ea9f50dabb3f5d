"""Proves that a data folder is whole: the chain of history, the files, and where records lead.

What ``upheld verify`` prints. Nothing is changed by it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Exists, OuterRef

from upheld.core.findings import Finding
from upheld.core.roles import Action
from upheld.services import history
from upheld.services.leftovers import leftovers
from upheld.services.permissions import Actor, authorise
from upheld.services.record_values import values_of
from upheld.services.verify_imports import imports_against_history, records_against_imports
from upheld.store import files
from upheld.store.models import Event, ImportedRow, Record, StoredFile
from upheld.store.search_check import differing_records

TOLD = ("number", "part", "text", "states", "review_state", "position")
"""The values of a record that change only with an entry in the history."""

Progress = Callable[[str, int, int], None]


def verify(actor: Actor, *, progress: Progress | None = None) -> list[Finding]:
    """Everything that is not as it should be; an empty list is the proof.

    The chain of the history; each record against what its history says; each file against its
    SHA-256; each record's printed words against the document; the search index against the records.
    Who: administrator, coordinator.
    """
    authorise(actor, Action.VERIFY)
    checks: tuple[tuple[str, Callable[[], Iterator[Finding]]], ...] = (
        ("history", lambda: iter(history.verify_chain())),
        ("records", _records_against_history),
        ("files", _files_against_hashes),
        ("documents", _records_against_documents),
        ("index", _index_against_records),
    )
    findings: list[Finding] = []
    for done, (step, check) in enumerate(checks):
        if progress:
            progress(step, done, len(checks))
        findings += check()
    if progress:
        progress("done", len(checks), len(checks))
    return findings


def _records_against_history() -> Iterator[Finding]:
    last: dict[str, dict[str, Any]] = {}
    events = Event.objects.filter(object_type="record").order_by("seq")
    for public_id, difference in events.values_list("object_id", "difference").iterator():
        told = last.setdefault(public_id, {})
        told.update((field, pair[1]) for field, pair in difference.items() if field in TOLD)
    records = Record.objects.select_related("current_position").prefetch_related("states")
    imported = ImportedRow.objects.filter(record=OuterRef("pk"))
    for record in records.exclude(Exists(imported)).order_by("pk").iterator(chunk_size=500):
        held = values_of(record)
        told = last.pop(record.public_id, {})
        for field in TOLD:
            if held[field] != told.get(field):
                yield Finding(
                    "history.differs", arguments={"record": record.public_id, "field": field}
                )
    yield from imports_against_history()
    yield from records_against_imports()
    for public_id in sorted(last.keys() - _names_of(last)):
        yield Finding("stored.record_missing", arguments={"record": public_id})


def _names_of(public_ids: Iterable[str]) -> set[str]:
    """Those of ``public_ids`` that there are, among the imported records."""
    names = list(public_ids)
    found: set[str] = set()
    for n in range(0, len(names), 5000):
        rows = Record.objects.filter(public_id__in=names[n : n + 5000])
        found.update(rows.values_list("public_id", flat=True))
    return found


def _files_against_hashes() -> Iterator[Finding]:
    for file in StoredFile.objects.filter(kept=True).order_by("pk"):
        arguments = {"name": file.name, "sha256": file.sha256}
        try:
            whole = files.is_whole(file.sha256)
        except FileNotFoundError:
            yield Finding("stored.missing", arguments=arguments)
            continue
        if not whole:
            yield Finding("stored.changed", arguments=arguments)
    for sha256 in leftovers():
        yield Finding("stored.left", arguments={"sha256": sha256})


def _records_against_documents() -> Iterator[Finding]:
    """``document.text[start:end] == printed``, for each record in the version it stands in."""
    for file in StoredFile.objects.filter(kept=True).order_by("pk"):
        rows = Record.objects.filter(version__file=file).order_by("pk")
        records = list(rows.values_list("public_id", "page", "start", "end", "printed"))
        if not records:
            continue
        try:
            text = files.document_of(file.sha256).text
        except (OSError, EOFError, ValueError, KeyError, zlib.error):
            arguments = {"name": file.name, "sha256": file.sha256}
            yield Finding("stored.unread", arguments=arguments)
            continue
        for public_id, page, start, end, printed in records:
            if text[start:end] != printed:
                yield Finding("stored.span", page, {"record": public_id, "page": page})


def _index_against_records() -> Iterator[Finding]:
    differing = differing_records()
    if differing:
        record = Record.objects.filter(pk__in=differing[:1]).first()
        named = record.public_id if record else str(differing[0])
        yield Finding("index.differs", arguments={"count": len(differing), "record": named})
