"""UPR Info's table: one item a row, under the column names of both of its downloads."""

from __future__ import annotations

import pytest

from tests.parsing.written import facts, said
from upheld.core.facts import DocumentKind
from upheld.core.items import ItemKind
from upheld.core.positions import Position

HEAD = "To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session\n"


def table(*rows: str, head: str = HEAD) -> str:
    return head + "".join(f"{row}\n" for row in rows)


def row(text: str = "Ratify CAT.", by: str = "Spain", response: str = "Accepted") -> str:
    return f'Sarovia,Africa,,"{text}","{by}",WEOG,EU,{response},5,"Torture,Treaty bodies",12'


def test_one_row_is_one_item():
    found = facts(table(row(), row(by="Trinidad & Tobago")), "upr.csv")
    assert (found.kind, found.first_page.states, found.first_page.session) == (
        DocumentKind.UPR_INFO, ("XSP",), 12,
    )  # fmt: skip
    assert [(item.text, item.states) for item in found.items] == [
        ("Ratify CAT", ("ESP",)),
        ("Ratify CAT", ("TTO",)),
    ]
    first = found.items[0]
    assert (first.number, first.position, first.position_words, first.themes) == (
        "", Position.SUPPORTED, "Accepted", ("Torture", "Treaty bodies"),
    )  # fmt: skip
    assert said(found) == []


@pytest.mark.parametrize(
    ("response", "position"),
    [
        ("Accepted", Position.SUPPORTED),
        ("Supported", Position.SUPPORTED),
        ("Noted", Position.NOTED),
        ("Rejected", Position.NOTED),
        ("Not Supported", Position.NOTED),
        ("Pending", Position.PENDING),
        ("No Response", None),
        ("General Response", None),
    ],
)
def test_responses(response: str, position: Position | None):
    (item,) = facts(table(row(response=response)), "upr.csv").items
    assert (item.position, item.position_words) == (position, response)


def test_pledges_stand_apart():
    found = facts(table(row(), row("We will ratify CAT.", "Sarovia", "Voluntary Pledge")), "u.csv")
    assert [item.kind for item in found.items] == [ItemKind.RECOMMENDATION]
    (pledge,) = found.pledges
    assert (pledge.kind, pledge.text, pledge.states, pledge.position) == (
        ItemKind.PLEDGE, "We will ratify CAT", (), None,
    )  # fmt: skip


def test_the_download_of_the_site():
    head = "Recommending State,State under Review,Recommendation,Response,Issues,Session\n"
    rows = ("Spain,Sarovia,Ratify CAT,Supported,Torture|Treaty bodies,45",)
    (item,) = facts(table(*rows, head=head), "site.csv").items
    assert (item.states, item.position, item.themes) == (
        ("ESP",), Position.SUPPORTED, ("Torture", "Treaty bodies"),
    )  # fmt: skip


def test_several_states_and_sessions():
    other = row().replace("Sarovia", "Velmora").replace(",12", ",13")
    page = facts(table(row(), other), "upr.csv").first_page
    assert (page.states, page.session) == (("XSP", "XVM"), None)


def test_rows_that_cannot_be_taken_are_named_with_their_number():
    found = facts(table(row(), row(text=""), row(by="#40")), "upr.csv")
    assert len(found.items) == 2
    assert said(found) == [
        "Row 3 was not taken in: it has no words of a recommendation.",
        "“#40” in row 4 is not a known name of a State.",
    ]
