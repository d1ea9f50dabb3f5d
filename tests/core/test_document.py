"""A document as printed: its words by span, its pages by place, and back from JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.core.document import RUNNING_KINDS, Block, BlockKind, Box, Document, Page, Span
from upheld.core.findings import Finding

PLACES = st.integers(0, 10**6)
SPANS = st.builds(Span, PLACES, PLACES)
POINTS = st.floats(0, 2000, allow_nan=False)
BLOCKS = st.builds(
    Block,
    kind=st.sampled_from(BlockKind),
    span=SPANS,
    page=st.integers(1, 900),
    box=st.none() | st.builds(Box, POINTS, POINTS, POINTS, POINTS),
    size=POINTS,
    label=st.text(max_size=6),
    cells=st.lists(SPANS, max_size=3).map(tuple),
    bold=st.booleans(),
    level=st.integers(0, 9),
    row=st.integers(0, 9999),
)
DOCUMENTS = st.builds(
    Document,
    name=st.text(max_size=10),
    format=st.sampled_from(["pdf", "txt", "xlsx"]),
    text=st.text(max_size=40),
    pages=st.lists(st.builds(Page, st.integers(1, 900), SPANS, POINTS, POINTS), max_size=3).map(
        tuple
    ),
    blocks=st.lists(BLOCKS, max_size=3).map(tuple),
    findings=st.just((Finding("page.no_text", 2, {"page": 2}),)),
    properties=st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2),
)
THREE_PAGES = Document(
    "a.txt", "txt", "one\n\ftwo\n\f\f",
    (Page(1, Span(0, 5)), Page(2, Span(5, 10)), Page(3, Span(10, 11))),
    (Block(BlockKind.TEXT, Span(0, 3), 1), Block(BlockKind.TEXT, Span(5, 8), 2)),
)  # fmt: skip


@given(DOCUMENTS)
def test_a_document_comes_back_from_json(document: Document) -> None:
    assert Document.from_dict(json.loads(json.dumps(document.to_dict()))) == document


def test_a_document_kept_before_blocks_had_rows_can_be_read() -> None:
    kept = THREE_PAGES.to_dict()
    kept["blocks"] = [block[:-1] for block in kept["blocks"]]
    assert Document.from_dict(kept) == THREE_PAGES


@pytest.mark.parametrize(
    ("offset", "page"),
    [
        # the first letter of a page, its end, the next page's first
        (0, 1),
        (4, 1),
        (5, 2),
        # a page without words
        (10, 3),
        # behind the end: the last page
        (99, 3),
    ],
)
def test_the_page_of_a_place(offset: int, page: int) -> None:
    assert THREE_PAGES.page_of(offset) == page


def test_a_document_without_pages_has_one_page() -> None:
    assert Document("a.txt", "txt", "", (), ()).page_of(0) == 1


def test_words_by_their_span() -> None:
    assert [THREE_PAGES.raw(block.span) for block in THREE_PAGES.blocks] == ["one", "two"]


@given(DOCUMENTS)
def test_running_blocks_are_text_and_rows_in_order(document: Document) -> None:
    running = list(document.running_blocks())
    assert running == [block for block in document.blocks if block.kind in RUNNING_KINDS]
    assert {BlockKind.TEXT, BlockKind.TABLE_ROW} == RUNNING_KINDS


def test_running_words_leave_out_what_stands_round_them() -> None:
    kinds = [BlockKind.TEXT, BlockKind.FOOTER, BlockKind.HEADER, BlockKind.TEXT, BlockKind.TEXT]
    blocks = tuple(Block(kind, Span(10 * n, 10 * n + 9), 1) for n, kind in enumerate(kinds))
    document = Document("a.pdf", "pdf", "123456789\n" * 5, (Page(1, Span(0, 50)),), blocks)
    assert document.running_spans(Span(4, 47)) == [Span(4, 9), Span(30, 47)]
    assert document.running_spans(Span(31, 47)) == [Span(31, 47)]
    assert document.running_spans(Span(12, 27)) == [Span(12, 27)]
    assert document.running_spans(Span(7, 7)) == [Span(7, 7)]
