"""Which parser reads this document? Decided by the document's own words, never by its file name.

Each kind of document has one parser: a function ``recognise`` that says how sure it is from 0 to 1,
and a function ``parse`` that returns the facts. The surest one reads; ties go to the first named.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from upheld.core.document import Document
from upheld.core.facts import DocumentFacts, DocumentKind, FirstPage
from upheld.core.findings import Finding
from upheld.parsing import thematic_list, upr_addendum, upr_report
from upheld.parsing.header import read_first_page
from upheld.parsing.reconcile import reconcile
from upheld.reading.read import read_bytes


@dataclass(frozen=True, slots=True)
class Parser:
    """A kind of document: how to recognise it (0 … 1) and how to read its facts."""

    kind: DocumentKind
    recognise: Callable[[Document, FirstPage], float]
    parse: Callable[[Document, FirstPage], DocumentFacts]


PARSERS: tuple[Parser, ...] = (
    Parser(DocumentKind.UPR_REPORT, upr_report.recognise, upr_report.parse),
    Parser(DocumentKind.UPR_ADDENDUM, upr_addendum.recognise, upr_addendum.parse),
    Parser(DocumentKind.THEMATIC_LIST, thematic_list.recognise, thematic_list.parse),
)


def parse_document(document: Document) -> DocumentFacts:
    """The facts of any document; one of no known kind has a first page and no items."""
    first_page = read_first_page(document)
    scored = [(parser.recognise(document, first_page), parser) for parser in PARSERS]
    score, parser = max(scored, key=lambda pair: pair[0])
    if score <= 0:
        return DocumentFacts(DocumentKind.OTHER, first_page)
    facts = parser.parse(document, first_page)
    findings = list(reconcile(facts))
    if not facts.items and len(document.pages) > 1:
        findings.append(Finding("document.no_items"))
    return replace(facts, findings=(*facts.findings, *findings))


def read_and_parse(name: str, content: bytes) -> dict[str, Any]:
    """Bytes → ``{"document": …, "facts": …}`` as plain values: the task of the reading process."""
    document = read_bytes(name, content)
    facts = parse_document(document)
    return {"document": document.to_dict(), "facts": facts.to_dict()}
