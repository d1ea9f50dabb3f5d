"""The parts of an Office file and how they refer to each other.

"word/document.xml" refers by "rId7" to "word/numbering.xml"; which name stands for what is written
in "word/_rels/document.xml.rels". Entities, external definitions and the network are switched off,
whatever a part asks for.
"""

from __future__ import annotations

import re

from lxml import etree

from upheld.reading.archive import Archive
from upheld.reading.problems import damaged

# "Strict" files, which Word also writes, use other names for the same elements.
_STRICT = re.compile(
    rb"http://purl\.oclc\.org/ooxml/"
    rb"(?:(wordprocessingml|spreadsheetml)/main|officeDocument/relationships)\b"
)
_USUAL = b"http://schemas.openxmlformats.org/"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def parse_part(archive: Archive, part: str) -> etree._Element | None:
    """The root element of one part, None where the archive has no such part."""
    if part not in archive:
        return None
    return parse_xml(archive.name, _STRICT.sub(_usual_name, archive.read(part)))


def parse_xml(name: str, content: bytes) -> etree._Element:
    """The root element of an XML file; raises ``InputProblem`` where it is not well formed."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name, error) from error


def _usual_name(strict: re.Match[bytes]) -> bytes:
    if strict[1]:
        return _USUAL + strict[1] + b"/2006/main"
    return _USUAL + b"officeDocument/2006/relationships"


def relationships(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """The parts that ``part`` refers to: identifier → (kind, name of the part)."""
    folder, _, file_name = part.rpartition("/")
    root = parse_part(archive, f"{folder}/_rels/{file_name}.rels".lstrip("/"))
    if root is None:
        return {}
    found: dict[str, tuple[str, str]] = {}
    for item in root.iterchildren(_PACKAGE + "Relationship"):
        if item.get("TargetMode") == "External":
            continue
        kind = item.get("Type", "").rpartition("/")[2]
        found[item.get("Id", "")] = (kind, _resolve(folder, item.get("Target", "")))
    return found


def _resolve(folder: str, target: str) -> str:
    """The name of a part from a target such as "../customXml/item1.xml" or "/word/header1.xml"."""
    if target.startswith("/"):
        return target.lstrip("/")
    names = [name for name in folder.split("/") if name]
    for name in target.split("/"):
        if name == "..":
            names = names[:-1]
        elif name not in ("", "."):
            names.append(name)
    return "/".join(names)
