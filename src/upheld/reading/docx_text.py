"""The words of one Word paragraph as they are printed once all tracked changes are accepted.

Kept: text, inserted text, results of fields, content controls, links. Dropped: deleted and moved
text, hidden text, instructions of fields ("PAGEREF _Toc1"), raised footnote marks ("Spain¹" would
become "Spain1"). Set aside: footnotes, endnotes and text boxes, in the order they are met.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from upheld.reading.docx_styles import Style, Styles, font_name, switch
from upheld.reading.docx_xml import Element, W, flag, number_of, value_of
from upheld.reading.encoding import tcvn3_letters

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

# Wrappers whose content is printed as if they were not there.
_THROUGH = frozenset(
    W + name
    for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdt", "sdtContent",
                 "fldSimple", "dir", "bdo", "ruby", "rubyBase")
) | {
    _MC + "Choice", _MATH + "oMath", _MATH + "oMathPara",
}  # fmt: skip
_PICTURES = frozenset({W + "drawing", W + "pict", W + "object"})
_DELETED = frozenset({W + "del", W + "moveFrom"})
_INSERTED = frozenset({W + "ins", W + "moveTo"})
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}
# Fields that print the number of the page; in a header they would print one page's number for all.
PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")


# Fonts of the years before Unicode keep Vietnamese letters in the places of Western ones.
_TCVN3_FONT = ".Vn"
_TCVN3_CAPITALS = "H"  # .VnTimeH prints the small letters of .VnTime as capitals


class Look(NamedTuple):
    """How a run is set: bold, hidden, size in points, font."""

    bold: bool = False
    hidden: bool = False
    size: float = 0.0
    font: str = ""


_PLAIN = Look()


@dataclass(slots=True)
class Paragraph:
    """What one paragraph prints. ``breaks_before`` and ``breaks_after`` count page breaks."""

    pieces: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    letters: int = 0
    bold_letters: int = 0
    size: float = 0.0
    breaks_before: int = 0
    breaks_after: int = 0
    changes: int = 0
    old_font: bool = False

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    @property
    def bold(self) -> bool:
        """Nearly all letters are bold; a comma that somebody missed does not change the look."""
        return self.letters > 0 and self.bold_letters * 10 >= self.letters * 9


class ParagraphReader:
    """Reads paragraphs one after the other; remembers whether a page break was just ordered."""

    def __init__(self, styles: Styles, skipped_fields: tuple[str, ...] = ()) -> None:
        self._styles = styles
        self._skipped_fields = skipped_fields
        self._fields: list[_Field] = []
        self._forced = False

    def expect_forced_break(self) -> None:
        """A break was ordered before what follows; Word's own mark of it is no second one."""
        self._forced = True

    def read(self, element: Element, style: Style) -> Paragraph:
        """The printed content of a ``w:p``; ``style`` is its paragraph style."""
        paragraph = Paragraph()
        self._walk(element, paragraph, style)
        # A field whose end was lost must not swallow the rest of the document.
        self._fields.clear()
        return paragraph

    def _walk(self, element: Element, paragraph: Paragraph, style: Style) -> None:
        for child in element:
            tag = child.tag
            if tag == W + "r":
                self._run(child, paragraph, style)
            elif tag in _DELETED:
                paragraph.changes += 1
            elif tag == W + "fldSimple" and self._is_skipped(child.get(W + "instr", "")):
                continue
            elif tag in _THROUGH:
                paragraph.changes += tag in _INSERTED
                self._walk(child, paragraph, style)
            elif tag == _MC + "AlternateContent":
                self._alternative(child, paragraph, style)
            elif tag == _MATH + "r":
                for text in child.iterchildren(_MATH + "t"):
                    self._print(text.text or "", paragraph, _PLAIN)

    def _alternative(self, element: Element, paragraph: Paragraph, style: Style) -> None:
        """The same thing in a new and an old form: one of them is read."""
        choice = element.find(_MC + "Choice")
        chosen = choice if choice is not None else element.find(_MC + "Fallback")
        if chosen is not None:
            self._run_content(chosen, paragraph, style, _PLAIN)

    def _run(self, run: Element, paragraph: Paragraph, style: Style) -> None:
        properties = run.find(W + "rPr")
        look = self._look(properties, style)
        if look.hidden:
            # Fields live on in hidden runs: Word hides the instruction of an index entry.
            for sign in run.iterchildren(W + "fldChar", W + "instrText"):
                self._field_sign(sign)
            return
        self._run_content(run, paragraph, style, look)

    def _look(self, properties: Element | None, style: Style) -> Look:
        """What the run says itself, or else its style, or else its paragraph's style."""
        character = self._styles.style("" if properties is None else value_of(properties, "rStyle"))
        bold = switch(properties, "b")
        if bold is None:  # a bold character style inside a bold paragraph style prints light
            bold = bool(style.bold) != bool(character.bold)
        hidden = switch(properties, "vanish")
        if hidden is None:
            hidden = bool(style.hidden) != bool(character.hidden)
        own = None if properties is None else properties.find(W + "sz")
        if own is not None:
            size = number_of(own, "val") / 2
        else:
            size = character.size or style.size or self._styles.default_size
        font = font_name(properties) or character.font or style.font or self._styles.default_font
        return Look(bold, hidden, size, font)

    def _run_content(self, run: Element, paragraph: Paragraph, style: Style, look: Look) -> None:
        for child in run:
            tag = child.tag
            if tag == W + "t":
                self._print(child.text or "", paragraph, look)
            elif tag in _SIGNS:
                self._print(_SIGNS[tag], paragraph, look)
            elif tag in (W + "fldChar", W + "instrText"):
                self._field_sign(child)
            elif tag == W + "br":
                self._break(child, paragraph, look)
            elif tag == W + "lastRenderedPageBreak":
                self._page_break(paragraph, forced=False)
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                kind = "footnote" if tag == W + "footnoteReference" else "endnote"
                paragraph.notes.append((kind, child.get(W + "id", "")))
                if flag(child, "customMarkFollows"):
                    return  # what follows in this run is the mark itself: "*"
            elif tag == W + "sym":
                self._print(_symbol(child), paragraph, look)
            elif tag in _PICTURES:
                paragraph.boxes.extend(_text_boxes(child))
            elif tag == _MC + "AlternateContent":
                self._alternative(child, paragraph, style)
            elif tag in _THROUGH:
                self._walk(child, paragraph, style)
            elif tag == W + "r":
                self._run(child, paragraph, style)

    def _print(self, text: str, paragraph: Paragraph, look: Look) -> None:
        if self._fields and not all(item.printing for item in self._fields):
            return
        if look.font.startswith(_TCVN3_FONT) and not text.isascii():
            text = tcvn3_letters(text)
            text = text.upper() if look.font.endswith(_TCVN3_CAPITALS) else text
            paragraph.old_font = True
        paragraph.pieces.append(text)
        letters = sum(map(str.isalnum, text)) if text else 0
        if letters:
            self._forced = False
            paragraph.letters += letters
            paragraph.bold_letters += letters if look.bold else 0
            paragraph.size = paragraph.size or look.size

    def _break(self, element: Element, paragraph: Paragraph, look: Look) -> None:
        if element.get(W + "type") == "page":
            self._page_break(paragraph, forced=True)
        else:
            self._print("\n", paragraph, look)

    def _page_break(self, paragraph: Paragraph, *, forced: bool) -> None:
        """Count a page break; Word notes a forced break a second time where the page begins."""
        if not forced and self._forced:
            self._forced = False
            return
        self._forced = forced
        if paragraph.letters:
            paragraph.breaks_after += 1
        else:
            paragraph.breaks_before += 1

    def _field_sign(self, element: Element) -> None:
        if element.tag == W + "instrText":
            if self._fields and not self._fields[-1].separated:
                self._fields[-1].instruction += element.text or ""
            return
        match element.get(W + "fldCharType"):
            case "begin":
                self._fields.append(_Field())
            case "separate" if self._fields:
                self._fields[-1].separated = True
                skipped = self._is_skipped(self._fields[-1].instruction)
                self._fields[-1].printing = not skipped
            case "end" if self._fields:
                self._fields.pop()

    def _is_skipped(self, instruction: str) -> bool:
        words = instruction.split(maxsplit=1)
        return bool(words) and words[0].upper() in self._skipped_fields


@dataclass(slots=True)
class _Field:
    """A field that has begun: its instruction, and whether its printed result is being read."""

    instruction: str = ""
    separated: bool = False
    printing: bool = False


def _text_boxes(picture: Element) -> list[Element]:
    """The text boxes of a drawing; boxes inside boxes are met when the outer one is read."""
    boxes: list[Element] = []
    for box in picture.iter(W + "txbxContent"):
        for parent in box.iterancestors():
            if parent is picture:
                boxes.append(box)
                break
            if parent.tag in (W + "txbxContent", _MC + "Fallback"):
                break
    return boxes


def _symbol(element: Element) -> str:
    """A letter given by its code in a font; codes of picture fonts print a sign, not a word."""
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    return chr(code) if 0x20 <= code < 0xD800 else ""
