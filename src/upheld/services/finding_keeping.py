"""Keeps the findings of a version as rows, and carries on what a person decided about them."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable

from upheld.core.findings import Finding
from upheld.core.review import FindingState
from upheld.store.models import DocumentFinding, DocumentVersion, Record

BATCH = 500


def keep_findings(version: DocumentVersion, findings: Iterable[Finding]) -> list[Finding]:
    """One row for each finding that has none yet; answers those that are new.

    Open findings of earlier versions are superseded. A finding that was settled before and comes
    again in the same words stays settled.
    """
    rows = list(DocumentFinding.objects.filter(document=version.document))
    settled = {
        _key(row.as_finding()): row
        for row in rows
        if row.state in (FindingState.RESOLVED, FindingState.DISMISSED)
    }
    here = {_key(row.as_finding()) for row in rows if row.version_id == version.pk}
    DocumentFinding.objects.filter(document=version.document, state=FindingState.OPEN).exclude(
        version=version
    ).update(state=FindingState.SUPERSEDED)
    fresh = [finding for finding in _once(findings) if _key(finding) not in here]
    records = _Places(version)
    DocumentFinding.objects.bulk_create(
        (_row(version, finding, records.at(finding), settled) for finding in fresh),
        batch_size=BATCH,
    )
    return fresh


def _row(
    version: DocumentVersion,
    finding: Finding,
    record: Record | None,
    settled: dict[str, DocumentFinding],
) -> DocumentFinding:
    row = DocumentFinding(
        document=version.document,
        version=version,
        record=record,
        code=finding.code,
        severity=finding.severity,
        page=finding.page,
        start=finding.start,
        end=finding.end,
        arguments=dict(finding.arguments),
    )
    if before := settled.get(_key(finding)):
        row.state, row.note = before.state, before.note
        row.resolved_by, row.resolved_at = before.resolved_by, before.resolved_at
    return row


class _Places:
    """Finds the record of a version in whose printed words a finding lies."""

    def __init__(self, version: DocumentVersion) -> None:
        self.records = sorted(version.records.all(), key=lambda record: record.start)
        self.starts = [record.start for record in self.records]
        self.by_id = {record.public_id: record for record in self.records}

    def at(self, finding: Finding) -> Record | None:
        if named := self.by_id.get(str(finding.arguments.get("record", ""))):
            return named
        if finding.start < 0:
            return None
        index = bisect_right(self.starts, finding.start) - 1
        if index >= 0 and finding.end <= self.records[index].end:
            return self.records[index]
        return None


def _once(findings: Iterable[Finding]) -> list[Finding]:
    return list({_key(finding): finding for finding in findings}.values())


def _key(finding: Finding) -> str:
    """What makes two findings the same one: the code and its words, whatever their place."""
    arguments = json.dumps(dict(finding.arguments), sort_keys=True, ensure_ascii=False)
    return f"{finding.code} {finding.page} {arguments}"
