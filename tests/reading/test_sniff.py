from __future__ import annotations

import pytest

from tests.reading import made_files
from tests.reading.made_files import packed
from upheld.core.errors import InputProblem
from upheld.core.findings import Finding
from upheld.reading.limits import Limits
from upheld.reading.sniff import FileFormat, mislabelled, recognise

LIMITS = Limits()


def ole(stream: str) -> bytes:
    """The head of an old Office file whose directory names one stream."""
    head = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    head[30:32] = (9).to_bytes(2, "little")
    return (
        bytes(head)
        + "Root Entry".encode("utf-16-le")
        + bytes(20)
        + (stream.encode("utf-16-le") + bytes(200))
    )


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.pdf", made_files.pdf(), FileFormat.PDF),
        ("mail.bin", b"From: someone\n\n" + made_files.pdf(), FileFormat.PDF),
        ("a.docx", made_files.report_docx(), FileFormat.DOCX),
        ("no ending", made_files.xlsx([["a"]]), FileFormat.XLSX),
        ("a.xls", ole("Workbook"), FileFormat.XLS),
        (
            "a.ods",
            packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
            FileFormat.ODS,
        ),
        ("a.pdf", b"<!DOCTYPE html><html><p>Not found", FileFormat.HTML),
        ("a.txt", b"\xef\xbb\xbf<html>", FileFormat.HTML),
        ("a.json", b' [{"a": 1}]', FileFormat.JSON),
        ("a", b'{"a": 1}', FileFormat.JSON),
        ("a.txt", b"[To be completed]", FileFormat.TXT),
        ("a.csv", b"a;b\n", FileFormat.CSV),
        ("a.txt", "Quyền con người".encode("utf-16"), FileFormat.TXT),
        ("BM.txt", b"BM is how this sentence begins.", FileFormat.TXT),
    ],
)
def test_the_content_tells_the_format(name: str, content: bytes, found: FileFormat) -> None:
    assert recognise(name, content, LIMITS) is found


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        (b"", Finding("file.empty", arguments={"name": "f"})),
        (b" \r\n\x00", Finding("file.empty", arguments={"name": "f"})),
        (
            ole("WordDocument"),
            Finding("file.save_as_docx", arguments={"name": "f", "found": "DOC"}),
        ),
        (ole("EncryptedPackage"), Finding("file.encrypted", arguments={"name": "f"})),
        (
            ole("PowerPoint Document"),
            Finding("file.unsupported", arguments={"name": "f", "found": "PPT"}),
        ),
        (ole("Anything"), Finding("file.unsupported", arguments={"name": "f", "found": "OLE"})),
        (b"{\\rtf1 x}", Finding("file.save_as_docx", arguments={"name": "f", "found": "RTF"})),
        (
            packed({"mimetype": b"application/vnd.oasis.opendocument.text"}),
            Finding("file.save_as_docx", arguments={"name": "f", "found": "ODT"}),
        ),
        (
            packed({"photo.jpg": b"x"}),
            Finding("file.unsupported", arguments={"name": "f", "found": "ZIP"}),
        ),
        (
            b"\x89PNG\r\n\x1a\n" + bytes(99),
            Finding("file.picture", arguments={"name": "f", "found": "PNG"}),
        ),
        (
            b"MZ" + bytes(99),
            Finding("file.unsupported", arguments={"name": "f", "found": "EXE"}),
        ),
        (
            bytes(range(1, 256)),
            Finding("file.unsupported", arguments={"name": "f", "found": "?"}),
        ),
        (
            b"<?xml version='1.0'?><feed/>",
            Finding("file.unsupported", arguments={"name": "f", "found": "XML"}),
        ),
    ],
)
def test_what_cannot_be_read_is_named(content: bytes, finding: Finding) -> None:
    with pytest.raises(InputProblem) as refusal:
        recognise("f", content, LIMITS)
    assert refusal.value.findings == (finding,)
    assert refusal.value.next_step == finding.next_step


@pytest.mark.parametrize(
    ("name", "found", "wrong"),
    [
        ("report.pdf", FileFormat.HTML, True),
        ("report.PDF", FileFormat.PDF, False),
        ("table.csv", FileFormat.TXT, False),
        ("table.xls", FileFormat.XLSX, False),
        ("report", FileFormat.PDF, False),
        ("report.26", FileFormat.PDF, False),
    ],
)
def test_a_name_is_held_against_the_content(name: str, found: FileFormat, wrong: bool) -> None:
    finding = Finding("file.mislabelled", arguments={"name": name, "found": found.upper()})
    assert mislabelled(name, found) == (finding if wrong else None)
