"""How far a workbook's sheets reach: one blank typed into the last cell makes a giant of a table.

The library that reads the cells lays out every cell between the first and the last, and room for as
many shared texts as the file announces. "XFD1048576" means 17 billion cells, so both are looked at
before.
"""

from __future__ import annotations

import re

from upheld.reading.archive import Archive
from upheld.reading.limits import Limits
from upheld.reading.problems import damaged, file_problem

_CELL = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d+)"')
_ANNOUNCED = re.compile(rb'<(?:\w+:)?sst\s[^>]*?\b(?:uniqueC|c)ount="(\d+)"[^>]*>')
_COUNTS = re.compile(rb'[cC]ount="(\d+)"')
_LETTERS = 26


def check_extent(archive: Archive, limits: Limits) -> None:
    """Unpack every part once and refuse what would be a giant; raises ``InputProblem``."""
    for part in archive.parts:
        if part.endswith("/"):
            continue
        content = archive.read(part)
        if part.startswith("xl/worksheets/"):
            _check_sheet(archive.name, content, limits)
        elif part.lower() == "xl/sharedstrings.xml":
            _check_texts(archive.name, content)
    archive.forget()


def _check_sheet(name: str, content: bytes, limits: Limits) -> None:
    rows: set[int] = set()
    columns: set[bytes] = set()
    for letters, number in _CELL.findall(content):
        rows.add(int(number[:10]))
        columns.add(letters)
    if not rows:
        return
    places = [_place(letters) for letters in columns]
    cells = (max(rows) - min(rows) + 1) * (max(places) - min(places) + 1)
    if cells > limits.cells:
        raise file_problem(
            "file.too_many_cells", name, cells=f"{cells:,}", limit=f"{limits.cells:,}"
        )


def _check_texts(name: str, content: bytes) -> None:
    announced = _ANNOUNCED.search(content)
    # Each text takes more than one byte: whoever announces more than that lies.
    if announced and max(map(int, _COUNTS.findall(announced[0]))) > len(content):
        raise damaged(name, ValueError("it announces more texts than it has"))


def _place(letters: bytes) -> int:
    """The column of its letters, from 1: "A" is 1, "AB" is 28."""
    place = 0
    for letter in letters:
        place = place * _LETTERS + letter - 64
    return place
