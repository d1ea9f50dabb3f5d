"""Thematic lists: labels in every layout; rows that cannot be read as they stand are findings."""

from __future__ import annotations

import pytest

from tests.parsing.written import facts, said
from upheld.core.facts import DocumentKind
from upheld.core.positions import Position
from upheld.parsing.thematic_labels import Labels, read_labels

HEAD = (
    "Recommendation and recommending State",
    "Position of the State under review",
    "Human rights themes and groups of persons",
    "Relevant SDGs",
)


def table(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> str:
    cells = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in (head, *rows)
    )
    return f"<html><body><p>UPR of Sarovia (4th Cycle – 45th session)</p><table>{cells}</table>"


def row(number: str, position: str = "Supported", words: str = "Ratify CAT (Spain);") -> tuple:
    source = "Source of Position: A/HRC/56/920/Add.1 - Para.3"
    labels = "<p>- Right to health</p><p>Groups of Persons:</p><p>- Children</p>"
    return (f"<p>{number} {words}</p><p>{source}</p>", position, labels, "- 3 - GOOD HEALTH")


def test_one_row():
    found = facts(table(("Theme: Right to health", "", "", ""), row("140.1")), "list.html")
    assert found.kind is DocumentKind.THEMATIC_LIST
    assert (found.relates_to, found.first_page.states, found.first_page.session) == (
        "A/HRC/56/920", ("XSP",), 45,
    )  # fmt: skip
    (item,) = found.items
    assert (item.number, item.text, item.states) == ("140.1", "Ratify CAT", ("ESP",))
    assert (item.position, item.position_words, item.position_paragraph) == (
        Position.SUPPORTED, "Supported", "A/HRC/56/920/Add.1 - Para.3",
    )  # fmt: skip
    assert (item.themes, item.persons, item.sdgs) == (("Right to health",), ("Children",), ("3",))


def test_several_recommendations_under_one_number_share_labels_and_position():
    words = "Ratify CAT (Spain); abolish child labour (France);"
    found = facts(table(row("140.1", words=words)), "list.html")
    assert [(item.part, item.text, item.states) for item in found.items] == [
        ("1", "Ratify CAT", ("ESP",)),
        ("2", "abolish child labour", ("FRA",)),
    ]
    assert {item.themes for item in found.items} == {("Right to health",)}


def test_rows_need_not_be_in_order_but_must_be_complete():
    found = facts(table(row("140.4"), row("140.1"), row("140.2"), row("140.2")), "list.html")
    assert said(found) == [
        "Number 140.3 is missing after 140.2.",
        "Number 140.2 is printed 2 times.",
    ]


def test_what_is_not_understood_is_a_finding():
    rows = (row("140.1", "Supported in part"), row("140.2", words="Ratify CAT (Atlantis);"))
    assert said(facts(table(*rows), "list.html")) == [
        "Number 140.1 has a position that was not understood: “Supported in part”.",
        "“Atlantis” in item 140.2 is not a known name of a State.",
        "Item 140.2 names no recommending State.",
    ]


@pytest.mark.parametrize(
    ("cell", "labels"),
    [
        (
            "A12 Acceptance of international norms\nB32 Racial discrimination\n"
            "Affected persons:\n- general\n- minorities/ racial groups",
            Labels(
                ("A12 Acceptance of international norms", "B32 Racial discrimination"),
                ("general", "minorities/ racial groups"),
            ),
        ),
        (
            "- Right to health\nAffected persons:\n- women\nSDGs:\n- 3 - GOOD HEALTH\n"
            "- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS",
            Labels(("Right to health",), ("women",), ("3", "16")),
        ),
        ("- Right to health\nAffected persons:", Labels(("Right to health",))),
        (
            "- Right to  education\n- Right to education\nGroups of Persons: children",
            Labels(("Right to education",), ("children",)),
        ),
        ("", Labels()),
    ],
)
def test_labels_of_each_layout(cell: str, labels: Labels):
    assert read_labels(cell) == labels
