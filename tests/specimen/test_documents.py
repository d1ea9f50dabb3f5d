"""The specimen's files: real PDF and Word, marked on every page, the same bytes each time."""

from __future__ import annotations

import csv
import io
import zipfile

import docx
import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from upheld.specimen.documents import SpecimenDocument, demo_documents, documents
from upheld.specimen.mark import MARK
from upheld.specimen.pdf_paper import paper_to_pdf
from upheld.specimen.upr_sarovia import first_cycle, fourth_cycle_draft
from upheld.specimen.word_paper import paper_to_docx


def ending(suffix: str) -> list[pytest.param]:
    return [
        pytest.param(document, id=document.name)
        for document in documents()
        if document.name.endswith(suffix)
    ]


def pages(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def test_the_file_names_are_different() -> None:
    names = [document.name for document in documents()]
    assert sorted(set(names)) == sorted(names)


def test_the_demo_holds_one_state_and_its_reviews_in_order() -> None:
    first_pages = [document.truth.first_page for document in demo_documents()]
    assert {page.states for page in first_pages} == {("XSP",)}
    reviews = [
        page.session for page in first_pages if page.title.startswith("Report") and page.session
    ]
    assert reviews == [3, 17, 31, 45]


@pytest.mark.parametrize("document", ending(".pdf"))
def test_every_page_of_a_pdf_is_marked(document: SpecimenDocument) -> None:
    texts = pages(document.content)
    assert len(texts) > 1
    assert [text.count(MARK) for text in texts] == [1] * len(texts)


@pytest.mark.parametrize("document", ending(".pdf"))
def test_the_first_page_prints_the_symbol_and_the_others_repeat_it(
    document: SpecimenDocument,
) -> None:
    symbol = document.truth.first_page.symbol
    assert [symbol in text for text in pages(document.content)] == [True] * len(
        pages(document.content)
    )


@pytest.mark.parametrize("document", ending(".docx"))
def test_every_footer_of_a_word_file_is_marked(document: SpecimenDocument) -> None:
    word = docx.Document(io.BytesIO(document.content))
    section = word.sections[0]
    footers = (section.footer, section.first_page_footer, section.even_page_footer)
    assert [footer.paragraphs[0].text for footer in footers] == [MARK] * 3


@pytest.mark.parametrize("document", ending(".csv"))
def test_every_row_of_a_csv_is_marked(document: SpecimenDocument) -> None:
    _, *rows = csv.reader(io.StringIO(document.content.decode("utf-8-sig")))
    assert [row[-1] for row in rows] == [MARK] * len(document.truth.items)


def test_every_row_of_the_workbook_is_marked() -> None:
    (document,) = [each for each in documents() if each.name.endswith(".xlsx")]
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(document.content)).get_sheet_by_index(0)
    rows = sheet.to_python()[4:]
    assert [row[-1] for row in rows] == [MARK] * len(document.truth.items)


def test_the_same_paper_gives_the_same_pdf() -> None:
    paper, _ = first_cycle().build()
    assert paper_to_pdf(paper) == paper_to_pdf(paper)


def test_the_same_paper_gives_the_same_word_file() -> None:
    paper, _ = fourth_cycle_draft().build()
    assert paper_to_docx(paper) == paper_to_docx(paper)


def test_the_numbers_of_the_draft_stand_in_no_paragraph() -> None:
    paper, truth = fourth_cycle_draft().build()
    word = docx.Document(io.BytesIO(paper_to_docx(paper)))
    numbered = [each for each in word.paragraphs if each._p.xpath("w:pPr/w:numPr")]
    printed_numbers = {item.number for item in truth.items}
    assert len(numbered) == len(printed_numbers)
    assert [each.text for each in numbered if each.text[:1].isdigit()] == []


def test_the_footnotes_of_the_draft_name_the_three_inputs() -> None:
    paper, _ = fourth_cycle_draft().build()
    with zipfile.ZipFile(io.BytesIO(paper_to_docx(paper))) as package:
        notes = package.read("word/footnotes.xml").decode()
    assert [f"A/HRC/WG.6/45/XSP/{paper}." in notes for paper in (1, 2, 3)] == [True] * 3
