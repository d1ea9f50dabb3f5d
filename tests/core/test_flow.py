"""The running text of a document, each character knowing its place."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from upheld.core.document import Block, BlockKind, Document, Page, Span
from upheld.core.flow import Flow

TEXT, HEADER, ROW = BlockKind.TEXT, BlockKind.HEADER, BlockKind.TABLE_ROW


def document(blocks: Sequence[tuple[BlockKind, str]], page_ends: Sequence[int] = ()) -> Document:
    """Blocks on lines of their own; a page ends behind each block whose index is given."""
    text = ""
    made: list[Block] = []
    pages: list[Page] = []
    start = 0
    for index, (kind, words) in enumerate(blocks):
        made.append(Block(kind, Span(len(text), len(text) + len(words)), len(pages) + 1))
        text += words + "\n"
        if index in page_ends or index == len(blocks) - 1:
            text += "\f"
            pages.append(Page(len(pages) + 1, Span(start, len(text))))
            start = len(text)
    return Document("a.txt", "txt", text, tuple(pages), tuple(made))


DOCUMENTS = st.builds(
    document,
    st.lists(
        st.tuples(st.sampled_from(BlockKind), st.text("ab ;", min_size=1, max_size=6)), max_size=8
    ),
    st.sets(st.integers(0, 7), max_size=3),
)


def test_a_sentence_runs_on_across_the_head_of_a_page() -> None:
    printed = document(
        [(TEXT, "the rights of"), (HEADER, "A/HRC/26/6"), (TEXT, "the child (Spain);")], [0]
    )
    flow = Flow.of(printed)
    assert flow.text == "the rights of\nthe child (Spain);"
    child = flow.text.index("child")
    assert printed.raw(flow.span(child, child + 5)) == "child"
    assert (flow.page(0), flow.page(child)) == (1, 2)
    assert flow.block_at(child).span == printed.blocks[2].span
    # A stretch over the page's end holds what is printed there.
    assert printed.raw(flow.span(0, len(flow.text))) == (
        "the rights of\n\fA/HRC/26/6\nthe child (Spain);"
    )


def test_chosen_blocks_make_a_flow_of_their_own() -> None:
    printed = document([(TEXT, "words"), (ROW, "cell"), (TEXT, "more")])
    assert Flow.of(printed, printed.blocks[1:]).text == "cell\nmore"


def test_an_empty_stretch_has_a_place() -> None:
    printed = document([(HEADER, "A/HRC/26/6"), (TEXT, "words")])
    assert Flow.of(printed).span(2, 2) == Span(13, 13)


def test_a_document_without_running_text_has_an_empty_flow() -> None:
    flow = Flow.of(document([(HEADER, "A/HRC/26/6")]))
    assert (flow.text, flow.page(0)) == ("", 1)


@given(DOCUMENTS)
def test_every_character_of_the_flow_leads_to_itself(printed: Document) -> None:
    flow = Flow.of(printed)
    ends = {start - 1 for start in flow.starts}  # the line feeds between blocks
    for offset, letter in enumerate(flow.text):
        if offset not in ends:
            assert printed.text[flow.place(offset)] == letter
            assert flow.page(offset) == printed.page_of(flow.place(offset))


@given(DOCUMENTS, st.data())
def test_a_stretch_within_a_block_is_found_as_it_is_printed(
    printed: Document, data: st.DataObject
) -> None:
    flow = Flow.of(printed)
    for block, start in zip(flow.blocks, flow.starts, strict=True):
        length = block.span.end - block.span.start
        first = data.draw(st.integers(0, length - 1))
        last = data.draw(st.integers(first + 1, length))
        span = flow.span(start + first, start + last)
        assert printed.raw(span) == flow.text[start + first : start + last]


@given(DOCUMENTS, st.data())
def test_places_keep_their_order(printed: Document, data: st.DataObject) -> None:
    flow = Flow.of(printed)
    places = [flow.place(offset) for offset in range(len(flow.text))]
    assert places == sorted(places)
    if flow.text:
        start = data.draw(st.integers(0, len(flow.text) - 1))
        end = data.draw(st.integers(start, len(flow.text)))
        span = flow.span(start, end)
        assert 0 <= span.start <= span.end <= len(printed.text)
