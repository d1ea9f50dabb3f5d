"""Automatic numbering as Word keeps it: the number "6.1" stands in no paragraph's text.

Each list has a pattern of its own, "6.%1", in ``numbering.xml``; a program that reads only the
text of the paragraphs loses every number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

# Clear of the lists that python-docx's own template defines.
_FIRST_ID = 900


class WordLists:
    """The automatic lists of one Word document, one for each paragraph that opens a list."""

    def __init__(self, document: Document) -> None:
        self._numbering = document.part.numbering_part.element
        self._ids: dict[str, int] = {}

    def number(self, paragraph: Paragraph, sequence: str) -> None:
        """Let Word number ``paragraph`` in the list ``sequence``: "6" gives "6.1", "6.2" ..."""
        list_id = self._ids.get(sequence) or self._define(sequence)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{list_id}"/></w:numPr>'
            )
        )

    def _define(self, sequence: str) -> int:
        list_id = _FIRST_ID + len(self._ids)
        pattern = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{list_id}">'
            '<w:multiLevelType w:val="hybridMultilevel"/>'
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            f'<w:lvlText w:val="{sequence}.%1"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="1701" w:firstLine="0"/></w:pPr></w:lvl>'
            "</w:abstractNum>"
        )
        instance = parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{list_id}">'
            f'<w:abstractNumId w:val="{list_id}"/></w:num>'
        )
        # The schema wants every abstractNum before the first num.
        self._numbering.find(qn("w:num")).addprevious(pattern)
        self._numbering.append(instance)
        self._ids[sequence] = list_id
        return list_id
