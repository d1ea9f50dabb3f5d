"""Word's styles: what a paragraph gets from "_ H_1_G" or "heading 2" without saying it itself.

A style takes from the style it is based on whatever it does not set. Asked for here: the list and
level, the heading level, bold, hidden, the size of type, and the font.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from upheld.reading.docx_xml import Element, W, flag, number_of, value_of

_DEEPEST = 40  # styles based on each other in a ring occur in damaged files
_BODY_LEVEL = 9  # outline level of running text
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
# Headings of the UN's own template, which carry no outline level: main title, chapter, levels.
_UN_HEADING = re.compile(r"_\s*H\s*_+\s*(M|Ch|1|2/3|4|5/6)_G")
_UN_LEVELS = {"M": 1, "Ch": 1, "1": 2, "2/3": 3, "4": 4, "5/6": 5}


@dataclass(frozen=True, slots=True)
class Style:
    """One style with everything it takes from its ancestors; None: nowhere set."""

    list_id: str | None = None
    level: int | None = None
    heading: int = 0
    bold: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    font: str = ""


_PLAIN = Style()


class Styles:
    """The styles of one document by their identifiers."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._known: dict[str, Style] = {}
        self.style_lists: dict[str, str] = {}
        self.default_paragraph = ""
        self.default_size = 10.0
        self.default_font = ""
        if root is None:
            return
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.default_font = font_name(defaults)
        size = None if defaults is None else defaults.find(W + "sz")
        if size is not None:
            self.default_size = number_of(size, "val") / 2
        for element in root.iterchildren(W + "style"):
            identifier = element.get(W + "styleId", "")
            self._elements[identifier] = element
            kind = element.get(W + "type")
            if kind == "paragraph" and flag(element, "default"):
                self.default_paragraph = identifier
            elif kind == "numbering":
                item = element.find(f"{W}pPr/{W}numPr/{W}numId")
                if item is not None:
                    self.style_lists[identifier] = item.get(W + "val", "")

    def style(self, identifier: str) -> Style:
        """The style with its ancestors; a style that does not exist sets nothing."""
        if identifier not in self._known:
            self._known[identifier] = self._resolve(identifier)
        return self._known[identifier]

    def _resolve(self, identifier: str) -> Style:
        chain: list[Element] = []
        while identifier in self._elements and len(chain) < _DEEPEST:
            element = self._elements[identifier]
            chain.append(element)
            identifier = value_of(element, "basedOn")
        style = _PLAIN
        for element in reversed(chain):
            style = _layer(style, element)
        return style


def _layer(under: Style, element: Element) -> Style:
    """What ``element`` sets, and below it what ``under`` has set."""
    list_id, level, heading = under.list_id, under.level, under.heading
    paragraph = element.find(W + "pPr")
    outline = None if paragraph is None else paragraph.find(W + "outlineLvl")
    by_name = _heading_by_name(value_of(element, "name"))
    if outline is not None:
        heading = heading_level(outline)
    elif by_name:
        heading = by_name
    if paragraph is not None:
        item = paragraph.find(f"{W}numPr/{W}numId")
        index = paragraph.find(f"{W}numPr/{W}ilvl")
        list_id = list_id if item is None else item.get(W + "val")
        level = level if index is None else number_of(index, "val")
    run = element.find(W + "rPr")
    bold = switch(run, "b")
    hidden = switch(run, "vanish")
    size = None if run is None else run.find(W + "sz")
    return Style(
        list_id,
        level,
        heading,
        under.bold if bold is None else bold,
        under.hidden if hidden is None else hidden,
        under.size if size is None else number_of(size, "val") / 2,
        font_name(run) or under.font,
    )


def heading_level(outline: Element) -> int:
    """The heading level from 1 of an outline level from 0; 0 for running text."""
    value = number_of(outline, "val")
    return 0 if value >= _BODY_LEVEL else value + 1


def switch(properties: Element | None, name: str) -> bool | None:
    """On, off, or not said."""
    if properties is None:
        return None
    element = properties.find(W + name)
    return None if element is None else flag(element)


def font_name(properties: Element | None) -> str:
    """The font of Latin letters, "" where none is named."""
    fonts = None if properties is None else properties.find(W + "rFonts")
    return "" if fonts is None else fonts.get(W + "ascii", "")


def _heading_by_name(name: str) -> int:
    heading = _HEADING.fullmatch(name)
    if heading:
        return int(heading[1])
    template = _UN_HEADING.fullmatch(name.strip())
    return _UN_LEVELS[template[1]] if template else 0
