"""What a parser takes out of a document comes back from JSON as it was."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from upheld.core.document import Span
from upheld.core.facts import DocumentFacts, DocumentKind, FirstPage
from upheld.core.findings import Finding
from upheld.core.items import Item, ItemKind
from upheld.core.positions import Position

WORDS = st.text(max_size=20)
CODES = st.lists(st.sampled_from(["ESP", "VNM", "XSP"]), max_size=3).map(tuple)
LABELS = st.lists(WORDS, max_size=2).map(tuple)
ITEMS = st.builds(
    Item,
    number=WORDS,
    text=st.none() | WORDS,
    page=st.integers(1, 900),
    span=st.builds(Span, st.integers(0, 10**6), st.integers(0, 10**6)),
    states=CODES,
    position=st.none() | st.sampled_from(Position),
    position_words=WORDS,
    position_paragraph=WORDS,
    kind=st.sampled_from(ItemKind),
    part=st.sampled_from(["", "1", "2"]),
    themes=LABELS,
    persons=LABELS,
    sdgs=LABELS,
    aside=st.dictionaries(WORDS, WORDS, max_size=2),
)
FIRST_PAGES = st.builds(
    FirstPage,
    symbol=WORDS,
    title=WORDS,
    agenda_item=WORDS,
    body=WORDS,
    council_session=st.none() | st.integers(1, 99),
    session=st.none() | st.integers(1, 99),
    date=st.none() | st.dates(),
    states=CODES,
    language=st.sampled_from(["", "en", "vi"]),
    languages=st.lists(st.sampled_from(["en", "fr", "ar"]), max_size=3).map(tuple),
)
FACTS = st.builds(
    DocumentFacts,
    kind=st.sampled_from(DocumentKind),
    first_page=FIRST_PAGES,
    items=st.lists(ITEMS, max_size=3).map(tuple),
    pledges=st.lists(ITEMS, max_size=2).map(tuple),
    findings=st.lists(st.just(Finding("document.no_items")), max_size=2).map(tuple),
    declared=st.dictionaries(st.sampled_from(["received", "noted"]), st.integers(0, 999)),
    relates_to=WORDS,
)


@given(ITEMS)
def test_an_item_comes_back_from_json(item: Item) -> None:
    assert Item.from_dict(json.loads(json.dumps(item.to_dict()))) == item


@given(FACTS)
def test_facts_come_back_from_json(facts: DocumentFacts) -> None:
    assert DocumentFacts.from_dict(json.loads(json.dumps(facts.to_dict()))) == facts


def test_items_kept_before_they_had_an_aside_can_be_read() -> None:
    item = Item("143.27", "Open schools", 3, Span(10, 25), ("TGO",), Position.SUPPORTED)
    kept = item.to_dict()
    del kept["aside"]
    assert Item.from_dict(kept) == item


def test_items_can_be_counted_whatever_stands_aside() -> None:
    first = Item("143.27", None, 3, Span(10, 25), aside={"lead": "Bộ Tư pháp"})
    second = Item("143.27", None, 3, Span(10, 25), aside={"lead": "Bộ Công an"})
    assert len({first, second, first}) == 2
