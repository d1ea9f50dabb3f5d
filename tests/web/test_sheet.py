"""Where the words of a record stand on the printed page."""

from __future__ import annotations

from upheld.core.document import Block, BlockKind, Box, Document, Page, Span
from upheld.web.sheet import Mark, sheets

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


def test_each_line_of_the_words_is_marked() -> None:
    (sheet,) = sheets(printed(), span_of("140.1", "(France);"), 1)
    assert sheet.marks == (Mark(100, 107, 160, 14), Mark(100, 127, 180, 14))
    assert sheet.marked == "140.1 Ratify the\nprotocol (France);"
    assert sheet.before + sheet.marked + sheet.after == TEXT[: TEXT.index("a plan")]


def test_a_part_of_a_line_is_marked_by_its_share() -> None:
    (sheet,) = sheets(printed(), span_of("Ratify", "Ratify"), 1)
    assert sheet.marks == (Mark(160, 107, 60, 14),)


def test_words_that_go_on_overleaf_give_two_sheets() -> None:
    first, second = sheets(printed(), span_of("140.2", "(Spain)."), 1)
    assert (first.page, first.marked) == (1, "140.2 Adopt\n")
    assert (second.page, second.marked) == (2, "a plan (Spain).")


def test_without_a_span_the_page_is_shown_unmarked() -> None:
    (sheet,) = sheets(printed(), Span(-1, -1), 2)
    assert (sheet.page, sheet.marks, sheet.marked) == (2, (), "")


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
    assert sheet.marked == "140.1 Ratify (France)."
    assert 2400 < len(sheet.before) < 2600
    assert sheet.before.startswith("Nothing of note")
    assert (sheet.begins, sheet.ends) == (False, False)


def test_a_page_that_is_not_there_gives_no_sheet() -> None:
    assert sheets(printed(), None, 9) == []
