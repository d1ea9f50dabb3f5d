"""Reconciliation: numbers without gaps, none printed twice, totals as declared."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from upheld.core.document import Span
from upheld.core.facts import DocumentFacts, DocumentKind, FirstPage
from upheld.core.findings import Finding
from upheld.core.items import Item
from upheld.core.positions import Position
from upheld.parsing.reconcile import reconcile

SUPPORTED, NOTED = Position.SUPPORTED, Position.NOTED


def item(number: str, part: str = "", position: Position | None = SUPPORTED) -> Item:
    """An item whose page and place follow its last number."""
    place = int(number.split(".")[-1])
    return Item(
        number, "Open schools", place, Span(place * 10, place * 10 + 5), position=position,
        position_paragraph=number.split(".")[0], part=part,
    )  # fmt: skip


def report(*items: Item, findings: tuple[Finding, ...] = ()) -> DocumentFacts:
    return DocumentFacts(DocumentKind.UPR_REPORT, FirstPage(), items, findings=findings)


NUMBERS = [
    # contiguous
    (["20.1", "20.2", "20.3"], []),
    # a gap
    (
        ["20.1", "20.4"],
        ["Number 20.2 is missing after 20.1.", "Number 20.3 is missing after 20.1."],
    ),
    # before the first
    (["20.2", "20.3"], ["Number 20.1 is missing after 20."]),
    # two lists, each from 1
    (["20.1", "20.2", "21.1", "21.2"], []),
    # the second carries on the numbers of the first
    (["20.1", "20.2", "21.3", "21.4"], []),
    # … and its first is lost
    ([*(f"20.{n}" for n in range(1, 9)), "21.10"], ["Number 21.9 is missing after 21."]),
    # a list from 1 whose first numbers are lost
    (["20.1", "21.3"], ["Number 21.1 is missing after 21.", "Number 21.2 is missing after 21."]),
    # printed twice, and three times
    (["20.1", "20.1", "20.2"], ["Number 20.1 is printed 2 times."]),
    (["20.1", "20.1", "20.1"], ["Number 20.1 is printed 3 times."]),
    # out of order is not missing
    (["20.2", "20.1", "20.3"], []),
    # places in the dialogue are no numbers of a list
    (["27 (b)", "31", "27 (b)"], []),
    ([], []),
]


@pytest.mark.parametrize(("numbers", "expected"), NUMBERS)
def test_numbers_are_contiguous_and_none_stands_twice(
    numbers: list[str], expected: list[str]
) -> None:
    items = [Item(number, "Open schools", 1, Span(0, 5), position=SUPPORTED) for number in numbers]
    facts = report(*items)
    assert [finding.message for finding in reconcile(facts)] == expected


def test_parts_of_one_number_are_no_repetition() -> None:
    assert list(reconcile(report(item("20.1", "1"), item("20.1", "2")))) == []


def test_a_comment_that_is_no_item_is_not_missing() -> None:
    comment = Finding("item.comment", 1, {"number": "20.2"})
    assert list(reconcile(report(item("20.1"), item("20.3"), findings=(comment,)))) == []


def test_a_gap_leads_to_the_item_before_it() -> None:
    (gap,) = reconcile(report(item("20.1"), item("20.2"), item("20.4")))
    assert (gap.page, gap.start, gap.end) == (2, 20, 25)


def test_a_repetition_leads_to_the_last_of_them() -> None:
    again = Item("20.1", "Train judges", 7, Span(70, 75), position=SUPPORTED)
    (repeated,) = reconcile(report(item("20.1"), again))
    assert (repeated.page, repeated.start, repeated.end) == (7, 70, 75)


def test_lists_without_a_position_are_named_once() -> None:
    facts = report(item("20.1"), item("21.1", position=None), item("21.2", position=None))
    (finding,) = reconcile(facts)
    assert finding.message == "No position is stated for the 2 items of paragraph 21."
    assert finding.page == 1


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ({"received": 3, "supported": 2, "noted": 1}, []),
        # parts of one number count once
        ({"received": 4}, ["total.received_differs"]),
        ({"supported": 3, "noted": 0}, ["total.supported_differs", "total.noted_differs"]),
        # a total that says nothing about items
        ({"delegations": 97}, []),
        ({}, []),
    ],
)
def test_declared_totals_are_compared(declared: Mapping[str, int], expected: list[str]) -> None:
    items = (item("20.1"), item("20.2", "1"), item("20.2", "2"), item("20.3", position=NOTED))
    for kind in (DocumentKind.UPR_REPORT, DocumentKind.UPR_ADDENDUM):
        facts = DocumentFacts(kind, FirstPage(), items, declared=declared)
        found = list(reconcile(facts))
        assert [finding.code for finding in found] == expected
        counted = {"received": 3, "supported": 2, "noted": 1}
        assert [finding.arguments for finding in found] == [
            {"declared": total, "found": counted[what]}
            for what, total in declared.items()
            if total != counted.get(what, total)
        ]


def test_only_reports_number_without_gaps() -> None:
    facts = DocumentFacts(DocumentKind.THEMATIC_LIST, FirstPage(), (item("20.3"), item("20.9")))
    assert list(reconcile(facts)) == []
