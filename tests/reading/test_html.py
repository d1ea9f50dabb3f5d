from __future__ import annotations

import pytest

from upheld.core.document import BlockKind, Document
from upheld.core.errors import InputProblem
from upheld.reading.html import read_html


def read(body: str) -> Document:
    return read_html("page.html", f"<html><body>{body}</body></html>".encode())


def lines(document: Document) -> list[str]:
    return [document.raw(block.span) for block in document.blocks]


def test_paragraphs_are_blocks_and_blanks_are_one() -> None:
    document = read("<div>Concluding\n  <i>observations</i><p>The&nbsp;Committee<br>urges</div>")
    assert lines(document) == ["Concluding observations", "The Committee\nurges"]


def test_scripts_styles_and_hidden_parts_are_left_out() -> None:
    document = read(
        "<script>var a = 'no'</script><style>p {}</style><p hidden>no</p>"
        "<p style='display: none'>no</p><!-- no --><p>yes</p>"
    )
    assert lines(document) == ["yes"]


def test_a_number_does_not_run_into_the_words() -> None:
    assert lines(read("<p><b>12.</b>The Committee</p><p><span>(a)</span><span>Ratify</span>")) == [
        "12. The Committee", "(a) Ratify",
    ]  # fmt: skip


def test_a_raised_mark_is_no_part_of_a_name() -> None:
    assert lines(read("<p>(Spain<sup>1</sup>) on the 2<sup>nd</sup> of May</p>")) == [
        "(Spain) on the 2nd of May"
    ]


def test_numbers_that_the_browser_makes_are_printed() -> None:
    document = read(
        "<ol start=3><li>Ratify<ol type=a><li>CAT<li>CED</ol><li value=7>Accede</ol>"
        "<ul><li>Dot</ul>"
    )
    assert lines(document) == ["3.\tRatify", "a.\tCAT", "b.\tCED", "7.\tAccede", "Dot"]
    assert [block.label for block in document.blocks] == ["3.", "a.", "b.", "7.", ""]


def test_rows_of_tables_have_cells() -> None:
    document = read(
        "<table><thead><tr><th colspan=2>Theme<th>Body</thead>"
        "<tr><td rowspan=2>115.3<td>a<td>b<tr><td><p>c</p><p>d</p><td>e</table>"
    )
    assert [[document.raw(cell) for cell in block.cells] for block in document.blocks] == [
        ["Theme", "", "Body"], ["115.3", "a", "b"], ["115.3", "c\nd", "e"],
    ]  # fmt: skip
    assert [block.bold for block in document.blocks] == [True, False, False]
    assert document.text.count("115.3") == 1


def test_tables_that_only_lay_out_are_paragraphs() -> None:
    document = read(
        "<table><tr><td><p>A</p><p>B</p></td></tr></table>"
        "<table><tr><td>C<td><table><tr><td>1<td>2</table></table>"
    )
    assert [(b.kind, document.raw(b.span)) for b in document.blocks] == [
        (BlockKind.TEXT, "A"), (BlockKind.TEXT, "B"), (BlockKind.TEXT, "C"),
        (BlockKind.TABLE_ROW, "1\t2"),
    ]  # fmt: skip


def test_headings_bold_and_notes_are_told() -> None:
    document = read(
        "<h2>C. Concerns</h2><p><b>The State party should ratify.</b></p><p>It <b>notes</b></p>"
        "<div id=ftn1><p>1 Adopted at its 90th meeting.</p></div><p>After</p>"
    )
    assert [(b.kind, b.level, b.bold) for b in document.blocks] == [
        (BlockKind.TEXT, 2, True), (BlockKind.TEXT, 0, True), (BlockKind.TEXT, 0, False),
        (BlockKind.FOOTNOTE, 0, False), (BlockKind.TEXT, 0, False),
    ]  # fmt: skip


def test_the_title_is_a_property() -> None:
    document = read_html("a.html", b"<title> UN\n Docs </title><p>x")
    assert dict(document.properties) == {"title": "UN Docs"}


@pytest.mark.parametrize("content", [b"<html></html>", b"<script>1</script>", b"<!-- -->"])
def test_a_page_without_words_is_refused(content: bytes) -> None:
    with pytest.raises(InputProblem) as refusal:
        read_html("a.html", content)
    assert [finding.code for finding in refusal.value.findings] == ["file.no_words"]
