"""Read, parsed, compared: every specimen paper must give back exactly what was put into it.

The truth is made from the content and the paper from the same content by another way; no word of
the one depends on the other's page. Every kind of document that the project has a parser for is
held to it, in every layout.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple
from functools import cache

import pytest

from upheld.core.facts import DocumentFacts, DocumentKind
from upheld.core.items import Item
from upheld.parsing.parser import PARSERS, parse_document
from upheld.reading.read import read_bytes
from upheld.specimen.documents import SpecimenDocument, documents
from upheld.specimen.truth import Expected

READ = {parser.kind for parser in PARSERS}
SOUND = [
    pytest.param(document, id=document.name)
    for document in documents()
    if document.kind in READ and not document.truth.contradictions
]
CONTRADICTORY = [
    pytest.param(document, id=document.name)
    for document in documents()
    if document.kind in READ and document.truth.contradictions
]


@cache
def parsed(document: SpecimenDocument) -> DocumentFacts:
    return parse_document(read_bytes(document.name, document.content))


def comparable(items: Iterable[Item | Expected]) -> list[tuple[object, ...]]:
    return [
        (item.number, item.part, item.text, item.states, item.position, item.kind) for item in items
    ]


@pytest.mark.parametrize("document", SOUND)
def test_every_item_is_found_as_it_was_written(document: SpecimenDocument) -> None:
    assert comparable(parsed(document).items) == comparable(document.truth.items)


@pytest.mark.parametrize("document", SOUND)
def test_pledges_totals_and_relations_are_found(document: SpecimenDocument) -> None:
    facts, truth = parsed(document), document.truth
    assert comparable(facts.pledges) == comparable(truth.pledges)
    assert (dict(facts.declared), facts.relates_to) == (dict(truth.declared), truth.relates_to)


@pytest.mark.parametrize("document", SOUND)
def test_a_sound_paper_has_no_findings(document: SpecimenDocument) -> None:
    assert [finding.message for finding in parsed(document).findings] == []


@pytest.mark.parametrize(
    "document",
    [param for param in SOUND if param.values[0].kind is DocumentKind.THEMATIC_LIST],
)
def test_a_thematic_list_gives_themes_persons_and_goals(document: SpecimenDocument) -> None:
    found = [(item.number, item.themes, item.persons, item.sdgs) for item in parsed(document).items]
    assert found == [
        (item.number, item.themes, item.persons, item.sdgs) for item in document.truth.items
    ]


@pytest.mark.parametrize("document", CONTRADICTORY)
def test_a_contradiction_is_named_and_nothing_else_is_lost(document: SpecimenDocument) -> None:
    facts, truth = parsed(document), document.truth
    said = " ".join(finding.message for finding in facts.findings)
    numbers = [subject for subject in truth.contradictions if subject[0].isdigit()]
    assert [number for number in numbers if number not in said] == []
    found = {item.number: item.position for item in facts.items}
    sound = {item.number: item.position for item in truth.items}
    assert {number: found.get(number) for number in sound} == sound


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(document, id=document.name)
        for document in documents()
        if document.truth.first_page.symbol
    ],
)
def test_the_first_page_is_read_as_it_was_set(document: SpecimenDocument) -> None:
    assert astuple(parsed(document).first_page) == astuple(document.truth.first_page)
