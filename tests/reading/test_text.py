from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.core.errors import InputProblem
from upheld.core.findings import Finding
from upheld.reading.encoding import decode, looks_binary
from upheld.reading.limits import Limits
from upheld.reading.text import read_text

VIETNAMESE = (
    "Nhà nước bảo đảm quyền con người, quyền công dân; Khuyến nghị số 143.27 được chấp thuận."
)
TCVN3 = bytes.fromhex(
    "4e68b5206eaded6320"  # Nhà nước
    "62b66f20aeb66d20"  # bảo đảm
    "717579d26e20636f6e206e67adea69"  # quyền con người
)


def in_cp1258(text: str) -> bytes:
    """As older Windows stores it: letters with their hats composed, tones apart."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    pieces = []
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        hat = "".join(mark for mark in apart if mark not in tones)
        tone = "".join(mark for mark in apart if mark in tones)
        pieces.append(unicodedata.normalize("NFC", hat) + tone)
    return "".join(pieces).encode("cp1258")


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        (VIETNAMESE.encode(), VIETNAMESE, "UTF-8"),
        (b"\xef\xbb\xbf" + VIETNAMESE.encode(), VIETNAMESE, "UTF-8"),
        (VIETNAMESE.encode("utf-16"), VIETNAMESE, "UTF-16"),
        ("Recommendation 1".encode("utf-16-le"), "Recommendation 1", "UTF-16-LE"),
        (in_cp1258(VIETNAMESE), VIETNAMESE, "windows-1258"),
        (TCVN3, "Nhà nước bảo đảm quyền con người", "TCVN3"),
        ("Où l’État a déjà ratifié".encode("cp1252"), "Où l’État a déjà ratifié", "windows-1252"),
        ("São Tomé não".encode("cp1252"), "São Tomé não", "windows-1252"),
        (VIETNAMESE.encode()[:-1] + "é".encode()[:1], VIETNAMESE[:-1] + "\ufffd", "UTF-8"),
    ],
)
def test_letters_are_read_as_they_were_written(content: bytes, text: str, encoding: str) -> None:
    assert decode(content) == (text, encoding)


@given(st.text(min_size=1).filter(lambda text: "\x00" not in text and text[0] != "\ufeff"))
def test_utf8_is_always_read_as_utf8(text: str) -> None:
    assert decode(text.encode()) == (text, "UTF-8")


def test_an_encoding_that_was_guessed_is_a_finding() -> None:
    document = read_text("luat.txt", TCVN3)
    assert document.findings == (Finding("text.encoding", arguments={"encoding": "TCVN3"}),)


def test_lines_are_blocks_and_form_feeds_end_pages() -> None:
    document = read_text("report.txt", b"  A/HRC/90/7\n\n1.  Ratify\x0c2.  Accede\r\n\x0c")
    assert [(b.page, document.raw(b.span)) for b in document.blocks] == [
        (1, "A/HRC/90/7"), (1, "1.  Ratify"), (2, "2.  Accede"),
    ]  # fmt: skip
    assert len(document.pages) == 2


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(InputProblem) as refusal:
        read_text("long.txt", b"a\x0cb\x0cc", Limits(pages=2))
    arguments = {"name": "long.txt", "pages": 3, "limit": 2}
    assert refusal.value.findings == (Finding("file.too_many_pages", arguments=arguments),)


@pytest.mark.parametrize(
    ("content", "binary"),
    [
        (bytes(range(256)), True),
        (b"plain words\n" * 9, False),
        (VIETNAMESE.encode("utf-16"), False),
        (TCVN3, False),
    ],
)
def test_text_is_told_from_other_bytes(content: bytes, binary: bool) -> None:
    assert looks_binary(content) is binary
