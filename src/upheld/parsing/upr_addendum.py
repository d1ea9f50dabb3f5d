"""Addendum to a Working Group report → the State's position on each recommendation, by number.

"Views on conclusions and/or recommendations, voluntary commitments and replies presented by the
State under review" (A/HRC/25/964/Add.1). The items have no text: they carry number, position and
the words that state it. States answer in sentences with lists, in blocks that begin with numbers,
or in tables; one document uses one way. ``position_lists`` reads the numbers,
``upr_addendum_totals`` what the document declares. Numbers between the first and the last that are
answered nowhere, or twice, are findings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from upheld.core.document import Document
from upheld.core.facts import DocumentFacts, DocumentKind, FirstPage
from upheld.core.findings import Finding
from upheld.core.flow import Flow
from upheld.core.items import Item
from upheld.core.symbols import Symbol, find_symbols
from upheld.parsing.position_lists import Listed
from upheld.parsing.upr_addendum_blocks import read_blocks
from upheld.parsing.upr_addendum_sentences import read_sentences
from upheld.parsing.upr_addendum_statement import Statement
from upheld.parsing.upr_addendum_tables import read_tables
from upheld.parsing.upr_addendum_totals import declared_totals

VIEWS = re.compile(r"views\s+on\s+(?:the\s+)?conclusions\s+and\s*/?\s*or\s+recommendations", re.I)
WORKING_GROUP_REPORT = re.compile(
    r"working\s+group\s+on\s+the\s+universal\s+periodic\s+review", re.I
)


def recognise(document: Document, first_page: FirstPage) -> float:
    """How sure it is: the title that all addenda share, then symbol and title of the report."""
    if VIEWS.search(first_page.title):
        return 0.98
    if VIEWS.search(document.text[:4000]) and "/Add." in first_page.symbol:
        return 0.95
    is_addendum = re.search(r"\baddendum\b", first_page.title, re.I) or "/Add." in first_page.symbol
    if is_addendum and WORKING_GROUP_REPORT.search(first_page.title):
        return 0.9
    return 0.6 if VIEWS.search(document.text[:4000]) else 0.0


def parse(document: Document, first_page: FirstPage) -> DocumentFacts:
    """The facts of an addendum; one that answers without numbers has no items."""
    flow = Flow.of(document)
    given: defaultdict[str, list[tuple[Listed, Statement]]] = defaultdict(list)
    for statement in _statements(flow):
        for listed in statement.numbers.numbers:
            given[listed.number].append((listed, statement))
    ordered = sorted(given, key=lambda number: [int(part) for part in number.split(".")])
    findings: list[Finding] = []
    items = [_item(flow, given[number], findings, first_page) for number in ordered]
    declared = declared_totals(flow.text)
    findings += _unanswered(items, declared.get("received", 0))
    return DocumentFacts(
        DocumentKind.UPR_ADDENDUM,
        first_page,
        items=tuple(items),
        findings=tuple(findings),
        declared=declared,
        relates_to=_report(document, first_page),
    )


def _statements(flow: Flow) -> list[Statement]:
    """All statements, in the way of answering that the document uses.

    Explanations below the lists look like blocks, and some of their words like answers: tables and
    blocks are believed only where they answer many more numbers than the sentences do.
    """
    sentences = list(read_sentences(flow))
    other = max(list(read_tables(flow)), list(read_blocks(flow)), key=_answered)
    return other if _answered(other) > 2 * _answered(sentences) else sentences


def _answered(statements: list[Statement]) -> int:
    answering = (stated for stated in statements if stated.answered)
    return len({listed.number for stated in answering for listed in stated.numbers.numbers})


def _item(
    flow: Flow,
    given: list[tuple[Listed, Statement]],
    findings: list[Finding],
    first_page: FirstPage,
) -> Item:
    """One number with its answer; answers that contradict each other leave the position open."""
    listed, stated = given[0]
    number = listed.number
    span, page = flow.span(listed.start, listed.end), flow.page(listed.start)
    position, words = stated.position, stated.words
    others = [other for _, other in given[1:] if other.answered]
    contrary = next((other for other in others if other.position is not position), None)
    if contrary:
        arguments: dict[str, str | int] = {
            "number": number,
            "first": str(position or "open"),
            "second": str(contrary.position or "open"),
        }
        findings.append(Finding("position.contradicts", page, arguments, *span))
        position, words = None, f"{words} / {contrary.words}"
    elif others:
        arguments = {"number": number, "count": len(given)}
        findings.append(Finding("number.repeated", page, arguments, *span))
    elif stated.in_parts:
        arguments = {"number": number, "words": words}
        findings.append(Finding("position.in_parts", page, arguments, *span))
    elif not stated.answered:
        arguments = {"number": number, "symbol": first_page.symbol or "this document"}
        findings.append(Finding("position.missing", page, arguments, *span))
    return Item(
        number=number,
        text=None,
        page=page,
        span=span,
        position=position,
        position_words=words,
        position_paragraph=stated.paragraph,
    )


def _unanswered(items: list[Item], received: int) -> Iterator[Finding]:
    """Numbers of a list that are answered nowhere; the lists together must run from 1 to the last.

    The last is the declared total where one list is answered without its paragraph or alone.
    """
    lists: defaultdict[str, dict[int, Item]] = defaultdict(dict)
    for item in items:
        paragraph, _, ordinal = item.number.rpartition(".")
        lists[paragraph][int(ordinal)] = item
    for paragraph, answered in lists.items():
        last = max(answered)
        if len(lists) == 1 and last < received <= last + 10:
            last = received
        # A list that carries on the numbers of the one before begins above 1.
        first = 1 if min(answered) <= len(answered) else min(answered)
        for absent in range(first, last + 1):
            if absent in answered:
                continue
            before = answered[max((n for n in answered if n < absent), default=min(answered))]
            missing = f"{paragraph}.{absent}" if paragraph else str(absent)
            arguments = {"missing": missing, "after": before.number}
            yield Finding("number.gap", before.page, arguments, *before.span)


def _report(document: Document, first_page: FirstPage) -> str:
    """The symbol of the report that is answered: the addendum's own without /Add.1."""
    symbol = Symbol.parse(first_page.symbol)
    if symbol and symbol.modifiers:
        return symbol.base.text
    mentioned = (mention.symbol for mention in find_symbols(document.text))
    return next((s.base.text for s in mentioned if s.body == "HRC"), "")
