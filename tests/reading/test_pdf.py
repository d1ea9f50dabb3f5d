"""PDF → Document: printed lines with their place, size and kind."""

from __future__ import annotations

import pytest

from tests.reading import made_files
from tests.small_pdf import HEIGHT, LEFT, WIDTH, pdf_of, print_pdf, shown
from upheld.core.document import BlockKind, Document
from upheld.core.errors import InputProblem
from upheld.core.facts import DocumentFacts, DocumentKind
from upheld.core.findings import Finding
from upheld.core.flow import Flow
from upheld.parsing.parser import parse_document
from upheld.reading.limits import Limits
from upheld.reading.pdf import read_pdf
from upheld.reading.text import read_text
from upheld.specimen.documents import SpecimenDocument, documents

REPORTS = [
    pytest.param(document, id=document.name)
    for document in documents()
    if document.kind is DocumentKind.UPR_REPORT and document.name.endswith(".pdf")
]


def lines(content: bytes) -> list[tuple[str, str]]:
    document = read_pdf("a.pdf", content)
    return [(document.raw(block.span), block.kind.value) for block in document.blocks]


def test_lines_stand_in_order_with_their_kinds() -> None:
    content = print_pdf(["143.1 Open schools (Togo);", "143.2 Train judges (Mali)."],
                        header="A/HRC/26/6")  # fmt: skip
    assert lines(content) == [
        ("A/HRC/26/6", "text"),  # the masthead of a first page is no page header
        ("143.1 Open schools (Togo);", "text"),
        ("143.2 Train judges (Mali).", "text"),
        ("1", "page_number"),
    ]


def test_the_header_and_number_of_later_pages_are_furniture() -> None:
    document = read_pdf("a.pdf", print_pdf([made_files.ITEMS[0]] * 60, header="A/HRC/26/6"))
    assert len(document.pages) == 4
    for page in document.pages[1:]:
        kinds = [block.kind for block in document.blocks if block.page == page.number]
        assert (kinds[0], kinds[-1]) == (BlockKind.HEADER, BlockKind.PAGE_NUMBER)
        assert set(kinds[1:-1]) == {BlockKind.TEXT}


def test_a_line_knows_its_place_and_size() -> None:
    content = pdf_of([shown("Large", LEFT, 700, 20) + shown("Small words", LEFT, 600, 8)])
    document = read_pdf("a.pdf", content)
    large, small = document.blocks
    assert (large.size, small.size) == (20.0, 8.0)
    assert large.box is not None
    assert small.box is not None
    assert large.box.left == small.box.left == LEFT
    assert 590 < small.box.bottom < 600 < small.box.top < 612
    assert large.box.bottom < 700 < large.box.top
    assert LEFT < small.box.right < WIDTH
    assert (document.pages[0].width, document.pages[0].height) == (WIDTH, HEIGHT)


RAISED = "5 Ts /F1 6 Tf ({}) Tj 0 Ts /F1 11 Tf"  # a footnote's mark: smaller type, lifted
# (drawing of a line, the line as printed)
DRAWN = [
    # a raised footnote mark behind a word
    (
        f"(free school buses) Tj {RAISED.format(12)} ( \\(Togo\\);) Tj",
        "free school buses¹² (Togo);",
    ),
    # … behind a bracket, behind the semicolon
    (
        f"(Open schools \\(Togo\\)) Tj {RAISED.format(3)}",
        "Open schools (Togo)³",
    ),
    (f"(Open schools \\(Togo\\);) Tj {RAISED.format(3)}", "Open schools (Togo);³"),
    # a symbol whose first letter is set large
    ("/F1 20 Tf (A) Tj /F1 9 Tf (/HRC/25/901/Add.1) Tj", "A/HRC/25/901/Add.1"),
    # digits in the size of the text are digits
    ("(ILO Convention No. 169 \\(Togo\\);) Tj", "ILO Convention No. 169 (Togo);"),
    # a control character that a broken font left behind prints nothing
    ("(Open\x07schools) Tj", "Open schools"),
]


@pytest.mark.parametrize(("drawing", "expected"), DRAWN)
def test_marks_and_letters_are_given_as_they_are_printed(drawing: str, expected: str) -> None:
    page = f"BT /F1 11 Tf 72 700 Td {drawing} ET"
    assert [text for text, _ in lines(pdf_of([page]))] == [expected]


def test_a_word_broken_at_the_line_keeps_its_hyphen_and_its_lines() -> None:
    drawing = shown("measures against discrimi-", 72, 700) + shown("nation of girls", 72, 685)
    assert [text for text, _ in lines(pdf_of([drawing]))] == [
        "measures against discrimi-",
        "nation of girls",
    ]


def test_a_page_without_text_is_named_when_it_carries_a_picture() -> None:
    empty = read_pdf("a.pdf", pdf_of([shown("Words", 72, 700), ""]))
    drawn = read_pdf("a.pdf", pdf_of([shown("Words", 72, 700), "72 72 100 100 re f"]))
    assert empty.findings == ()
    assert drawn.findings == (Finding("page.no_text", 2, {"page": 2}),)
    assert [document.text for document in (empty, drawn)] == ["Words\n\f\f"] * 2


def test_a_damaged_page_is_named_and_the_others_are_read() -> None:
    content = pdf_of([shown(words, 72, 700) for words in ("One", "Two", "Three")])
    document = read_pdf("a.pdf", content.replace(b"6 0 obj\n<<", b"6 0 obj\n[<", 1))
    assert document.text == "One\n\f\fThree\n\f"
    assert [(finding.code, finding.page) for finding in document.findings] == [("page.damaged", 2)]


@pytest.mark.parametrize(
    ("content", "limits", "expected"),
    [
        (made_files.encrypted_pdf(), Limits(), "file.encrypted"),
        (b"%PDF-1.4\nnothing more", Limits(), "file.damaged"),
        (made_files.scanned_pdf(), Limits(), "file.no_text"),
        (pdf_of(["", ""]), Limits(pages=1), "file.too_many_pages"),
    ],
)
def test_files_that_cannot_be_read_say_why(content: bytes, limits: Limits, expected: str) -> None:
    with pytest.raises(InputProblem) as refused:
        read_pdf("a.pdf", content, limits)
    (finding,) = refused.value.findings
    assert (finding.code, finding.arguments["name"]) == (expected, "a.pdf")


def as_text(document: Document) -> bytes:
    """The running lines of a document as a plain text, page by page."""
    flow = Flow.of(document)
    pages: dict[int, list[str]] = {page.number: [] for page in document.pages}
    for block in flow.blocks:
        pages[block.page].append(document.raw(block.span))
    return "\f".join("\n".join(printed) for printed in pages.values()).encode()


def told(facts: DocumentFacts) -> list[tuple[object, ...]]:
    return [
        (i.number, i.part, i.text, i.states, i.position, i.position_words, i.page)
        for i in (*facts.items, *facts.pledges)
    ]


@pytest.mark.parametrize("specimen", REPORTS)
def test_a_report_gives_the_same_items_as_pdf_and_as_text(specimen: SpecimenDocument) -> None:
    printed = read_pdf(specimen.name, specimen.content)
    typed = read_text("report.txt", as_text(printed))
    found = parse_document(printed)
    assert told(parse_document(typed)) == told(found)
    assert len(found.items) > 8
