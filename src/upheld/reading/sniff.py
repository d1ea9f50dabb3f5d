"""Which format a file has, by its content; its name is only checked against it.

A "report.pdf" that begins with "<!DOCTYPE html>" is a web page that somebody saved: it is read as
HTML, with the finding ``file.mislabelled``. What cannot be read is refused with what to do instead.
"""

from __future__ import annotations

import re
from enum import StrEnum

from upheld.core.findings import Finding
from upheld.reading.archive import Archive
from upheld.reading.encoding import looks_binary
from upheld.reading.limits import Limits
from upheld.reading.problems import file_problem


class FileFormat(StrEnum):
    """The formats that Upheld reads; the value stands in ``Document.format``."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"
    JSON = "json"
    HTML = "html"
    TXT = "txt"


WORKBOOKS = frozenset({FileFormat.XLSX, FileFormat.XLS, FileFormat.ODS})

_PICTURES = (
    (b"\x89PNG\r\n", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"BM", "BMP"),
    (b"II*\x00", "TIFF"), (b"MM\x00*", "TIFF"), (b"RIFF", "WEBP"), (b"\x00\x00\x01\x00", "ICO"),
)  # fmt: skip
_OTHERS = (
    (b"\x1f\x8b", "GZIP"), (b"7z\xbc\xaf", "7Z"), (b"Rar!", "RAR"), (b"\x7fELF", "ELF"),
    (b"MZ", "EXE"), (b"%!PS", "PostScript"), (b"SQLite format 3", "SQLite"), (b"BZh", "BZIP2"),
    (b"\xfd7zXZ", "XZ"),
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
# Parts that tell what a packed file is.
_PACKED = (
    ("word/document.xml", FileFormat.DOCX),
    ("xl/workbook.xml", FileFormat.XLSX),
    ("xl/workbook.bin", FileFormat.XLSX),
)
_MIMETYPES = {
    b"application/vnd.oasis.opendocument.spreadsheet": FileFormat.ODS,
    b"application/vnd.oasis.opendocument.text": "ODT",
    b"application/epub+zip": "EPUB",
}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div|p|title|h[1-6])[\s>]",
    re.IGNORECASE | re.DOTALL,
)
# What a name promises; names that promise nothing are never wrong.
_ENDINGS = {
    "pdf": {FileFormat.PDF},
    "docx": {FileFormat.DOCX}, "docm": {FileFormat.DOCX}, "dotx": {FileFormat.DOCX},
    "doc": {FileFormat.DOCX},
    "xlsx": {FileFormat.XLSX}, "xlsm": {FileFormat.XLSX}, "xlsb": {FileFormat.XLSX},
    "xls": WORKBOOKS, "ods": {FileFormat.ODS},
    "csv": {FileFormat.CSV, FileFormat.TXT}, "tsv": {FileFormat.CSV, FileFormat.TXT},
    "json": {FileFormat.JSON}, "jsonl": {FileFormat.JSON},
    "html": {FileFormat.HTML}, "htm": {FileFormat.HTML}, "xhtml": {FileFormat.HTML},
    "txt": {FileFormat.TXT, FileFormat.CSV}, "text": {FileFormat.TXT, FileFormat.CSV},
}  # fmt: skip
_PDF_HEAD = 1024  # the PDF mark may stand behind some bytes that a mail program put before it


def recognise(name: str, content: bytes, limits: Limits) -> FileFormat:
    """The format of ``content``; raises ``InputProblem`` where Upheld cannot read it."""
    if not content.strip(b"\x00\t\r\n "):
        raise file_problem("file.empty", name)
    head = content[:_PDF_HEAD]
    if b"%PDF-" in head:
        return FileFormat.PDF
    if head.startswith(_ZIP):
        return _packed(name, content, limits)
    if head.startswith(_OLE):
        return _ole(name, content)
    if head.startswith(b"{\\rtf"):
        raise file_problem("file.save_as_docx", name, found="RTF")
    for start, kind in _PICTURES:
        if head.startswith(start) and looks_binary(content):
            raise file_problem("file.picture", name, found=kind)
    for start, kind in _OTHERS:
        if head.startswith(start) and looks_binary(content):
            raise file_problem("file.unsupported", name, found=kind)
    if looks_binary(content):
        raise file_problem("file.unsupported", name, found=ending(name).upper() or "?")
    return _written(name, content)


def mislabelled(name: str, found: FileFormat) -> Finding | None:
    """The finding that a name promises another format than the content has."""
    promised = _ENDINGS.get(ending(name))
    if promised is None or found in promised:
        return None
    return Finding("file.mislabelled", arguments={"name": name, "found": found.upper()})


def ending(name: str) -> str:
    """The ending of a file name without the dot, in small letters."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def _packed(name: str, content: bytes, limits: Limits) -> FileFormat:
    archive = Archive(name, content, limits)
    for part, found in _PACKED:
        if part in archive:
            return found
    if "mimetype" in archive:
        kind = _MIMETYPES.get(archive.read("mimetype").strip())
        if isinstance(kind, FileFormat):
            return kind
        if kind == "ODT":
            raise file_problem("file.save_as_docx", name, found=kind)
    if "[Content_Types].xml" in archive:
        types = archive.read("[Content_Types].xml")
        if b"wordprocessingml.document.main" in types:
            return FileFormat.DOCX
        if b"spreadsheetml.sheet.main" in types:
            return FileFormat.XLSX
        if b"presentationml" in types:
            raise file_problem("file.unsupported", name, found="PPTX")
    raise file_problem("file.unsupported", name, found="ZIP")


def _ole(name: str, content: bytes) -> FileFormat:
    """Old Office files, and new ones that are locked with a password, share one container."""
    streams = (
        ("EncryptedPackage", None), ("WordDocument", None), ("Workbook", FileFormat.XLS),
        ("Book", FileFormat.XLS), ("PowerPoint Document", None),
    )  # fmt: skip
    sector_size = 1 << min(int.from_bytes(content[30:32], "little"), 20)
    directory = (int.from_bytes(content[48:52], "little") + 1) * sector_size
    places = [(content.find(stream.encode("utf-16-le") + b"\0\0", directory), stream, found)
              for stream, found in streams]  # fmt: skip
    first = min((place for place in places if place[0] >= 0), default=None)
    if first is None:
        raise file_problem("file.unsupported", name, found="OLE")
    _, stream, found = first
    if stream == "EncryptedPackage":
        raise file_problem("file.encrypted", name)
    if stream == "WordDocument":
        raise file_problem("file.save_as_docx", name, found="DOC")
    if found is None:
        raise file_problem("file.unsupported", name, found="PPT")
    return found


def _written(name: str, content: bytes) -> FileFormat:
    """The format of a file of letters."""
    head = content[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if _HTML.match(head) or b"<html" in head.lower():
        return FileFormat.HTML
    if head.lstrip().startswith(b"<?xml"):
        raise file_problem("file.unsupported", name, found="XML")
    if re.match(rb"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])", head) and ending(name) not in ("txt", "csv"):
        return FileFormat.JSON
    if ending(name) in ("csv", "tsv"):
        return FileFormat.CSV
    return FileFormat.TXT
