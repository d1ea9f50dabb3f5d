"""The same paper as Word file, text and web page says the same as the PDF does."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable

import pytest

from upheld.core.document import Document
from upheld.core.items import Item
from upheld.parsing.parser import parse_document
from upheld.reading.read import read_bytes
from upheld.specimen import addenda_sarovia, addenda_velmora, committees
from upheld.specimen.truth import Expected
from upheld.specimen.word_paper import paper_to_docx

PAPERS = [
    pytest.param(source, id=f"{source.__module__.rpartition('.')[2]}-{source.__name__}")
    for source in (
        addenda_sarovia.first_cycle,
        addenda_sarovia.second_cycle,
        addenda_sarovia.third_cycle,
        addenda_sarovia.fourth_cycle,
        addenda_velmora.table,
        addenda_velmora.prose,
        committees.ccpr,
        committees.cedaw,
        committees.visit,
    )
]


def comparable(items: Iterable[Item | Expected]) -> list[tuple[object, ...]]:
    return [(item.number, item.text, item.position, item.kind) for item in items]


def as_text(word: Document) -> Document:
    lines = (word.raw(block.span) for block in word.blocks)
    return read_bytes("paper.txt", "\n".join(lines).encode())


def as_page(word: Document) -> Document:
    lines = (html.escape(word.raw(block.span)) for block in word.blocks)
    page = "".join(f"<p>{line}</p>" for line in lines)
    return read_bytes("paper.html", f"<html><body>{page}</body></html>".encode())


@pytest.mark.parametrize("source", PAPERS)
@pytest.mark.parametrize("form", [lambda word: word, as_text, as_page], ids=["docx", "txt", "html"])
def test_every_format_says_the_same(source: Callable, form: Callable[[Document], Document]):
    paper, truth = source().build()
    found = parse_document(form(read_bytes("paper.docx", paper_to_docx(paper))))
    assert comparable(found.items) == comparable(truth.items)
    assert [finding.message for finding in found.findings] == []
    assert found.kind is truth.kind
