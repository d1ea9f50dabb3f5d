"""Tables on their way out: what is written can be read back, and nothing in it runs."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date

import docx
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from upheld.writing.csv import stream_csv, write_csv
from upheld.writing.docx import write_docx
from upheld.writing.formula import guard_formula, unguard_formula
from upheld.writing.json import write_json
from upheld.writing.package import settle_package
from upheld.writing.pdf import write_pdf
from upheld.writing.table import Cell, Column, Table, writable
from upheld.writing.write import FORMATS, write_table
from upheld.writing.xlsx import LONGEST_TEXT, MOST_ROWS, write_xlsx

COLUMNS = (
    Column("number", "Số", 10),
    Column("text", "Nội dung khuyến nghị", 60),
    Column("states", "Nước khuyến nghị"),
    Column("issued", "Ngày"),
)
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("140.10", "Phê chuẩn Công ước; ghi nhận “ưu tiên”", ("Pháp", "Đức"), date(2024, 3, 26)),
    ("140.11", "=HYPERLINK(1)", (), None),
    (12, "two\nlines", ("Kenya",), None),
)


def table(rows: object = ROWS, **changes: object) -> Table:
    given_fields = {"title": "Khuyến nghị", "source": "A/HRC/56/920\nUpheld", "language": "vi"}
    return Table(columns=COLUMNS, rows=rows, **{**given_fields, **changes})


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_sheets(content: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_csv_opens_in_excel_with_its_letters_and_without_its_formulas() -> None:
    content = write_csv(table())
    assert content.startswith("\ufeffSố,Nội dung khuyến nghị,Nước khuyến nghị,Ngày\r\n".encode())
    assert read_csv(content)[1:] == [
        ["140.10", "Phê chuẩn Công ước; ghi nhận “ưu tiên”", "Pháp; Đức", "2024-03-26"],
        ["140.11", "'=HYPERLINK(1)", "", ""],
        ["12", "two\nlines", "Kenya", ""],
    ]


def test_csv_of_no_rows_has_its_head() -> None:
    assert read_csv(write_csv(table(rows=()))) == [[column.label for column in COLUMNS]]


def test_csv_takes_its_rows_one_by_one() -> None:
    taken: list[int] = []

    def rows():
        for number in range(3):
            taken.append(number)
            yield (number, "", (), None)

    pieces = stream_csv(table(rows=rows()))
    next(pieces)
    assert taken == [0]


@pytest.mark.parametrize("start", ["=1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_what_a_spreadsheet_would_run_is_guarded(start: str) -> None:
    assert guard_formula(start) == "'" + start


@given(st.text())
def test_a_guarded_text_can_always_be_had_back(text: str) -> None:
    assert unguard_formula(guard_formula(text)) == text


@given(st.text())
def test_no_guarded_text_begins_as_a_formula(text: str) -> None:
    assert guard_formula(text)[:1] not in {"=", "+", "-", "@", "\t", "\r"}


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=4))
def test_csv_gives_back_every_text(texts: list[str]) -> None:
    rows = [(number, text, (), None) for number, text in enumerate(texts)]
    read = read_csv(write_csv(table(rows=rows)))[1:]
    assert [unguard_formula(row[1]) for row in read] == [writable(text) for text in texts]


def test_json_keeps_kinds_keys_and_letters() -> None:
    content = write_json(table())
    assert "Phê chuẩn".encode() in content
    data = json.loads(content)
    assert data["rows"] == [
        {
            "number": "140.10",
            "text": "Phê chuẩn Công ước; ghi nhận “ưu tiên”",
            "states": ["Pháp", "Đức"],
            "issued": "2024-03-26",
        },
        {"number": "140.11", "text": "=HYPERLINK(1)", "states": [], "issued": None},
        {"number": 12, "text": "two\nlines", "states": ["Kenya"], "issued": None},
    ]
    assert (data["title"], data["source"]) == ("Khuyến nghị", "A/HRC/56/920\nUpheld")
    assert data["columns"][1] == {"key": "text", "label": "Nội dung khuyến nghị"}


def test_json_of_no_rows_is_json() -> None:
    assert json.loads(write_json(table(rows=())))["rows"] == []


def test_a_workbook_holds_the_rows_and_says_where_they_come_from() -> None:
    sheets = read_sheets(write_xlsx(table()))
    assert sheets == {
        "Khuyến nghị": [
            [column.label for column in COLUMNS],
            [
                "140.10",
                "Phê chuẩn Công ước; ghi nhận “ưu tiên”",
                "Pháp; Đức",
                date(2024, 3, 26),
            ],
            ["140.11", "=HYPERLINK(1)", "", ""],
            [12.0, "two\nlines", "Kenya", ""],
        ],
        "About": [["Khuyến nghị"], ["A/HRC/56/920"], ["Upheld"]],
    }


def test_nothing_in_a_workbook_is_a_formula_or_a_link() -> None:
    rows = [("=1+1", "https://example.org", ("+1",), None), ("{=SUM(A1)}", "mailto:a@b", (), None)]
    with zipfile.ZipFile(io.BytesIO(write_xlsx(table(rows=rows)))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert ("<f>" in sheet, "hyperlink" in sheet) == (False, False)


def test_the_head_of_a_workbook_is_frozen_and_wraps() -> None:
    with zipfile.ZipFile(io.BytesIO(write_xlsx(table()))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
        styles = package.read("xl/styles.xml").decode()
    assert '<pane ySplit="1"' in sheet
    assert 'wrapText="1"' in styles


def test_a_text_that_no_cell_can_hold_is_cut_and_the_cut_is_said() -> None:
    sheets = read_sheets(write_xlsx(table(rows=[("1", "a" * (LONGEST_TEXT + 1), (), None)])))
    text = sheets["Khuyến nghị"][1][1]
    assert (len(str(text)), str(text)[-4:]) == (LONGEST_TEXT, " […]"[-4:])
    assert sheets["About"][-1] == [f"1 × […] ({LONGEST_TEXT})"]


def test_more_rows_than_a_sheet_holds_are_refused() -> None:
    rows = (("1", "", (), None) for _ in range(MOST_ROWS + 1))
    columns = (Column("number", "No."),)
    with pytest.raises(ValueError, match="at most"):
        write_xlsx(Table("Rows", columns, (row[:1] for row in rows), ""))


@pytest.mark.parametrize(
    ("title", "name"),
    [("A/HRC/56/920: list?", "A HRC 56 920  list"), ("'x'", "x"), ("", "Rows"), ("About", "Rows")],
)
def test_a_sheet_gets_a_name_that_excel_allows(title: str, name: str) -> None:
    assert next(iter(read_sheets(write_xlsx(table(title=title))))) == name


def test_a_pdf_shows_vietnamese_with_all_its_marks() -> None:
    text = "Bảo đảm quyền của người khuyết tật: ữ ỗ ặ ợ ẫ Đ ư"
    with pypdfium2.PdfDocument(write_pdf(table(rows=[("1", text, ("Lào",), None)]))) as pdf:
        printed = pdf[0].get_textpage().get_text_bounded()
    assert text in printed.replace("\r\n", " ")


def test_a_pdf_repeats_its_head_on_every_page() -> None:
    rows = [(number, "Phê chuẩn Công ước", ("Pháp",), None) for number in range(120)]
    with pypdfium2.PdfDocument(write_pdf(table(rows=rows))) as pdf:
        printed = [page.get_textpage().get_text_bounded() for page in pdf]
    assert len(printed) > 1
    assert [text.count("Nước khuyến nghị") for text in printed] == [1] * len(printed)
    assert [f"{number} / {len(printed)}" in text for number, text in enumerate(printed, 1)] == [
        True
    ] * len(printed)


def test_no_text_is_markup_for_the_typesetter() -> None:
    text = '#import "x" $a$ *b* \\ @c <d> // e'
    with pypdfium2.PdfDocument(write_pdf(table(rows=[("1", text, (), None)]))) as pdf:
        assert text in pdf[0].get_textpage().get_text_bounded().replace("\r\n", " ")


@pytest.mark.parametrize(("language", "day"), [("vi", "03/06/2027"), ("en", "3 June 2027")])
def test_people_read_days_in_their_form_and_programs_as_iso(language: str, day: str) -> None:
    due = table(rows=[("1", "Act", ("Lào",), date(2027, 6, 3))], language=language)
    word = docx.Document(io.BytesIO(write_docx(due)))
    assert word.tables[0].rows[1].cells[3].text == day
    with pypdfium2.PdfDocument(write_pdf(due)) as pdf:
        assert day in pdf[0].get_textpage().get_text_bounded().replace("\r\n", " ")
    assert read_csv(write_csv(due))[1][3] == "2027-06-03"
    assert read_sheets(write_xlsx(due))["Khuyến nghị"][1][3] == date(2027, 6, 3)


def test_a_word_table_repeats_its_head_and_holds_the_rows() -> None:
    word = docx.Document(io.BytesIO(write_docx(table())))
    (grid,) = word.tables
    assert [[cell.text for cell in row.cells] for row in grid.rows][1:] == [
        ["140.10", "Phê chuẩn Công ước; ghi nhận “ưu tiên”", "Pháp; Đức", "26/03/2024"],
        ["140.11", "=HYPERLINK(1)", "", ""],
        ["12", "two\nlines", "Kenya", ""],
    ]
    assert len(grid.rows[0]._tr.xpath("w:trPr/w:tblHeader")) == 1
    assert [paragraph.text for paragraph in word.paragraphs] == [
        "Khuyến nghị",
        "A/HRC/56/920",
        "Upheld",
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_table_gives_the_same_bytes(name: str) -> None:
    assert write_table(table(), name) == write_table(table(), name)


@pytest.mark.parametrize("name", FORMATS)
def test_no_character_stops_an_export(name: str) -> None:
    odd = "null \x00 bell \x07 escape \x1b half \ud83d tag \U000e0041 end"
    assert write_table(table(rows=[(odd, odd, (odd,), None)]), name) != b""


def test_a_settled_package_holds_the_same_entries_without_their_time() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(zipfile.ZipInfo("b", (2024, 1, 1, 0, 0, 0)), "second letter")
        package.writestr(zipfile.ZipInfo("a", (2025, 1, 1, 0, 0, 0)), "first letter")
    with zipfile.ZipFile(io.BytesIO(settle_package(made.getvalue(), compress=False))) as package:
        entries = [(entry.filename, entry.date_time[0]) for entry in package.infolist()]
        assert entries == [("b", 1980), ("a", 1980)]
        assert package.read("a") == b"first letter"
