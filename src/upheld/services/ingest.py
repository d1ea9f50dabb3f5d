"""Taking in a document: from the bytes of a file to records, positions, findings and history.

The file is read in a separate, limited process; then its bytes are kept; then one transaction
writes everything the document says. A process killed at any moment leaves either nothing but an
unused file, or the whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from functools import partial

from django.db import transaction

from upheld.core.facts import DocumentKind
from upheld.core.roles import Action
from upheld.reading.sandbox import Sandbox
from upheld.services import history
from upheld.services.document_keeping import ReadFile, keep_document
from upheld.services.ingest_report import IngestReport, Outcome, Progress
from upheld.services.permissions import Actor, authorise
from upheld.services.propose_labels import propose_for
from upheld.store import files
from upheld.store.models import DocumentVersion, Record

PARSER = "upheld.parsing.parser:read_and_parse"


def ingest_file(
    actor: Actor,
    *,
    name: str,
    content: bytes,
    symbol_hint: str = "",
    mapping: Mapping[str, str] | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
    sandbox: Sandbox | None = None,
) -> IngestReport:
    """Read one file and keep what it says.

    ``symbol_hint`` names the document where its first page prints no symbol; ``mapping`` says
    which column of a national table is what; a ``sandbox`` may serve many files. Who: coordinator.
    One transaction: document, version, records, positions, labels, findings, history; after it
    labels are proposed for the records. The same file again changes nothing. ``InputProblem`` with
    findings when the file cannot be read.
    """
    who = authorise(actor, Action.INGEST)
    tell = progress or _silent
    tell("reading", 0, 1)
    sha256 = files.sha256(content)
    if known := _known(sha256, mapping):
        tell("keeping", 1, 1)
        return _unchanged(name, known)
    with nullcontext(sandbox) if sandbox else Sandbox() as reader:
        yielded = reader.call(
            PARSER,
            name,
            content,
            progress=partial(tell, "reading"),
            **({"mapping": dict(mapping)} if mapping else {}),
        )
    tell("keeping", 0, 1)
    read = ReadFile(name, content, yielded, symbol_hint=symbol_hint, mapping=dict(mapping or {}))
    report = keep(who, read, dry_run=dry_run)
    tell("keeping", 1, 1)
    return report


def keep(actor: Actor, read: ReadFile, *, dry_run: bool = False) -> IngestReport:
    """Keep what a file says, once it has been read. See ``ingest_file``."""
    who = authorise(actor, Action.INGEST)
    sha256 = files.sha256(read.content)
    if not dry_run:
        # Before the transaction: a row never names a file that is not there.
        files.keep(read.content)
        files.keep_yield(sha256, read.yielded)
    with transaction.atomic():
        # Two ingests of one document wait for each other here, so that neither makes it twice.
        history.lock()
        if known := _known(sha256, read.mapping):
            return _unchanged(read.name, known)
        report = keep_document(who, read, sha256, dry_run=dry_run)
        transaction.set_rollback(dry_run)
    if not dry_run:
        # After the transaction: the weights are loaded while nobody waits for the database.
        propose_for(Record.objects.filter(document__slug=report.slug).values_list("pk", flat=True))
    return report


def _known(sha256: str, mapping: Mapping[str, str] | None) -> DocumentVersion | None:
    versions = DocumentVersion.objects.filter(file__sha256=sha256, mapping=dict(mapping or {}))
    return versions.select_related("document", "file").order_by("-pk").first()


def _unchanged(name: str, version: DocumentVersion) -> IngestReport:
    document = version.document
    return IngestReport(
        name=name,
        sha256=version.file.sha256,
        outcome=Outcome.UNCHANGED,
        slug=document.slug,
        symbol=version.symbol,
        title=document.title,
        kind=DocumentKind(document.kind),
        unchanged=document.records.count(),
    )


def _silent(_step: str, _done: int, _total: int) -> None:
    """Progress for callers that do not watch."""
