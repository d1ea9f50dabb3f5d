"""Templates and styles: mirrored for right-to-left, nothing inline, nothing from elsewhere."""

from __future__ import annotations

import re

import pytest

from tests.house.sources import text_files

# Physical sides stay where they are when a page is mirrored for Arabic; logical ones follow.
PHYSICAL = re.compile(
    r"(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right)\b|(?:left|right)\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)\b)"
)
INLINE = re.compile(r"<style\b|\sstyle=|\son[a-z]+=|<script(?![^>]*\bsrc=)|javascript:", re.I)
ELSEWHERE = re.compile(
    r"<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)=[\"'](?:https?:)?//", re.I
)


def offences(pattern: re.Pattern[str], suffix: str) -> list[str]:
    return [
        f"{path}:{text.count(chr(10), 0, found.start()) + 1} {found.group().strip()}"
        for path, text in text_files()
        if path.startswith("src/upheld/") and path.endswith(suffix)
        for found in pattern.finditer(text)
    ]


def test_styles_are_logical() -> None:
    assert offences(PHYSICAL, ".css") == []


def test_nothing_is_inline() -> None:
    assert offences(INLINE, ".html") == []


@pytest.mark.parametrize("suffix", [".html", ".css"])
def test_nothing_comes_from_elsewhere(suffix: str) -> None:
    pattern = ELSEWHERE if suffix == ".html" else re.compile(r"url\([\"']?(?:https?:)?//|@import")
    assert offences(pattern, suffix) == []
