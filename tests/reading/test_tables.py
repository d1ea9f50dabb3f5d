"""Tables as files: CSV, JSON and workbooks."""

from __future__ import annotations

import datetime
import io
import json
import zipfile

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from tests.reading import made_files
from upheld.core.document import BlockKind, Document
from upheld.core.errors import InputProblem
from upheld.core.findings import Finding
from upheld.reading.csv import read_csv, separator
from upheld.reading.json import read_json
from upheld.reading.xlsx import read_workbook


def rows(document: Document) -> list[list[str]]:
    return [
        [document.raw(cell) for cell in block.cells]
        for block in document.blocks
        if block.kind is BlockKind.TABLE_ROW
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Number,Text\n1,Ratify\n2,Accede\n", ","),
        ("Số;Khuyến nghị;Cơ quan\n1;Ratify, accede;A\n2;x, y, z;B\n", ";"),
        ("a\tb\n1\t2, 3\n", "\t"),
        ("sep=;\na;b\n", ";"),
        ('a|"b;c"\n1|2\n', "|"),
        ("one column\nand no more\n", ","),
    ],
)
def test_the_separator_makes_the_most_rows_of_one_width(text: str, found: str) -> None:
    assert separator(text) == found


def test_cells_may_hold_separators_and_lines() -> None:
    document = read_csv("a.csv", 'Số,Text\r\n1,"Ratify, then\naccede ""soon"""\r\n\r\n'.encode())
    assert rows(document) == [["Số", "Text"], ["1", 'Ratify, then\naccede "soon"']]
    assert document.format == "csv"


def test_a_short_row_is_a_finding() -> None:
    document = read_csv("a.csv", b"a,b,c\n1,2,3\n1,2\n")
    place = {"row": 3, "cells": 2, "columns": 3}
    assert document.findings == (Finding("row.too_short", arguments=place),)


CELLS = st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=9).map(str.strip)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=2, max_size=9))
def test_what_was_written_with_commas_is_read_back(table: list[tuple[str, str, str]]) -> None:
    table = [("a", "b", "c"), *(("x" + first, *rest) for first, *rest in table)]
    quoted = "\n".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table
    )
    assert rows(read_csv("a.csv", quoted.encode())) == [list(row) for row in table]


def test_a_list_of_objects_is_a_table() -> None:
    records = [
        {"Text": "Ratify", "Themes": ["Treaties", "Torture"], "state": {"code": "VNM"}, "n": 1},
        {"Text": "Accede", "links": [{"id": 1, "t": "a"}, {"id": 2, "t": "b"}], "ok": True},
    ]
    expected = [
        ["Text", "Themes", "state.code", "n", "links.id", "links.t", "ok"],
        ["Ratify", "Treaties\nTorture", "VNM", "1", "", "", ""],
        ["Accede", "", "", "", "1\n2", "a\nb", "true"],
    ]
    for shape in (
        json.dumps(records),
        json.dumps({"count": 2, "data": records}),
        "\n".join(map(json.dumps, records)),
    ):
        assert rows(read_json("a.json", shape.encode())) == expected


def test_an_object_that_is_no_table_is_key_and_value() -> None:
    assert rows(read_json("a.json", b'{"symbol": "A/HRC/90/7", "none": null}')) == [
        ["key", "value"], ["symbol", "A/HRC/90/7"], ["none", ""],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"a": ', "file.damaged"),
        (b"[" * 100_000, "file.damaged"),
        (b"[]", "file.no_words"),
    ],
)
def test_json_that_is_none_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(InputProblem) as refusal:
        read_json("a.json", content)
    assert [finding.code for finding in refusal.value.findings] == [code]


def test_a_workbook_is_read_sheet_by_sheet() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        plan, secret, last = map(book.add_worksheet, ("Kế hoạch", "Lists", "Notes"))
        secret.hide()
        secret.write(0, 0, "never seen")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        plan.write_row(2, 1, ["Số", "Khuyến nghị", "Hạn"])
        plan.merge_range(3, 1, 4, 1, "143.27")
        plan.write_row(3, 2, ["Ratify"])
        plan.write_datetime(3, 3, datetime.datetime(2026, 5, 7), day)
        plan.write_row(4, 2, ["Accede", 12.0, 1.5, True])
        last.write(0, 0, "Checked")
    document = read_workbook("plan.xlsx", stream.getvalue(), "xlsx")
    assert rows(document) == [
        ["Số", "Khuyến nghị", "Hạn"],
        ["143.27", "Ratify", "2026-05-07"],
        ["143.27", "Accede", "12", "1.5", "TRUE"],
        ["Checked"],
    ]
    assert document.text.count("143.27") == 1
    assert [block.page for block in document.blocks] == [1, 1, 1, 1, 2, 2]
    assert dict(document.properties) == {"sheets": "Kế hoạch\nNotes"}
    assert document.findings == (Finding("sheet.hidden", arguments={"sheet": "Lists"}),)


def test_fixed_decimals_are_printed() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        two = book.add_format({"num_format": "0.00"})
        three = book.add_format({"num_format": "#,##0.000_);(0.000)"})
        percent = book.add_format({"num_format": "0.00%"})
        sheet.write_row(0, 1, [143.1, 143], two)
        sheet.write(0, 3, 1.5, three)
        sheet.write(0, 4, 0.125, percent)
        sheet.write(0, 5, 143.1)
        sheet.write(0, 6, "143.10", two)
    document = read_workbook("plan.xlsx", stream.getvalue(), "xlsx")
    assert rows(document) == [["143.10", "143.00", "1.500", "0.125", "143.1", "143.10"]]


def test_a_blank_in_the_last_cell_does_not_make_a_giant() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "143.27")
        sheet.write(1_048_575, 16_383, " ")
    with pytest.raises(InputProblem) as refusal:
        read_workbook("plan.xlsx", stream.getvalue(), "xlsx")
    arguments = {"name": "plan.xlsx", "cells": "17,179,869,184", "limit": "5,000,000"}
    assert refusal.value.findings == (Finding("file.too_many_cells", arguments=arguments),)


def test_a_workbook_that_announces_too_many_texts_is_damaged() -> None:
    with zipfile.ZipFile(io.BytesIO(made_files.xlsx([["a"]]))) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    texts = parts["xl/sharedStrings.xml"]
    parts["xl/sharedStrings.xml"] = texts.replace(b'uniqueCount="1"', b'uniqueCount="4294967295"')
    with pytest.raises(InputProblem) as refusal:
        read_workbook("plan.xlsx", made_files.packed(parts), "xlsx")
    assert [finding.code for finding in refusal.value.findings] == ["file.damaged"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (made_files.xlsx([]), "file.no_words"),
        (made_files.xlsx([["a"]])[:-40], "file.damaged"),
        (made_files.packed({"xl/workbook.xml": b"<workbook"}), "file.damaged"),
    ],
)
def test_a_workbook_that_is_none_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(InputProblem) as refusal:
        read_workbook("a.xlsx", content, "xlsx")
    assert [finding.code for finding in refusal.value.findings] == [code]
