"""What may be attached as evidence: PDF, Word, workbooks, plain text and pictures, by content.

A file is what its bytes say, whatever its name promises; programs, archives and web pages are
refused. It is handed out as a download and never shown as a page.
"""

from __future__ import annotations

from dataclasses import dataclass

MOST_BYTES = 25 * 1024 * 1024
"""A scanned decree of a hundred pages has about 10 MB."""


@dataclass(frozen=True, slots=True)
class AttachmentFormat:
    """A format: its short name, its media type and the ending its download gets."""

    name: str
    media_type: str
    ending: str


PDF = AttachmentFormat("pdf", "application/pdf", "pdf")
_OFFICE = "application/vnd.openxmlformats-officedocument."
FORMATS = {
    one.name: one
    for one in (
        PDF,
        AttachmentFormat("docx", f"{_OFFICE}wordprocessingml.document", "docx"),
        AttachmentFormat("xlsx", f"{_OFFICE}spreadsheetml.sheet", "xlsx"),
        AttachmentFormat("xls", "application/vnd.ms-excel", "xls"),
        AttachmentFormat("ods", "application/vnd.oasis.opendocument.spreadsheet", "ods"),
        AttachmentFormat("csv", "text/csv", "csv"),
        AttachmentFormat("txt", "text/plain", "txt"),
        AttachmentFormat("png", "image/png", "png"),
        AttachmentFormat("jpeg", "image/jpeg", "jpg"),
    )
}

_PICTURES = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"))


def picture_format(content: bytes) -> AttachmentFormat | None:
    """The format of a picture by its first bytes; None for what is no PNG or JPEG."""
    for start, name in _PICTURES:
        if content.startswith(start):
            return FORMATS[name]
    return None
