"""How far a record or a finding has come on the review desk."""

from __future__ import annotations

from enum import StrEnum


class ReviewState(StrEnum):
    """The state of a record. Only the first four are in force; the others say what became of it.

    *proposed* by the program; *confirmed* by a person as the program read it; *corrected* by hand
    and so confirmed; *published* by OHCHR's Index or UPR Info, whose people took it out of its
    document; *split* into others; *merged* into another; *withdrawn* because the document's new
    version no longer has it.
    """

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    PUBLISHED = "published"
    SPLIT = "split"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


CHECKED = frozenset({ReviewState.CONFIRMED, ReviewState.CORRECTED, ReviewState.PUBLISHED})
"""A person has looked at it: one here, or one at the publisher. None of these waits for anybody."""

IN_FORCE = CHECKED | {ReviewState.PROPOSED}


class FindingState(StrEnum):
    """The state of a finding: *resolved* and *dismissed* carry a note, *superseded* a version."""

    OPEN = "open"
    RESOLVED = "resolved"
    DISMISSED = "dismissed"
    SUPERSEDED = "superseded"
