"""The raw XML of a Word file: names, values and switches of WordprocessingML.

``<w:b/>`` is on, ``<w:b w:val="0"/>`` is off, ``<w:numId w:val="11"/>`` has the value "11".
"""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off"})
_MOST_DIGITS = 9


def flag(element: Element | None, attribute: str = "val") -> bool:
    """Whether a switch is on: present without a value, or with one that does not say off."""
    if element is None:
        return False
    default = "1" if attribute == "val" else "0"
    return element.get(W + attribute, default).lower() not in _OFF


def value_of(element: Element, child: str) -> str:
    """The value of a child element, "" where there is none."""
    found = element.find(W + child)
    return "" if found is None else found.get(W + "val", "")


def number_of(element: Element, attribute: str) -> int:
    """The whole number in an attribute, 0 where it is none."""
    text = element.get(W + attribute, "")
    digits = text.removeprefix("-")
    if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS:
        return int(text)
    return 0
