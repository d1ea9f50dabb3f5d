"""UPR Info's table of recommendations: one row for each recommendation and recommending State.

Columns "To, To-Rgrp, To-Org, Text, From, From-Rgrp, From-Org, Response, Action, Issue, Session" in
the lists that UPR Info gave out, and "State under Review, Recommending State, Recommendation,
Response, Issues, Session" in the download of its site. A recommendation of three States is three
rows and three items here: the unit of the table is kept. Its numbers are not those of any report,
so items have none. "Issue" holds labels of UPR Info's own list, several with commas between.
"""

from __future__ import annotations

import re
from dataclasses import replace

from upheld.core.document import Document
from upheld.core.facts import DocumentFacts, DocumentKind, FirstPage
from upheld.core.findings import Finding
from upheld.core.fold import fold_words
from upheld.core.items import Item, ItemKind
from upheld.core.positions import Position
from upheld.core.states import find_state
from upheld.parsing.item_words import clean
from upheld.parsing.recommending_states import read_states
from upheld.parsing.table_head import Row, Table, find_table

NAMES = {
    "to": "reviewed",
    "state under review": "reviewed",
    "sur": "reviewed",
    "from": "states",
    "recommending state": "states",
    "text": "text",
    "recommendation": "text",
    "response": "position",
    "sur s response": "position",
    "action": "action",
    "action category": "action",
    "issue": "issues",
    "issues": "issues",
    "session": "session",
    "upr session": "session",
}
REQUIRED = ("reviewed", "states", "text", "position")
# UPR Info's words. What is neither, as "No response" and "General response", states no position.
POSITIONS = {
    "accepted": Position.SUPPORTED,
    "supported": Position.SUPPORTED,
    "noted": Position.NOTED,
    "rejected": Position.NOTED,
    "not supported": Position.NOTED,
    "not accepted": Position.NOTED,
    "pending": Position.PENDING,
}
PLEDGE = "voluntary pledge"
LABELS = re.compile(r"\s*[,|;]\s*")


def recognise(document: Document, first_page: FirstPage) -> float:
    """How sure it is: the head names State under review, recommending State, text and response."""
    return 0.95 if find_table(document, NAMES, REQUIRED) else 0.0


def parse(document: Document, first_page: FirstPage) -> DocumentFacts:
    """The facts of UPR Info's table; pledges, which it lists too, apart."""
    table = find_table(document, NAMES, REQUIRED)
    if table is None:
        return DocumentFacts(DocumentKind.UPR_INFO, first_page)
    findings: list[Finding] = []
    items: list[Item] = []
    for row in table.rows():
        if item := _item(row, findings):
            items.append(item)
    return DocumentFacts(
        DocumentKind.UPR_INFO,
        _first_page(table, first_page),
        items=tuple(item for item in items if item.kind is ItemKind.RECOMMENDATION),
        pledges=tuple(item for item in items if item.kind is ItemKind.PLEDGE),
        findings=tuple(findings),
    )


def _item(row: Row, findings: list[Finding]) -> Item | None:
    text = clean(row.words("text"))
    if not text:
        findings.append(Finding("row.no_text", row.block.page, {"row": row.number}))
        return None
    states, unknown = _states(row.words("states"))
    for name in unknown:
        arguments: dict[str, str | int] = {"row": row.number, "name": name}
        findings.append(
            Finding("row.state_unrecognised", row.block.page, arguments, *row.span("states"))
        )
    response = row.words("position")
    pledge = fold_words(response) == PLEDGE
    return Item(
        number="",
        text=text,
        page=row.block.page,
        span=row.span("text"),
        states=() if pledge else states,
        position=POSITIONS.get(fold_words(response)),
        position_words=response,
        kind=ItemKind.PLEDGE if pledge else ItemKind.RECOMMENDATION,
        themes=tuple(dict.fromkeys(filter(None, LABELS.split(row.words("issues"))))),
    )


def _states(printed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(ISO3 codes, names not recognised): one State, "Trinidad & Tobago" too, else a list."""
    state = find_state(printed)
    return ((state.iso3,), ()) if state else read_states(printed)


def _first_page(table: Table, first_page: FirstPage) -> FirstPage:
    """A table has no first page: its States under review, and the session where all rows agree."""
    reviewed = dict.fromkeys(row.words("reviewed") for row in table.rows())
    codes = dict.fromkeys(code for name in reviewed for code in _states(name)[0])
    sessions = {row.words("session") for row in table.rows()}
    session = sessions.pop() if len(sessions) == 1 else ""
    number = re.match(r"\d{1,2}\b", session)
    return replace(
        first_page, title="", states=tuple(codes), session=int(number[0]) if number else None
    )
