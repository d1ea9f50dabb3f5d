"""Laws that hold for every file that can be read, and refusals for those that cannot."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading import made_files
from upheld.core.document import BlockKind, Document
from upheld.core.errors import InputProblem
from upheld.core.findings import Finding
from upheld.reading.assemble import Assembly, printed
from upheld.reading.limits import Limits
from upheld.reading.read import read_bytes

FILES = {
    "report.pdf": made_files.pdf(made_files.ITEMS * 20),
    "report.docx": made_files.report_docx(),
    "plan.xlsx": made_files.xlsx([["Số", "Khuyến nghị"], ["143.27", "Ratify"]]),
    "list.csv": made_files.csv(),
    "list.json": b'[{"Number": "143.27", "Text": "Ratify"}]',
    "page.html": b"<p>143.27 Ratify<table><tr><td>a<td>b</table>",
    "plain.txt": b"143.27 Ratify\x0c143.28 Accede",
}


def laws(document: Document) -> None:
    """What every reader keeps to."""
    assert [page.number for page in document.pages] == list(range(1, len(document.pages) + 1))
    assert "".join(document.raw(page.span) for page in document.pages) == document.text
    spans = {page.number: page.span for page in document.pages}
    before = 0
    for block in document.blocks:
        page = spans[block.page]
        assert page.start <= block.span.start < block.span.end <= page.end
        assert before <= block.span.start
        assert document.raw(block.span).strip()
        assert document.page_of(block.span.start) == block.page
        assert document.raw(block.span).startswith(block.label)
        for cell in block.cells:
            assert 0 <= cell.start <= cell.end <= block.span.end
        before = block.span.end
    assert Document.from_dict(json.loads(json.dumps(document.to_dict()))) == replace(
        document, properties=dict(document.properties)
    )


@pytest.mark.parametrize("name", FILES)
def test_every_format_keeps_the_laws(name: str) -> None:
    document = read_bytes(name, FILES[name])
    laws(document)
    assert (document.name, document.format) == (name, name.rpartition(".")[2])
    assert "Ratify" in document.text


TEXTS = st.text(max_size=30)
PIECES = st.one_of(
    st.tuples(st.just("block"), TEXTS, st.sampled_from(["", "6.1", "(a)"])),
    st.tuples(st.just("row"), st.lists(TEXTS, max_size=4)),
    st.tuples(st.just("page")),
)


@given(st.lists(PIECES, max_size=20))
def test_whatever_is_assembled_keeps_the_laws(pieces: list[tuple[object, ...]]) -> None:
    assembly = Assembly()
    for piece in pieces:
        match piece:
            case ("block", str(text), str(label)):
                assembly.add(BlockKind.TEXT, text, label=label)
            case ("row", list(cells)):
                assembly.add_row(cells)
            case ("page",):
                assembly.end_page()
    laws(assembly.document("made", "txt"))


@given(st.text())
def test_printing_twice_changes_nothing(text: str) -> None:
    assert printed(printed(text)) == printed(text)


def test_a_web_page_named_pdf_is_read_with_a_finding() -> None:
    document = read_bytes("A_HRC_90_7.pdf", b"<!DOCTYPE html><html><p>Not found</p></html>")
    arguments = {"name": "A_HRC_90_7.pdf", "found": "HTML"}
    assert document.findings == (Finding("file.mislabelled", arguments=arguments),)
    assert document.format == "html"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.pdf", b"", "file.empty"),
        ("locked.pdf", made_files.encrypted_pdf(), "file.encrypted"),
        ("cut.pdf", made_files.pdf()[:900], "file.damaged"),
        ("scan.pdf", made_files.scanned_pdf(2), "file.no_text"),
        ("cut.docx", made_files.report_docx()[:900], "file.damaged"),
        ("bomb.docx", made_files.bomb(64), "file.bomb"),
        ("photo.jpg", b"\xff\xd8\xff\xe0" + bytes(100), "file.picture"),
        ("deep.html", b"<html>" + b"<p><b>" * 9 + b"</b>", "file.no_words"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, content: bytes, code: str) -> None:
    with pytest.raises(InputProblem) as refusal:
        read_bytes(name, content)
    assert [finding.code for finding in refusal.value.findings] == [code]
    assert refusal.value.next_step == refusal.value.findings[0].next_step


def test_a_file_over_the_limit_is_not_opened() -> None:
    with pytest.raises(InputProblem) as refusal:
        read_bytes("a.txt", b"x" * 2048, Limits(file_bytes=1024))
    arguments = {"name": "a.txt", "size": "2.0 kB", "limit": "1.0 kB"}
    assert refusal.value.findings == (Finding("file.too_large", arguments=arguments),)


def test_a_pdf_over_the_limit_of_pages_is_refused() -> None:
    with pytest.raises(InputProblem) as refusal:
        read_bytes("long.pdf", made_files.pdf(made_files.ITEMS * 60), Limits(pages=2))
    assert [finding.code for finding in refusal.value.findings] == ["file.too_many_pages"]
