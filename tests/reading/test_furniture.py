"""Page furniture told from running text by place, repetition and size; lines built by hand."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from upheld.core.document import BlockKind, Box, Span
from upheld.reading.furniture import Line, recognise_furniture

TEXT, HEADER, FOOTER = BlockKind.TEXT, BlockKind.HEADER, BlockKind.FOOTER
NUMBER, NOTE = BlockKind.PAGE_NUMBER, BlockKind.FOOTNOTE
TOP, MIDDLE, LOW, FOOT = 790.0, 400.0, 120.0, 50.0  # points from the foot of a page of 842


@dataclass(frozen=True)
class Printed:
    """One line: its words, how high it stands, the size of its type, its page."""

    text: str
    bottom: float = MIDDLE
    size: float = 10.0
    page: int = 2


def kinds(*printed: Printed) -> list[BlockKind]:
    lines = [
        Line(one.page, Span(0, len(one.text)), one.text,
             Box(72, one.bottom, 500, one.bottom + one.size), one.size, 842.0)
        for one in printed
    ]  # fmt: skip
    return recognise_furniture(lines)


BODY = Printed("The recommendations formulated during the interactive dialogue are listed below.")
NUMBERED = Printed("143.27 Adopt a plan for schools (Spain);", bottom=500)

# (lines of a page in the order of the file, their kinds)
PAGES = [
    # the symbol at the head, alone and with the page's number
    ([Printed("A/HRC/26/6", TOP), BODY], [HEADER, TEXT]),
    ([Printed("A/HRC/26/6 12", TOP), BODY], [HEADER, TEXT]),
    ([Printed("United Nations A/HRC/26/6", TOP), BODY], [HEADER, TEXT]),
    # … but on the first page it is the masthead
    ([Printed("A/HRC/26/6", TOP, page=1), BODY], [TEXT, TEXT]),
    # … and within the text it is text
    ([Printed("A/HRC/26/6"), BODY], [TEXT, TEXT]),
    # page numbers at the foot and at the head, in Arabic and roman digits
    ([BODY, Printed("12", FOOT)], [TEXT, NUMBER]),
    ([Printed("page 12", TOP), BODY], [NUMBER, TEXT]),
    ([BODY, Printed("- 12 -", FOOT)], [TEXT, NUMBER]),
    ([BODY, Printed("xii", FOOT)], [TEXT, NUMBER]),
    # a number alone in the middle of the page is text
    ([BODY, Printed("12")], [TEXT, TEXT]),
    # the job number, alone and with the page's number
    ([BODY, Printed("GE.14-12984", FOOT)], [TEXT, FOOTER]),
    ([BODY, Printed("12 GE.14-12984 (E)", FOOT)], [TEXT, FOOTER]),
    ([BODY, Printed("*1412984*", FOOT)], [TEXT, FOOTER]),
    ([BODY, Printed("14-12984", FOOT)], [TEXT, FOOTER]),
    # … which a list item at the foot only resembles
    ([BODY, Printed("14-12 Adopt a plan for schools (Spain);", FOOT)], [TEXT, TEXT]),
    # footnotes in smaller type
    ([BODY, Printed("12 See document 26/6.", LOW, 8)], [TEXT, NOTE]),
    # … over two lines, of which only the first carries the mark
    ([BODY, Printed("12 See the report of the", LOW, 8), Printed("session.", LOW - 10, 8)],
     [TEXT, NOTE, NOTE]),
    # … whose raised mark was floated to the end of the line before
    ([BODY, Printed("See the report, as amended. 13", LOW, 8), Printed("Ibid.", LOW - 10, 8)],
     [TEXT, NOTE, NOTE]),
    # … with a star or a dagger
    ([BODY, Printed("* Late submission", LOW, 8)], [TEXT, NOTE]),
    ([BODY, Printed("† As read", LOW, 8)], [TEXT, NOTE]),
    # smaller type without any mark is text: a quotation, the foot of a table
    ([BODY, Printed("See the report of the session", LOW, 8)], [TEXT, TEXT]),
    # a note with a star in the size of the text
    ([BODY, Printed("** Conclusions and recommendations have not been edited.", LOW)],
     [TEXT, NOTE]),
    # … only at the foot
    ([BODY, Printed("** Conclusions and recommendations have not been edited.")], [TEXT, TEXT]),
    # a list item in small type above a line of text
    ([Printed("143.28 Open schools (Chile).", 300, 8), Printed("It was adopted by all.", LOW)],
     [TEXT, TEXT]),
    # a list in smaller type than the text stays text, down to the foot
    ([BODY, Printed("143.28 Open schools (Chile);", LOW, 8)], [TEXT, TEXT]),
    ([BODY, Printed("28. Open schools, as said in paragraph", LOW, 8),
      Printed("12 (Chile);", LOW - 10, 8)], [TEXT, TEXT, TEXT]),
    # … and the notes below it are notes
    ([BODY, Printed("143.28 Open schools in all", LOW, 8),
      Printed("provinces (Chile);", LOW - 10, 8),
      Printed("12 See the report of", LOW - 20, 8), Printed("the session.", LOW - 30, 8)],
     [TEXT, TEXT, TEXT, NOTE, NOTE]),
    # a little smaller is not smaller
    ([BODY, Printed("12 schools were opened.", LOW, 9.5)], [TEXT, TEXT]),
]  # fmt: skip


@pytest.mark.parametrize(("page", "expected"), PAGES)
def test_furniture_of_one_page(page: list[Printed], expected: list[BlockKind]) -> None:
    assert kinds(*page) == expected


@pytest.mark.parametrize(
    ("text", "bottom", "expected"),
    [
        # the short title of the report, above each page
        ("Report on Sarovia", TOP, HEADER),
        # … with the page's number in it
        ("Report on Sarovia, p. {page}", TOP, HEADER),
        ("Sarovia {page}/30", FOOT, FOOTER),
        # what ends as a list item ends is text, however often it stands there
        ("(Spain);", FOOT, TEXT),
        ("Open schools (Togo)", TOP, TEXT),
        # within the text nothing is furniture
        ("Report on Sarovia", MIDDLE, TEXT),
    ],
)
def test_lines_in_the_margins_of_three_pages(text: str, bottom: float, expected: BlockKind) -> None:
    repeated = [Printed(text.format(page=n), bottom, page=n) for n in (2, 3, 4)]
    assert kinds(*repeated, BODY) == [expected] * 3 + [TEXT]
    assert kinds(*repeated[:2], BODY) == [TEXT] * 3


def test_footnotes_are_looked_for_page_by_page() -> None:
    note = Printed("12 See document 26/6.", LOW, 8, page=3)
    assert kinds(BODY, NUMBERED, note, Printed("More words of the text.", page=3)) == [
        TEXT, TEXT, NOTE, TEXT,
    ]  # fmt: skip


def test_no_lines() -> None:
    assert kinds() == []
