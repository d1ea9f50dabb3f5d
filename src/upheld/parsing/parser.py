"""Which parser reads this document? Decided by the document's own words, never by its file name.

Each kind of document has one parser: a function ``recognise`` that says how sure it is from 0 to 1,
and a function ``parse`` that returns the facts. The surest one reads; ties go to the first named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from upheld.core.document import Document
from upheld.core.facts import DocumentFacts, DocumentKind, FirstPage
from upheld.core.findings import Finding
from upheld.parsing import (
    concluding_observations,
    national_table,
    thematic_list,
    upr_addendum,
    upr_info,
    upr_report,
    visit_report,
)
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
    Parser(
        DocumentKind.CONCLUDING_OBSERVATIONS,
        concluding_observations.recognise,
        concluding_observations.parse,
    ),
    Parser(DocumentKind.VISIT_REPORT, visit_report.recognise, visit_report.parse),
    Parser(DocumentKind.UPR_INFO, upr_info.recognise, upr_info.parse),
    Parser(DocumentKind.NATIONAL_TABLE, national_table.recognise, national_table.parse),
)

# Kinds that a mapping of columns may be meant for, besides everything that is a spreadsheet.
MAPPED = frozenset({DocumentKind.NATIONAL_TABLE, DocumentKind.OTHER})


def parse_document(document: Document, mapping: Mapping[str, str] | None = None) -> DocumentFacts:
    """The facts of any document; one of no known kind has a first page and no items.

    ``mapping`` says what the columns of a ministry's table hold (``national_table``); a document
    of another kind is read without it.
    """
    first_page = read_first_page(document)
    scored = [(parser.recognise(document, first_page), parser) for parser in PARSERS]
    score, parser = max(scored, key=lambda pair: pair[0])
    kind = parser.kind if score > 0 else DocumentKind.OTHER
    if mapping and (document.format in national_table.SHEETS or kind in MAPPED):
        facts = national_table.parse_table(document, mapping)
    elif kind is DocumentKind.OTHER:
        return DocumentFacts(DocumentKind.OTHER, first_page)
    else:
        facts = parser.parse(document, first_page)
    findings = list(reconcile(facts))
    if not facts.items and len(document.pages) > 1:
        findings.append(Finding("document.no_items"))
    return replace(facts, findings=(*facts.findings, *findings))


def read_and_parse(
    name: str, content: bytes, mapping: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Bytes → ``{"document": …, "facts": …}`` as plain values: the task of the reading process."""
    document = read_bytes(name, content)
    facts = parse_document(document, mapping)
    return {"document": document.to_dict(), "facts": facts.to_dict()}
