"""Findings: what a person must know about a document before trusting the records made from it.

A finding is never an exception and never silent: "number 143.27 is missing between 143.26 and
143.28 on page 19" stands on the quality sheet until somebody resolves it. The table ``FINDINGS``
names every code with its severity, its sentence and the next step; pages translate the sentence
late, with the arguments kept apart (gettext, named placeholders).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a finding weighs: error (the file or item cannot be used as it is), warning, note."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class FindingKind:
    """One row of ``FINDINGS``: severity, sentence with ``%(name)s`` placeholders, next step."""

    severity: Severity
    message: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding at one place: ``Finding("number.gap", page=19, arguments={"missing": "143.27"})``.

    ``page`` is the printed page's number from 1, or None for the whole document; ``start`` and
    ``end`` are the span in ``Document.text`` where there is one, else -1.
    """

    code: str
    page: int | None = None
    arguments: Mapping[str, str | int] = field(default_factory=dict)
    start: int = -1
    end: int = -1

    @property
    def kind(self) -> FindingKind:
        return FINDINGS[self.code]

    @property
    def severity(self) -> Severity:
        return self.kind.severity

    @property
    def message(self) -> str:
        """The sentence in English with its arguments filled in."""
        return self.kind.message % dict(self.arguments)

    @property
    def next_step(self) -> str:
        """What to do about it, in English with its arguments filled in."""
        return self.kind.next_step % dict(self.arguments)

    def to_dict(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "page": self.page,
            "arguments": dict(self.arguments),
            "start": self.start,
            "end": self.end,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Finding:
        return cls(data["code"], data["page"], dict(data["arguments"]), data["start"], data["end"])


def _error(message: str, next_step: str) -> FindingKind:
    return FindingKind(Severity.ERROR, message, next_step)


def _warning(message: str, next_step: str) -> FindingKind:
    return FindingKind(Severity.WARNING, message, next_step)


def _note(message: str, next_step: str) -> FindingKind:
    return FindingKind(Severity.NOTE, message, next_step)


FINDINGS: dict[str, FindingKind] = {
    # The file itself (upheld.reading)
    "file.empty": _error(
        "The file %(name)s is empty.", "Download or ask for the file again."
    ),
    "file.damaged": _error(
        "The file %(name)s is damaged and cannot be read (%(detail)s).",
        "Open it in the program that made it, save it again, and add the new copy.",
    ),
    "file.encrypted": _error(
        "The file %(name)s is protected by a password.",
        "Save a copy without the password and add that copy.",
    ),
    "file.unsupported": _error(
        "Upheld cannot read %(name)s: its content is %(found)s.",
        "Add the document as PDF, DOCX, XLSX, CSV, JSON, HTML or TXT.",
    ),
    "file.mislabelled": _warning(
        "The file is named %(name)s, but its content is %(found)s. It was read by its content.",
        "Check that this is the document you meant; a download may have saved a web page instead.",
    ),
    "file.too_large": _error(
        "The file %(name)s has %(size)s; the limit is %(limit)s.",
        "Split the file, or ask the administrator to raise the limit.",
    ),
    "file.bomb": _error(
        "The file %(name)s unpacks to more than %(limit)s and was not opened.",
        "Do not open it elsewhere; ask the sender for a plain copy.",
    ),
    "file.too_many_pages": _error(
        "The file %(name)s has %(pages)s pages; the limit is %(limit)s.",
        "Split the document into parts.",
    ),
    "file.timeout": _error(
        "Reading %(name)s took longer than %(seconds)s seconds and was stopped.",
        "Save the document again as a new PDF or DOCX, or split it.",
    ),
    "file.crashed": _error(
        "The program that reads files stopped while reading %(name)s; it was started anew.",
        "The file is probably damaged. Save it again from the program that made it.",
    ),
    "file.no_text": _error(
        "The file %(name)s has no text; its pages are pictures.",
        "Add the text version from the UN document system, or install the OCR extra.",
    ),
    "page.no_text": _warning(
        "Page %(page)s carries a picture and no text.",
        "Read this page yourself; nothing on it was taken in.",
    ),
    "page.damaged": _warning(
        "Page %(page)s cannot be read (%(detail)s).",
        "Read this page in another copy of the document; nothing on it was taken in.",
    ),
    "text.tracked_changes": _note(
        "The document has %(count)s tracked changes; they were read as accepted.",
        "Check that the changes are meant to stand.",
    ),
    "text.encoding": _note(
        "The text was read as %(encoding)s.",
        "Look at the Vietnamese letters; if they are wrong, save the file as UTF-8.",
    ),
}
