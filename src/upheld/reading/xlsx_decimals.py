"""The decimals that a workbook shows: "143.10", where the cell itself holds only the number 143.1.

Whoever types the number of a recommendation into a spreadsheet and asks for two decimals sees
143.10; read as a bare number it would be 143.1, another recommendation. Only fixed formats ("0.00")
are followed; how many decimals a cell without a format shows is for the spreadsheet to say.
Source of the built-in formats: ECMA-376, part 1, 18.8.30.
"""

from __future__ import annotations

import io
import re

from lxml import etree

from upheld.reading.archive import Archive
from upheld.reading.office_parts import parse_part, relationships

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WORKBOOK = "xl/workbook.xml"
_BUILT_IN = {2: 2, 4: 2}
_FIXED = re.compile(r"[#,]*0\.(0+)(?:_.|\s)*")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


class Decimals:
    """The fixed decimals of a workbook's cells, sheet by sheet."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._styles = _fixed_styles(archive)
        self._parts: dict[str, str] = {}
        workbook = parse_part(archive, _WORKBOOK) if self._styles else None
        if workbook is not None:
            related = relationships(archive, _WORKBOOK)
            for sheet in workbook.iter(_S + "sheet"):
                _, part = related.get(sheet.get(_R, ""), ("", ""))
                self._parts[sheet.get("name", "")] = part

    def of_sheet(self, name: str) -> dict[tuple[int, int], int]:
        """Row and column, both from 0, of the sheet's fixed cells → how many decimals they show."""
        part = self._parts.get(name, "")
        if part not in self._archive:
            return {}
        found: dict[tuple[int, int], int] = {}
        stream = io.BytesIO(self._archive.read(part))
        try:
            for _, cell in etree.iterparse(
                stream, tag=_S + "c", resolve_entities=False, no_network=True, load_dtd=False
            ):
                decimals = self._styles.get(cell.get("s", ""))
                place = _PLACE.fullmatch(cell.get("r", "")) if decimals else None
                if decimals and place:
                    found[int(place[2]) - 1, _column(place[1])] = decimals
                cell.clear()
        except etree.XMLSyntaxError:
            return found  # the values were read; how they look is the smaller loss
        return found


def _fixed_styles(archive: Archive) -> dict[str, int]:
    """The styles of cells, by their place in the list, that show fixed decimals."""
    root = parse_part(archive, "xl/styles.xml")
    if root is None:
        return {}
    formats = dict(_BUILT_IN)
    for item in root.iter(_S + "numFmt"):
        match = _FIXED.fullmatch(item.get("formatCode", "").partition(";")[0])
        if match and item.get("numFmtId", "").isdecimal():
            formats[int(item.get("numFmtId", ""))] = len(match[1])
    styles: dict[str, int] = {}
    cells = root.find(_S + "cellXfs")
    for index, style in enumerate(() if cells is None else cells):
        identifier = style.get("numFmtId", "")
        if identifier.isdecimal() and int(identifier) in formats:
            styles[str(index)] = formats[int(identifier)]
    return styles


def _column(letters: str) -> int:
    """The column from 0 of its letters: "A" → 0, "AB" → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
