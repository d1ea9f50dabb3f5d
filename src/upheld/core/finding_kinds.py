"""A kind of finding: how much it weighs, its sentence, and the next step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: error (file or item cannot be used as it is), warning, note."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class FindingKind:
    """One row of ``FINDINGS``: severity, sentence with ``%(name)s`` placeholders, next step."""

    severity: Severity
    message: str
    next_step: str


def error(message: str, next_step: str) -> FindingKind:
    """A file or an item that cannot be used as it is."""
    return FindingKind(Severity.ERROR, message, next_step)


def warning(message: str, next_step: str) -> FindingKind:
    """Something that asks for a look."""
    return FindingKind(Severity.WARNING, message, next_step)


def note(message: str, next_step: str) -> FindingKind:
    """Something that explains."""
    return FindingKind(Severity.NOTE, message, next_step)
