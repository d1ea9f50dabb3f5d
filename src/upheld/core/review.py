"""How far a record or a finding has come on the review desk."""

from __future__ import annotations

from enum import StrEnum


class ReviewState(StrEnum):
    """The state of a record. Only the first three are in force; the others say what became of it.

    *proposed* by the program; *confirmed* by a person as the program read it; *corrected* by hand
    and so confirmed; *split* into others; *merged* into another; *withdrawn* because the document's
    new version no longer has it.
    """

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    SPLIT = "split"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


IN_FORCE = frozenset({ReviewState.PROPOSED, ReviewState.CONFIRMED, ReviewState.CORRECTED})
CHECKED = frozenset({ReviewState.CONFIRMED, ReviewState.CORRECTED})


class FindingState(StrEnum):
    """The state of a finding: *resolved* and *dismissed* carry a note, *superseded* a version."""

    OPEN = "open"
    RESOLVED = "resolved"
    DISMISSED = "dismissed"
    SUPERSEDED = "superseded"
