"""Footnotes of a Word file: a part of its own in the package, which python-docx does not write."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

# 0 and 1 are the lines that separate footnotes from the text.
_FIRST_ID = 2


class WordFootnotes:
    """The footnotes of one document, in the order of their marks."""

    def __init__(self) -> None:
        self._notes: list[tuple[str, str]] = []

    def mark(self, paragraph: Paragraph, text: str, sign: str = "") -> None:
        """Set the mark of a new footnote at the end of what ``paragraph`` holds so far.

        Word counts footnotes by itself; a ``sign`` ("*", as on first pages) is printed instead.
        """
        number = _FIRST_ID + len(self._notes)
        self._notes.append((text, sign))
        run = paragraph.add_run()
        run.font.superscript = True
        custom = ' w:customMarkFollows="1"' if sign else ""
        run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")}{custom} w:id="{number}"/>'))
        if sign:
            run.add_text(sign)

    def attach(self, document: Document) -> None:
        """Put the notes into the package; nothing where there are none."""
        if not self._notes:
            return
        notes = "".join(
            f'<w:footnote w:id="{number}"><w:p><w:r>{_printed(sign)}</w:r>'
            f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
            for number, (text, sign) in enumerate(self._notes, start=_FIRST_ID)
        )
        xml = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            f"<w:footnotes {nsdecls('w')}>"
            '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p>'
            "</w:footnote>"
            '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r>'
            "<w:continuationSeparator/></w:r></w:p></w:footnote>"
            f"{notes}</w:footnotes>"
        )
        part = Part(
            PackURI("/word/footnotes.xml"),
            CONTENT_TYPE.WML_FOOTNOTES,
            xml.encode("utf-8"),
            document.part.package,
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _printed(sign: str) -> str:
    return f"<w:t>{sign}</w:t>" if sign else "<w:footnoteRef/>"
