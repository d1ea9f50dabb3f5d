"""Ministries' own tables: known column names, mapped ones, and rows that cannot be taken."""

from __future__ import annotations

from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from tests.parsing.written import facts, said, written
from upheld.core.errors import InputProblem
from upheld.core.facts import DocumentKind
from upheld.core.fold import fold_words
from upheld.core.positions import Position
from upheld.parsing.national_table import parse_table
from upheld.parsing.national_table_columns import FIELDS, NAMES, POSITIONS
from upheld.parsing.parser import parse_document, read_and_parse
from upheld.reading.read import read_bytes

VIETNAMESE = (
    "STT;Khuyến nghị;Quốc gia khuyến nghị;Lập trường;Cơ quan chủ trì;Cơ quan phối hợp;Thời hạn;"
    "Kết quả\n"
)


def workbook(*rows: tuple[str | int, ...]) -> bytes:
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Bảng")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return written.getvalue()


def test_a_vietnamese_table():
    text = VIETNAMESE + "1;Phê chuẩn CAT;Pháp, Đức;Chấp thuận;Bộ Công an;Bộ Tư pháp;31/12/2026;\n"
    text += "2;Tiếp tục nâng cao chất lượng giáo dục ở các trường nông thôn;Lào;Ghi nhận;;;;\n"
    found = facts(text, "bang.csv")
    assert (found.kind, found.first_page.language) == (DocumentKind.NATIONAL_TABLE, "vi")
    item, _ = found.items
    assert (item.number, item.text, item.states, item.position, item.position_words) == (
        "1", "Phê chuẩn CAT", ("FRA", "DEU"), Position.SUPPORTED, "Chấp thuận",
    )  # fmt: skip
    assert item.aside == {"lead": "Bộ Công an", "support": "Bộ Tư pháp", "deadline": "31/12/2026"}


def test_the_head_may_stand_below_a_title_and_be_written_without_marks():
    content = workbook(
        ("BẢNG PHÂN CÔNG",),
        ("Cập nhật 01/03/2026",),
        (),
        ("TT", "NOI DUNG KHUYEN NGHI", "NUOC KHUYEN NGHI", "QUAN DIEM"),
        (1, "143.27 Phê chuẩn CAT", "Lào", "Ghi nhận"),
    )
    found = parse_document(read_bytes("bang.xlsx", content))
    assert [(item.number, item.text, item.states, item.position) for item in found.items] == [
        ("143.27", "Phê chuẩn CAT", ("LAO",), Position.NOTED)
    ]


def test_a_head_that_comes_again_is_no_row():
    text = "No.,Recommendation,State,Position\n1,Ratify CAT,Spain,Noted\n" * 2
    assert [item.number for item in facts(text, "t.csv").items] == ["1", "1"]


def test_rows_that_cannot_be_taken_are_named_with_their_number():
    content = workbook(
        ("Title",),
        (),
        ("No.", "Recommendation", "Recommending State", "Position"),
        (1, "Ratify CAT", "Spain", "Supported"),
        (2, "", "France", "Supported"),
        (3, "", "", ""),
        (4, "Ratify CED", "Atlantis", "Yes, with pleasure"),
        (4, "Ratify OPCAT", "Spain", ""),
    )
    found = parse_document(read_bytes("t.xlsx", content))
    assert [item.text for item in found.items] == ["Ratify CAT", "Ratify CED", "Ratify OPCAT"]
    assert said(found) == [
        "Row 5 was not taken in: it has no words of a recommendation.",
        "“Yes, with pleasure” in row 7 is not a known position.",
        "“Atlantis” in row 7 is not a known name of a State.",
        "Number 4 is printed 2 times.",
    ]


MAPPED = "Mã;Công việc;Nước;Ai\n7.1;Phê chuẩn CAT;Lào;Bộ Công an\n"
MAPPING = {"Công việc": "text", "mã": "number", "NƯỚC": "states", "Ai": "lead"}


def test_a_mapping_names_the_columns():
    (item,) = parse_table(written(MAPPED, "t.csv"), MAPPING).items
    assert (item.number, item.text, item.states, item.aside) == (
        "7.1", "Phê chuẩn CAT", ("LAO",), {"lead": "Bộ Công an"},
    )  # fmt: skip


def test_a_mapping_overrules_what_a_name_usually_means():
    text = "Text,Recommendation,State\nold words,Ratify CAT,Spain\n"
    (item,) = parse_table(written(text, "t.csv"), {"Text": "text"}).items
    assert item.text == "old words"


def test_a_mapping_may_leave_a_column_out():
    text = "No.,Recommendation,State\n1,Ratify CAT,Spain\n"
    (item,) = parse_table(written(text, "t.csv"), {"State": "ignore"}).items
    assert item.states == ()


def test_a_mapping_reaches_the_reading_process():
    facts = read_and_parse("t.csv", MAPPED.encode(), mapping=MAPPING)["facts"]
    assert [item["number"] for item in facts["items"]] == ["7.1"]


def test_a_mapping_is_for_tables_only():
    text = "United Nations\nA/HRC/30/9\nConcluding observations on the report of Sarovia\n1. It\n"
    found = parse_document(written(text, "t.txt"), {"Cột": "text"})
    assert found.kind is DocumentKind.CONCLUDING_OBSERVATIONS


@pytest.mark.parametrize(
    ("mapping", "message", "next_step"),
    [
        (
            {"Công việc": "words"},
            "“words” (for the column “Công việc”) is no field.",
            f"Use one of: {', '.join(FIELDS)}.",
        ),
        (
            {"Việc": "text"},
            "No row of the table names all the columns that were mapped.",
            "Compare their names with the table: “Mã”, “Công việc”, “Nước”, “Ai”.",
        ),
    ],
)
def test_a_mapping_that_does_not_fit(mapping: dict[str, str], message: str, next_step: str):
    with pytest.raises(InputProblem) as refused:
        parse_table(written(MAPPED, "t.csv"), mapping)
    assert (refused.value.message, refused.value.next_step) == (message, next_step)


@pytest.mark.parametrize("name", [*NAMES, *POSITIONS])
def test_names_stand_folded(name: str):
    assert fold_words(name) == name


def test_every_known_name_leads_to_a_field():
    assert set(NAMES.values()) <= set(FIELDS)


WORDS = st.text(st.sampled_from("abcdeê ,;\"'\n"), min_size=1, max_size=30).filter(
    lambda words: any(letter.isalpha() for letter in words)
)


@given(st.lists(WORDS, min_size=1, max_size=12))
def test_no_row_is_lost_in_silence(texts: list[str]):
    """Each row is an item or a finding, whatever the words."""
    rows = [("No.", "Recommendation", "Position"), *((n, t, "Noted") for n, t in enumerate(texts))]
    found = parse_document(read_bytes("t.xlsx", workbook(*rows)))
    refused = [finding for finding in found.findings if finding.code == "row.no_text"]
    assert len(found.items) + len(refused) == len(texts)
