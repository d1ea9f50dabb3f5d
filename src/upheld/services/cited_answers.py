"""Holds the thematic lists of a report against the addenda that they cite, whichever came first.

The list says "A/HRC/56/920/Add.1 - Para.3"; where that addendum answers in paragraph 4, the
list gets a finding. Neither paper is changed.
"""

from __future__ import annotations

from itertools import chain

from upheld.core.facts import DocumentFacts, DocumentKind
from upheld.core.findings import Finding
from upheld.parsing.answer_sources import differing_sources
from upheld.services.finding_keeping import keep_findings
from upheld.store import files
from upheld.store.models import Document


def compare_citations(
    report: Document, joined: Document | None = None, facts: DocumentFacts | None = None
) -> list[Finding]:
    """Keep the differences of the lists about ``report``; answer those of ``joined``.

    ``joined`` with its ``facts`` is the paper that is being taken in: its own findings are kept
    by the caller, with the others that it has. The caller holds the transaction.
    """
    papers = {
        paper.pk: (paper, facts if facts and joined and paper.pk == joined.pk else _facts(paper))
        for paper in Document.objects.filter(relates_to=report).select_related(
            "current_version__file"
        )
    }
    own: list[Finding] = []
    for pk, (paper, listed) in papers.items():
        if listed is None or listed.kind is not DocumentKind.THEMATIC_LIST:
            continue
        addenda = (said for _, said in papers.values() if said and _is_addendum(said))
        found = list(chain.from_iterable(differing_sources(listed, said) for said in addenda))
        if joined and pk == joined.pk:
            own = found
        elif paper.current_version:
            keep_findings(paper.current_version, found)
    return own


def _facts(paper: Document) -> DocumentFacts | None:
    version = paper.current_version
    return files.facts_of(version.file.sha256) if version else None


def _is_addendum(facts: DocumentFacts) -> bool:
    return facts.kind is DocumentKind.UPR_ADDENDUM
