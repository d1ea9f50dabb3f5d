"""Citations of thematic lists, held against the addendum that they cite."""

from __future__ import annotations

import pytest

from upheld.core.document import Span
from upheld.core.facts import DocumentFacts, DocumentKind, FirstPage
from upheld.core.items import Item
from upheld.parsing.answer_sources import Source, differing_sources, read_source

ADDENDUM = "A/HRC/56/920/Add.1"


def paper(kind: DocumentKind, symbol: str, *items: tuple[str, str]) -> DocumentFacts:
    return DocumentFacts(
        kind,
        FirstPage(symbol=symbol),
        tuple(Item(number, None, 1, Span(0, 1), position_paragraph=at) for number, at in items),
    )


def differences(cited: str, stated: str, number: str = "140.7") -> list[str]:
    listed = paper(DocumentKind.THEMATIC_LIST, "", ("140.7", cited), ("140.7", cited))
    addendum = paper(DocumentKind.UPR_ADDENDUM, ADDENDUM, (number, stated))
    return [finding.message for finding in differing_sources(listed, addendum)]


@pytest.mark.parametrize(
    ("printed", "source"),
    [
        ("A/HRC/28/15/Add.1 - Para. 3", Source("A/HRC/28/15/Add.1", "3")),
        ("A/HRC/59/15/Add.1 - Para.3vv", Source("A/HRC/59/15/Add.1", "3")),
        ("A/HRC/59/15/Add.1, para. 3 - Para. 4", Source("A/HRC/59/15/Add.1", "4")),
        ("A/HRC/59/15/Add.1", None),
        ("the report, para. 3", None),
        ("", None),
    ],
)
def test_a_citation_is_read(printed: str, source: Source | None):
    assert read_source(printed) == source


def test_another_paragraph_is_named_once_for_each_number():
    assert differences(f"{ADDENDUM} - Para.3", "4") == [
        "The list takes the position on number 140.7 from paragraph 3 of A/HRC/56/920/Add.1, "
        "which states it in paragraph 4."
    ]


def test_an_addendum_may_leave_out_the_paragraph_of_the_numbers():
    assert len(differences(f"{ADDENDUM} - Para.3", "4", number="7")) == 1


@pytest.mark.parametrize(
    ("cited", "stated"),
    [
        (f"{ADDENDUM} - Para. 4", "4"),
        ("A/HRC/56/920 - Para. 3", "4"),
        (f"{ADDENDUM} - Para. 3", ""),
        ("", "4"),
    ],
)
def test_what_agrees_or_cannot_be_compared_is_silent(cited: str, stated: str):
    assert differences(cited, stated) == []
