"""The raw XML of a Word file: names, values and switches of WordprocessingML.

``<w:b/>`` is on, ``<w:b w:val="0"/>`` is off, ``<w:numId w:val="11"/>`` has the value "11".
Entities, external definitions and the network are switched off, whatever the file asks for.
"""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from upheld.reading.archive import Archive
from upheld.reading.problems import damaged

Element: TypeAlias = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# "Strict" files, which Word also writes, use other names for the same elements.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFF = frozenset({"0", "false", "off"})
_MOST_DIGITS = 9


def parse_part(archive: Archive, part: str) -> Element | None:
    """The root element of one part, None where the archive has no such part."""
    if part not in archive:
        return None
    content = archive.read(part).replace(_STRICT, _USUAL)
    return parse_xml(archive.name, content)


def parse_xml(name: str, content: bytes) -> Element:
    """The root element of an XML file; raises ``InputProblem`` where it is not well formed."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name, error) from error


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
