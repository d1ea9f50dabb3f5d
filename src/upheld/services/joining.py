"""Joins an addendum or a thematic list with its report, whichever of the two came first."""

from __future__ import annotations

from upheld.core.facts import DocumentFacts
from upheld.core.findings import Finding
from upheld.core.review import FindingState
from upheld.services.answers import ANSWERS, Applied, apply_answers
from upheld.services.cited_answers import compare_citations
from upheld.services.document_identity import base_symbol, find_report
from upheld.services.finding_keeping import keep_findings
from upheld.store import files
from upheld.store.models import Document, DocumentVersion

ABOUT_THE_REPORT = ("document.report_missing", "position.unmatched", "position.unanswered")
"""Findings of an answer that a new or changed report may settle."""


def join_answers(document: Document, facts: DocumentFacts) -> Applied:
    """Apply ``document`` to its report, or the answers that wait for it to ``document``.

    ``findings`` are those about ``document``; answers that waited keep their own. The caller holds
    the transaction and writes ``entries`` to the history.
    """
    if facts.kind in ANSWERS:
        return _answer_report(document, facts)
    return _take_answers(document)


def _answer_report(answer: Document, facts: DocumentFacts) -> Applied:
    report = find_report(facts.relates_to) if facts.relates_to else None
    if report is None:
        missing = Finding("document.report_missing", 1, {"symbol": facts.relates_to or "?"})
        return Applied(findings=[missing])
    answer.relates_to = report
    answer.save(update_fields=["relates_to"])
    applied = apply_answers(report, answer, facts)
    applied.findings += compare_citations(report, answer, facts)
    return applied


def _take_answers(report: Document) -> Applied:
    total = Applied()
    waiting = Document.objects.filter(kind__in=ANSWERS).exclude(relates_to_symbol="")
    for answer in waiting.select_related("current_version__file").order_by("date", "pk"):
        version = answer.current_version
        if version is None or base_symbol(answer.relates_to_symbol) != report.base_symbol:
            continue
        answer.relates_to = report
        answer.save(update_fields=["relates_to"])
        applied = apply_answers(report, answer, files.facts_of(version.file.sha256))
        _renew_findings(version, applied.findings)
        total.positions += applied.positions
        total.labels += applied.labels
        total.entries += applied.entries
    compare_citations(report)
    return total


def _renew_findings(version: DocumentVersion, findings: list[Finding]) -> None:
    """What the answer found while its report was missing or older no longer stands."""
    version.findings.filter(code__in=ABOUT_THE_REPORT, state=FindingState.OPEN).update(
        state=FindingState.SUPERSEDED
    )
    keep_findings(version, findings)
