"""Footnotes, endnotes, headers and footers of a Word file.

"1<tab>The recommendation as read during the interactive dialogue: …" is printed at the foot of the
page; in the Document it stands behind the paragraph that carries its mark. Notes are numbered in
the order in which they are referred to.
"""

from __future__ import annotations

from upheld.reading.docx_xml import Element, W, number_of, value_of
from upheld.reading.numerals import numeral

_RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Notes:
    """The notes of one kind ("footnote" or "endnote") and the number that comes next."""

    def __init__(self, kind: str, root: Element | None, document: Element) -> None:
        self._notes: dict[str, Element] = {}
        self._format = "decimal" if kind == "footnote" else "lowerRoman"
        self._next = 1
        for properties in document.iter(f"{W}{kind}Pr"):
            self._format = value_of(properties, "numFmt") or self._format
            start = properties.find(W + "numStart")
            if start is not None:
                self._next = number_of(start, "val")
            break
        if root is not None:
            for note in root.iterchildren(W + kind):
                if note.get(W + "type", "normal") == "normal":
                    self._notes[note.get(W + "id", "")] = note

    def take(self, identifier: str) -> tuple[str, Element] | None:
        """The printed mark and the content of a note; each note is printed once."""
        note = self._notes.pop(identifier, None)
        if note is None:
            return None
        # A note without its own number carries a mark that was typed: "*".
        automatic = any(True for _ in note.iter(W + "footnoteRef", W + "endnoteRef"))
        if not automatic:
            return "", note
        mark = numeral(self._next, self._format)
        self._next += 1
        return mark, note


def furniture_parts(document: Element, related: dict[str, tuple[str, str]]) -> list[str]:
    """The parts that hold headers and footers, in the order of the sections that use them."""
    parts: list[str] = []
    for reference in document.iter(W + "headerReference", W + "footerReference"):
        _, part = related.get(reference.get(_RELATIONSHIP, ""), ("", ""))
        if part and part not in parts:
            parts.append(part)
    return parts
