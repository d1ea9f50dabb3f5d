"""Published lists in tables: the Index's workbook with its spelling, UPR Info's CSV."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
import xlsxwriter

from upheld.core.items import ItemKind
from upheld.core.positions import Position
from upheld.parsing.published import Published
from upheld.parsing.published_tables import read_table
from upheld.specimen.spreadsheets import upr_info

HEAD = [
    "Text",
    "Countries Concerned",
    "Reccomending Body",
    "Document Symbol",
    "Themes",
    "Affected Persons",
    "Sdgs",
    "Document Publication Date",
    "UPR Reccomending States",
    "UPR Position",
    "Type",
    "OHCHR Annotation Id",
    "UPR Session",
    "Regions Concerned",
]
ROW: list[Any] = [
    "Rural women 49.The Committee notes with concern the under-develop- ment",
    "- Viet Nam",
    "- CEDAW",
    "CEDAW/C/VNM/CO/8",
    "- Equality & non-discrimination\n- Land & property rights",
    "",
    "- 1.4 - Equal rights to economic resources\n- 16.3 - Promote the rule of law",
    46078,
    "",
    "",
    "- Concerns/Observations",
    "c2ce6f44-7ed4-457b-9e2f-eb89414c343c",
    "",
    "- Asia",
]


def workbook(*rows: list[Any]) -> bytes:
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content)
    sheet = book.add_worksheet("Export")
    for n, row in enumerate(rows):
        sheet.write_row(n, 0, row)
    book.close()
    return content.getvalue()


def records(found: dict[str, Any]) -> list[Published]:
    return [Published.from_dict(row) for row in found["rows"] if isinstance(row, dict)]


@pytest.mark.parametrize(
    "head",
    [
        HEAD,
        [name.replace("Recc", "Rec").replace("omm", "om") for name in HEAD],
        [f" {name.upper()} " for name in HEAD],
        [name.replace("Reccomending", "Recommending") for name in HEAD],
    ],
    ids=["as it is", "one letter less", "in capitals", "spelt right"],
)
def test_the_workbook_of_the_index(head):
    found = read_table("export.xlsx", workbook(["Results of a search"], head, ROW, [""] * 14))
    assert found["publisher"] == "uhri"
    [record] = records(found)
    assert (record.number, record.text) == (
        "49",
        "The Committee notes with concern the under-development",
    )
    assert record.printed == ROW[0]
    assert (record.states, record.body, record.day) == (("VNM",), "CEDAW", date(2026, 2, 25))
    assert record.kind is ItemKind.CONCERN
    assert record.labels == (
        ("theme", "Equality & non-discrimination"),
        ("theme", "Land & property rights"),
        ("sdg", "1.4"),
        ("sdg", "16.3"),
    )


def test_the_session_and_the_states_of_a_review():
    row = [*ROW]
    row[2], row[3], row[8], row[9] = "- UPR", "A/HRC/41/7", "- Chile\n- France", "Supported"
    row[12] = "39 Session"
    [record] = records(read_table("export.xlsx", workbook(HEAD, row)))
    assert (record.session, record.recommending) == (39, ("CHL", "FRA"))
    assert record.position is Position.SUPPORTED


def test_a_row_without_an_id_is_left():
    row = [*ROW]
    row[11] = ""
    assert read_table("export.xlsx", workbook(HEAD, row))["rows"] == [["row.no_id", 1, ""]]


def test_the_list_of_upr_info():
    content, truth = upr_info()
    found = read_table("list.csv", content)
    assert found["publisher"] == "upr_info"
    taken = records(found)
    assert [record.text for record in taken] == [item.text for item in truth.items]
    assert {record.states for record in taken} == {("XSP",)}
    assert len({record.key for record in taken}) == len(taken)


def test_two_equal_rows_are_two():
    head = "To,From,Text,Response,Issue,Session\n"
    row = '"Viet Nam","&#40;Unknown&#41;","Ratify the treaty","Accepted","Justice,Detention",5\n'
    first, second = records(read_table("list.csv", (head + row + row).encode()))
    assert (first.text, first.labels) == (second.text, second.labels)
    assert first.key != second.key
    assert first.labels == (("issue", "Justice"), ("issue", "Detention"))
    assert (first.unknown, first.session) == (("(Unknown)",), 5)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b"a,b\n1,2\n"),
        ("a.pdf", b"%PDF-1.4 x"),
        ("a.txt", b"words"),
        ("a.xlsx", workbook(["x"])),
    ],
)
def test_anything_else_is_nobodys_list(name, content):
    assert read_table(name, content) == {"publisher": None}
