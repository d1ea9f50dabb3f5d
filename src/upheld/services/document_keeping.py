"""Writes what one file says into the tables: its document, version, records and findings."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from upheld.core.document import Document as ReadDocument
from upheld.core.facts import DocumentFacts
from upheld.core.findings import Finding
from upheld.core.symbols import Symbol
from upheld.services import history
from upheld.services.answers import ANSWERS
from upheld.services.document_identity import (
    base_symbol,
    cycle_of,
    find_document,
    is_corrigendum,
    new_slug,
)
from upheld.services.finding_keeping import keep_findings
from upheld.services.ingest_report import IngestReport, Outcome
from upheld.services.joining import join_answers
from upheld.services.labelling import give_labels
from upheld.services.record_keeping import Kept, keep_records
from upheld.services.record_values import difference
from upheld.services.stated_positions import Stated, enter_stated
from upheld.store.models import Document, DocumentVersion, StateUnderReview, StoredFile, User
from upheld.store.models.record import NO_DAY


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read: ``yielded`` is ``{"document": …, "facts": …}`` as plain values."""

    name: str
    content: bytes
    yielded: Mapping[str, Any]
    symbol_hint: str = ""
    mapping: Mapping[str, str] | None = None

    @property
    def document(self) -> ReadDocument:
        return ReadDocument.from_dict(self.yielded["document"])

    @property
    def facts(self) -> DocumentFacts:
        return DocumentFacts.from_dict(self.yielded["facts"])


def keep_document(who: User, read: ReadFile, sha256: str, *, dry_run: bool) -> IngestReport:
    """Keep ``read`` as a new document or a new version of one; the caller holds the transaction."""
    return _Keeping(who, read, sha256).run(dry_run=dry_run)


class _Keeping:
    """One file on its way into the tables, inside its transaction."""

    def __init__(self, who: User, read: ReadFile, sha256: str) -> None:
        self.who, self.read, self.sha256 = who, read, sha256
        self.document_read, self.facts = read.document, read.facts
        printed = self.facts.first_page.symbol
        self.symbol = printed or _normal(read.symbol_hint)
        self.change: UUID = uuid4()
        self.entries: list[history.Entry] = []
        self.findings: list[Finding] = [*self.document_read.findings, *self.facts.findings]
        if printed and read.symbol_hint and _normal(printed) != _normal(read.symbol_hint):
            self.findings.append(
                Finding(
                    "document.symbol_differs",
                    1,
                    {"printed": printed, "hint": read.symbol_hint},
                )
            )

    def run(self, *, dry_run: bool) -> IngestReport:
        found = find_document(self.facts, self.symbol, self.read.name)
        document = found or Document(slug=new_slug(self.facts, self.symbol, self.read.name))
        version = self._version(document, earlier=found is not None)
        kept = self._records(version)
        day = document.date or NO_DAY
        document.records.exclude(day=day).update(day=day)
        applied = join_answers(document, self.facts)
        self.findings += kept.findings + applied.findings
        self.entries += kept.entries + applied.entries
        new_findings = keep_findings(version, self.findings)
        version.changes = {
            "added": kept.added,
            "changed": kept.changed,
            "withdrawn": kept.withdrawn,
            "unchanged": kept.unchanged,
        }
        version.save(update_fields=["changes"])
        history.record(self.who, self.entries, change=self.change)
        return IngestReport(
            name=self.read.name,
            sha256=self.sha256,
            outcome=Outcome.NEW_VERSION if found else Outcome.NEW,
            slug=document.slug,
            symbol=self.symbol,
            title=document.title,
            kind=self.facts.kind,
            added=tuple(kept.added),
            changed=tuple(kept.changed),
            withdrawn=tuple(kept.withdrawn),
            unchanged=kept.unchanged,
            positions=applied.positions,
            labels=applied.labels,
            findings=tuple(new_findings),
            dry_run=dry_run,
        )

    def _version(self, document: Document, *, earlier: bool) -> DocumentVersion:
        old = _described(document) if earlier else {}
        page = self.facts.first_page
        partial = earlier and is_corrigendum(self.symbol)
        if not partial:
            # A corrigendum's first page is about the corrigendum; the document keeps its own.
            document.symbol = self.symbol
            document.title, document.body, document.date = page.title, page.body, page.date
            document.kind, document.agenda_item = self.facts.kind, page.agenda_item
            document.council_session, document.session = page.council_session, page.session
            document.cycle = cycle_of(page, self.facts.kind)
            document.language = page.language
            document.declared = dict(self.facts.declared)
            document.relates_to_symbol = self.facts.relates_to
        document.base_symbol = base_symbol(document.symbol)
        document.save()
        if not partial:
            document.states_under_review.all().delete()
            StateUnderReview.objects.bulk_create(
                StateUnderReview(document=document, iso3=iso3, order=n)
                for n, iso3 in enumerate(dict.fromkeys(page.states))
            )
        version = self._new_version(document)
        document.current_version = version
        document.save(update_fields=["current_version"])
        said = difference(old, _described(document))
        said |= {"version": [version.number - 1 or None, version.number]}
        said |= {"file": [None, self.sha256]}
        self.entries.append(history.Entry("document.ingest", document, said, self.read.name))
        return version

    def _new_version(self, document: Document) -> DocumentVersion:
        now = timezone.now()
        file, _made = StoredFile.objects.get_or_create(
            sha256=self.sha256,
            defaults={
                "name": self.read.name[:255],
                "media_type": mimetypes.types_map.get(
                    f".{self.document_read.format}", "application/octet-stream"
                ),
                "format": self.document_read.format,
                "size": len(self.read.content),
                "added_at": now,
                "added_by": self.who,
            },
        )
        last = document.versions.order_by("-number").first()
        return DocumentVersion.objects.create(
            document=document,
            file=file,
            number=last.number + 1 if last else 1,
            symbol=self.symbol,
            taken_in_at=now,
            taken_in_by=self.who,
            mapping=dict(self.read.mapping or {}),
            counts={
                "pages": len(self.document_read.pages),
                "items": len(self.facts.items),
                "pledges": len(self.facts.pledges),
            },
        )

    def _records(self, version: DocumentVersion) -> Kept:
        """Records of the document's own items; items of an addendum speak about its report's."""
        own = [] if self.facts.kind in ANSWERS else list(self.facts.items)
        kept = keep_records(
            version,
            self.document_read,
            [*own, *self.facts.pledges],
            partial=is_corrigendum(self.symbol),
        )
        stated = [Stated(record, item) for item, record in kept.records]
        entries, findings = enter_stated(version.document, stated)
        kept.entries += entries
        kept.findings += findings
        _labels, entries = give_labels(version.document, stated)
        kept.entries += entries
        return kept


def _described(document: Document) -> dict[str, Any]:
    return {
        "symbol": document.symbol,
        "title": document.title,
        "kind": str(document.kind),
        "date": document.date.isoformat() if document.date else None,
        "session": document.session,
        "states": [row.iso3 for row in document.states_under_review.all()],
        "declared": document.declared,
    }


def _normal(symbol: str) -> str:
    """A symbol as the UN writes it, whatever a person typed."""
    return str(Symbol.parse(symbol) or Symbol.parse(symbol.upper()) or symbol)
