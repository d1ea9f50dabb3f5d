"""First pages: every fact that they print, in each layout, language and file format."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parsing import first_pages
from upheld.core.document import Block, BlockKind, Box, Document, Page, Span
from upheld.core.facts import DocumentKind, FirstPage
from upheld.parsing.header import read_first_page
from upheld.reading.read import read_bytes
from upheld.specimen.documents import SpecimenDocument, documents

COUNCIL = "Human Rights Council"
UPR_TITLE = "Report of the Working Group on the Universal Periodic Review - Sarovia"


def read(text: str) -> FirstPage:
    return read_first_page(read_bytes("page.txt", text.encode()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            first_pages.OLD,
            FirstPage(
                symbol="A/HRC/10/901",
                title="Report of the Special Rapporteur on the right to clean rivers, Jane Example",
                agenda_item="3",
                body=COUNCIL,
                council_session=10,
                session=10,
                date=date(2009, 1, 5),
                language="en",
                languages=("en", "fr"),
            ),
        ),
        (
            first_pages.UPR_REPORT,
            FirstPage(
                symbol="A/HRC/26/901",
                title=UPR_TITLE,
                agenda_item="6",
                body=COUNCIL,
                council_session=26,
                session=18,
                date=date(2014, 3, 26),
                states=("XSP",),
                language="en",
                languages=("en",),
            ),
        ),
        (
            first_pages.ADDENDUM,
            FirstPage(
                symbol="A/HRC/26/901/Add.1",
                title=f"{UPR_TITLE} - Addendum - Views on conclusions and/or recommendations, "
                "voluntary commitments and replies presented by the State under review",
                agenda_item="6",
                body=COUNCIL,
                council_session=26,
                session=None,
                date=date(2014, 6, 4),
                states=("XSP",),
                language="en",
                languages=("en",),
            ),
        ),
        (
            first_pages.TWO_ITEMS,
            FirstPage(
                symbol="A/HRC/40/901",
                title="Protection of lakes in small States - Report of the United Nations High "
                "Commissioner for Human Rights",
                agenda_item="2 and 3",
                body=COUNCIL,
                council_session=40,
                session=40,
                date=date(2019, 1, 10),
                language="en",
                languages=("en",),
            ),
        ),
        (
            first_pages.JOINT,
            FirstPage(
                symbol="A/HRC/38/901",
                title="Report of a fund on its activities in small States",
                agenda_item="2",
                body=COUNCIL,
                council_session=38,
                session=38,
                date=date(2017, 12, 15),
                language="en",
                languages=("en",),
            ),
        ),
        (
            first_pages.WORKING_GROUP,
            FirstPage(
                symbol="A/HRC/15/WG.2/901",
                title="Report of the high-level task force on its sixth session",
                body=COUNCIL,
                council_session=15,
                session=11,
                date=date(2010, 3, 1),
                language="en",
                languages=("en",),
            ),
        ),
        (
            first_pages.CONCLUDING_OBSERVATIONS,
            FirstPage(
                symbol="CCPR/C/XSP/CO/4",
                title="Concluding observations on the fourth report of Sarovia",
                body="Human Rights Committee",
                date=date(2016, 4, 22),
                states=("XSP",),
                language="en",
                languages=("en",),
            ),
        ),
        (
            first_pages.FRENCH,
            FirstPage(
                symbol="A/HRC/WG.6/7/XSP/1",
                title="Rapport national présenté conformément au paragraphe 15 a) de l’annexe à la "
                "résolution 5/1 - Sarovie",
                body="Working Group on the Universal Periodic Review",
                session=7,
                date=date(2009, 11, 16),
                states=("XSP",),
                language="fr",
                languages=("en",),
            ),
        ),
    ],
    ids=["old", "report", "addendum", "two items", "joint", "task force", "committee", "french"],
)
def test_printed_layouts(text: str, expected: FirstPage) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "title"),
    [
        (
            first_pages.SPANISH,
            "es",
            "Informe del Grupo de Trabajo sobre el Examen Periódico Universal - Sarovia",
        ),
        (
            first_pages.RUSSIAN,
            "ru",
            "Доклад Рабочей группы по универсальному периодическому обзору - Саровия",
        ),
        (
            first_pages.ARABIC,
            "ar",
            "تقرير الفريق العامل المعني بالاستعراض الدوري الشامل - ساروفيا",
        ),
        (first_pages.CHINESE, "zh", "普遍定期审议工作组的报告 - 萨罗维亚"),
    ],
    ids=["es", "ru", "ar", "zh"],
)
def test_the_official_languages_print_the_same_facts(text: str, language: str, title: str) -> None:
    assert read(text) == FirstPage(
        symbol="A/HRC/26/901",
        title=title,
        agenda_item="6",
        body=COUNCIL,
        council_session=26,
        session=None,
        date=date(2014, 3, 26),
        states=("XSP",),
        language=language,
        languages=("en",),
    )


def test_a_joint_review_names_both_states() -> None:
    page = read(first_pages.UPR_REPORT.replace("\nSarovia\n", "\nSarovia and Velmora\n"))
    assert page.states == ("XSP", "XVM")


def test_a_note_alone_is_the_title() -> None:
    page = read(
        first_pages.TWO_ITEMS.replace("Protection of lakes in small States\n", "").replace(
            "Report of the United Nations High Commissioner for\nHuman Rights\n", ""
        )
    )
    assert page.title == "Note by the Secretariat"


@pytest.mark.parametrize(
    "printed", ["United Nations A\n/HRC/26/901\n", "A\nUnited Nations\n/HRC/26/901\n"]
)
def test_a_symbol_broken_between_lines(printed: str) -> None:
    whole = "A/HRC/26/901\n\nUnited Nations\n"
    assert read(first_pages.UPR_REPORT.replace(whole, printed)) == read(first_pages.UPR_REPORT)


def test_a_page_without_masthead_is_empty_and_says_so() -> None:
    assert read("6.1 Ratify the Convention (Chile). Source: A/HRC/28/15/Add.1 - Para. 3") == (
        FirstPage(language="en")
    )


# Name, place and size of each line of a first page, in the order in which PDF files store them.
STORED = (
    ("GE.14-90000 (E)", 57, 113, 10.0),
    ("Human Rights Council", 57, 608, 12.0),
    ("Twenty-sixth session", 57, 596, 10.0),
    ("Agenda item 6", 57, 584, 10.0),
    ("Universal Periodic Review", 57, 572, 10.0),
    ("Report of the Working Group on the Universal Periodic", 113, 539, 14.0),
    ("Review*", 113, 524, 14.0),
    ("Sarovia", 113, 491, 14.0),
    ("* The annex to the present report is circulated as received.", 104, 137, 9.0),
    ("A/HRC/26/901", 440, 775, 12.0),
    ("United Nations", 120, 774, 14.0),
    ("General Assembly", 120, 744, 20.0),
    ("Distr.: General", 392, 745, 10.0),
    ("26 March 2014", 392, 735, 10.0),
    ("Original: English", 392, 711, 10.0),
)


def stored_page() -> Document:
    text, blocks = "", []
    for line, left, bottom, size in STORED:
        span = Span(len(text), len(text) + len(line))
        box = Box(left, bottom, left + 5.0 * len(line), bottom + size)
        blocks.append(Block(BlockKind.TEXT, span, 1, box, size))
        text += line + "\n"
    return Document("page.pdf", "pdf", text, (Page(1, Span(0, len(text))),), tuple(blocks))


def test_lines_of_a_pdf_are_read_by_their_place() -> None:
    assert read_first_page(stored_page()) == replace(read(first_pages.UPR_REPORT), session=None)


PAPERS = [d for d in documents() if d.kind is not DocumentKind.THEMATIC_LIST]
LISTS = [d for d in documents() if d.kind is DocumentKind.THEMATIC_LIST]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_papers_of_the_specimen(paper: SpecimenDocument) -> None:
    assert read_first_page(read_bytes(paper.name, paper.content)) == paper.truth.first_page


@pytest.mark.parametrize("paper", LISTS, ids=lambda paper: paper.name)
def test_a_thematic_list_names_state_and_session_in_its_page_header(
    paper: SpecimenDocument,
) -> None:
    page = read_first_page(read_bytes(paper.name, paper.content))
    truth = paper.truth.first_page
    assert (page.states, page.session, page.symbol) == (truth.states, truth.session, "")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=800))
def test_any_text_gives_a_first_page(text: str) -> None:
    document = Document("x.txt", "txt", text, (), (Block(BlockKind.TEXT, Span(0, len(text)), 1),))
    assert read_first_page(document).title == " ".join(read_first_page(document).title.split())


@given(st.permutations(STORED))
def test_the_order_in_which_a_pdf_stores_its_lines_does_not_matter(
    lines: list[tuple[str, int, int, float]],
) -> None:
    document = stored_page()
    order = [STORED.index(line) for line in lines]
    shuffled = replace(document, blocks=tuple(document.blocks[i] for i in order))
    assert read_first_page(shuffled) == read_first_page(document)
