"""The numbers that a browser prints before the items of a list: ``<ol type="a" start="3">`` → "c.".

They stand in no text of the page. An item may set its own number (``<li value="7">``); what follows
counts on. Lists without numbers print nothing here: their dots say nothing.
"""

from __future__ import annotations

import re

from lxml import etree

from upheld.reading.numerals import numeral

_TYPES = {
    "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal",
}  # fmt: skip
_STYLES = {
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero", "decimal": "decimal", "none": "none",
}  # fmt: skip
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_WHOLE = re.compile(r"\s*(-?\d{1,9})\s*")


class ListCounter:
    """How far each numbered list of the page has counted."""

    def __init__(self) -> None:
        self._next: dict[etree._Element, int] = {}

    def next_label(self, item: etree._Element) -> str:
        """The number printed before a ``<li>``, "" where its list has none."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return ""
        number_format = _format(item) or _format(parent) or "decimal"
        number = _whole(item.get("value"), self._next.get(parent, _whole(parent.get("start"), 1)))
        self._next[parent] = number + 1
        text = numeral(number, number_format)
        return f"{text}." if text else ""


def _format(element: etree._Element) -> str:
    style = _STYLE.search(element.get("style", ""))
    if style:
        return _STYLES.get(style[1].lower(), "")
    return _TYPES.get(element.get("type", ""), "")


def _whole(text: str | None, otherwise: int) -> int:
    match = _WHOLE.fullmatch(text or "")
    return int(match[1]) if match else otherwise
