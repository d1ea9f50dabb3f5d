"""Where the words of a record stand on the printed page."""

from __future__ import annotations

from upheld.core.document import Block, BlockKind, Box, Document, Page, Span
from upheld.web.sheet import Mark, Sheet, printed_words, sheets

TEXT = "A/HRC/90/7\n140.1 Ratify the\nprotocol (France);\n140.2 Adopt\na plan (Spain).\n"


def printed(width: float = 600) -> Document:
    """Two pages; each letter is ten points wide."""
    blocks, at = [], 0
    for n, line in enumerate(TEXT.splitlines()):
        page = 1 if n < 4 else 2
        box = Box(100, 700 - 20 * n, 100 + 10 * len(line), 712 - 20 * n) if width else None
        span = Span(at, at + len(line))
        blocks.append(Block(BlockKind.TEXT, span, page, box))
        at += len(line) + 1
    turn = TEXT.index("a plan")
    pages = (
        Page(1, Span(0, turn), width, 800 if width else 0),
        Page(2, Span(turn, len(TEXT)), width, 800 if width else 0),
    )
    return Document("x", "pdf", TEXT, pages, tuple(blocks))


def span_of(first: str, last: str) -> Span:
    return Span(TEXT.index(first), TEXT.index(last) + len(last))


def marked(sheet: Sheet) -> str:
    return "".join(piece.text for piece in sheet.pieces if piece.marked)


def over_a_page_break() -> Document:
    """An item that a foot and a head of a page interrupt, and a footnote behind it."""
    lines = [
        (BlockKind.TEXT, 1, "140.1 Bring the codes that are"),
        (BlockKind.PAGE_NUMBER, 1, "GE.26-00001 19"),
        (BlockKind.HEADER, 2, "A/HRC/90/7*"),
        (BlockKind.TEXT, 2, "in force into line with the"),
        (BlockKind.TEXT, 2, "treaties (France);"),
        (BlockKind.FOOTNOTE, 2, "* Reissued."),
    ]
    blocks, at, text, turn = [], 0, "", 0
    for n, (kind, page, line) in enumerate(lines):
        turn = at if n == 2 else turn
        box = Box(100, 700 - 20 * n, 100 + 10 * len(line), 712 - 20 * n)
        blocks.append(Block(kind, Span(at, at + len(line)), page, box))
        text += line + ("\n\f" if n == 1 else "\n")
        at = len(text)
    pages = (Page(1, Span(0, turn), 600, 800), Page(2, Span(turn, len(text)), 600, 800))
    return Document("x", "pdf", text, pages, tuple(blocks))


def test_heads_and_feet_of_pages_are_neither_words_nor_marked() -> None:
    document = over_a_page_break()
    span = Span(0, document.text.index("(France);") + len("(France);"))
    assert printed_words(document, span) == (
        "140.1 Bring the codes that are\nin force into line with the\ntreaties (France);"
    )
    first, second = sheets(document, span, 1)
    assert [mark.top for mark in first.marks] == [87]
    assert [mark.top for mark in second.marks] == [147, 167]
    assert marked(first) == "140.1 Bring the codes that are"
    assert marked(second) == "in force into line with the\ntreaties (France);"
    for sheet, page in zip((first, second), document.pages, strict=True):
        assert "".join(piece.text for piece in sheet.pieces) == document.raw(page.span)


def test_a_footnote_that_a_finding_names_is_marked() -> None:
    document = over_a_page_break()
    note = document.blocks[-1].span
    (sheet,) = sheets(document, note, 2)
    assert (marked(sheet), len(sheet.marks)) == ("* Reissued.", 1)
    assert printed_words(document, note) == "* Reissued."


def test_each_line_of_the_words_is_marked() -> None:
    (sheet,) = sheets(printed(), span_of("140.1", "(France);"), 1)
    assert sheet.marks == (Mark(100, 107, 160, 14), Mark(100, 127, 180, 14))
    assert marked(sheet) == "140.1 Ratify the\nprotocol (France);"
    assert "".join(piece.text for piece in sheet.pieces) == TEXT[: TEXT.index("a plan")]


def test_a_part_of_a_line_is_marked_by_its_share() -> None:
    (sheet,) = sheets(printed(), span_of("Ratify", "Ratify"), 1)
    assert sheet.marks == (Mark(160, 107, 60, 14),)


def test_words_that_go_on_overleaf_give_two_sheets() -> None:
    first, second = sheets(printed(), span_of("140.2", "(Spain)."), 1)
    assert (first.page, marked(first)) == (1, "140.2 Adopt\n")
    assert (second.page, marked(second)) == (2, "a plan (Spain).")


def test_without_a_span_the_page_is_shown_unmarked() -> None:
    (sheet,) = sheets(printed(), Span(-1, -1), 2)
    assert (sheet.page, sheet.marks, marked(sheet)) == (2, (), "")


def test_empty_margins_are_left_out() -> None:
    whole, close = (
        sheets(printed(), span_of("140.1", "(France);"), 1, close=close)[0]
        for close in (False, True)
    )
    assert whole.view == (0, 0, 600, 800)
    assert close.view == (76, 82, 228, 84)


def test_a_file_without_pages_shows_the_words_round_the_span() -> None:
    line = "Nothing of note is said in this line.\n"
    text = line * 200 + "140.1 Ratify (France).\n" + line * 200
    start = text.index("140.1")
    document = Document("x", "docx", text, (Page(1, Span(0, len(text))),), ())
    (sheet,) = sheets(document, Span(start, start + 22), 1)
    assert not sheet.has_picture
    assert marked(sheet) == "140.1 Ratify (France)."
    before = sheet.pieces[0]
    assert (2400 < len(before.text) < 2600, before.marked) == (True, False)
    assert before.text.startswith("Nothing of note")
    assert (sheet.begins, sheet.ends) == (False, False)


def test_a_page_that_is_not_there_gives_no_sheet() -> None:
    assert sheets(printed(), None, 9) == []
