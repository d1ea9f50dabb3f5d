"""Small files of every format, written by hand, with exactly the trait that a test is about."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

import xlsxwriter
from PIL import Image

from tests.small_pdf import print_pdf

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_NAMES = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" xmlns:mc="{COMPATIBLE}" xmlns:wps="{SHAPES}"'
# Part of a Word file -> element at its root, kind of its relationship.
_PARTS = {
    "styles": ("styles", "styles"),
    "numbering": ("numbering", "numbering"),
    "footnotes": ("footnotes", "footnotes"),
    "endnotes": ("endnotes", "endnotes"),
    "header1": ("hdr", "header"),
    "header2": ("hdr", "header"),
    "footer1": ("ftr", "footer"),
}
ITEMS = (
    "140.1 Ratify the Optional Protocol to the Convention against Torture (France, Spain);",
    "140.2 Strengthen the independence of the national human rights institution (Germany);",
    "140.3 Adopt a national plan of action against trafficking in persons (Kenya).",
)


def pdf(paragraphs: Sequence[str] = ITEMS) -> bytes:
    """A PDF with text."""
    return print_pdf(paragraphs, header="A/HRC/90/7")


def docx(body: str, **parts: str) -> bytes:
    """A Word file: the XML inside its body, and inside other parts by name ("numbering")."""
    references = "".join(
        f'<Relationship Id="{part}" Type="{OFFICE}/{_PARTS[part][1]}" Target="{part}.xml"/>'
        for part in parts
    )
    files = {
        "[Content_Types].xml": "<Types xmlns="
        '"http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="d" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{references}'
        "</Relationships>",
    }
    for part, inside in parts.items():
        root = _PARTS[part][0]
        files[f"word/{part}.xml"] = f"<w:{root} {_NAMES}>{inside}</w:{root}>"
    return packed({name: text.encode() for name, text in files.items()})


def paragraph(text: str = "", *, properties: str = "", runs: str = "") -> str:
    """The XML of one paragraph: plain text, or runs as they are given."""
    plain = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{plain}{runs}</w:p>"


def numbered(text: str, list_id: int = 1, level: int = 0) -> str:
    """A paragraph that Word numbers."""
    number = f'<w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/>'
    return paragraph(text, properties=f"<w:numPr>{number}</w:numPr>")


def level(
    index: int, text: str, number_format: str = "decimal", start: int = 1, more: str = ""
) -> str:
    """The XML of one level of a list."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>'
        f'{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(
    *levels: str, lists: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
) -> str:
    """One definition (0) of a list with its levels, and the lists that use it."""
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{lists}'


def table(*rows: Sequence[str]) -> str:
    """A table: each cell is the XML inside its ``w:tc``."""
    return (
        "<w:tbl>"
        + "".join(
            "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows
        )
        + "</w:tbl>"
    )


def report_docx() -> bytes:
    """A Word report in small: numbered items, a table and a footnote."""
    items = "".join(numbered(item.partition(" ")[2]) for item in ITEMS)
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    return docx(
        paragraph("II. Conclusions and/or recommendations", runs=note)
        + items
        + table([paragraph("140.1"), paragraph("Supported")]),
        numbering=numbering(level(0, "140.%1")),
        footnotes='<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>'
        "<w:r><w:t>The conclusions have not been edited.</w:t></w:r></w:p></w:footnote>",
    )


def xlsx(rows: Sequence[Sequence[object]], *, sheet: str = "Plan") -> bytes:
    """A workbook with one sheet of plain values."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        page = book.add_worksheet(sheet)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return stream.getvalue()


def csv(rows: Sequence[Sequence[str]] = (), separator: str = ",") -> bytes:
    """Separated values; by default a small table of recommendations."""
    rows = rows or [("Number", "Recommendation"), *(item.split(" ", 1) for item in ITEMS)]
    lines = (separator.join(f'"{cell}"' for cell in row) for row in rows)
    return "\r\n".join(lines).encode()


def packed(files: Mapping[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive with these parts, always the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return stream.getvalue()


def bomb(megabytes: int) -> bytes:
    """A Word file whose text part unpacks to that many megabytes of nothing."""
    return packed({"word/document.xml": b" " * (megabytes * 1024 * 1024)})


def scanned_pdf(pages: int = 1) -> bytes:
    """A PDF whose pages are pictures."""
    pictures = [Image.new("L", (200, 280), color=180 + page) for page in range(pages)]
    stream = io.BytesIO()
    pictures[0].save(stream, "PDF", save_all=True, append_images=pictures[1:])
    return stream.getvalue()


def encrypted_pdf() -> bytes:
    """A PDF that opens only with the password "secret" (standard handler, revision 2)."""
    padding = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
    user = (b"secret" + padding)[:32]
    identifier = b"0123456789abcdef"
    owner = _rc4(_md5(user)[:5], user)
    permissions = (-4).to_bytes(4, "little", signed=True)
    key = _md5(user + owner + permissions + identifier)[:5]
    encryption = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{owner.hex()}> "
        f"/U <{_rc4(key, padding).hex()}> >> /ID [<{identifier.hex()}> <{identifier.hex()}>] "
    )
    return pdf().replace(b"trailer << ", b"trailer << " + encryption.encode())


def _md5(content: bytes) -> bytes:
    return hashlib.md5(content, usedforsecurity=False).digest()


def _rc4(key: bytes, content: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    out = bytearray()
    for byte in content:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
