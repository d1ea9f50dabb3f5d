"""Evidence of what was done: a gazette's page, a link to a decision, a quotation with its place."""

from __future__ import annotations

from enum import StrEnum


class EvidenceKind(StrEnum):
    """How the evidence is held: as a file here, as an address elsewhere, or as quoted words."""

    FILE = "file"
    LINK = "link"
    QUOTATION = "quotation"


class EvidenceType(StrEnum):
    """What the evidence is. An activity alone never shows an outcome."""

    LAW = "law"
    POLICY = "policy"
    BUDGET = "budget"
    STATISTICS = "statistics"
    COURT_DECISION = "court_decision"
    REPORT = "report"
    ACTIVITY = "activity"
    OTHER = "other"


class Confidentiality(StrEnum):
    """Who may know of a piece of evidence, and that it exists.

    *public*: whoever may read the entry it belongs to. *official*: the body it belongs to, bodies
    above it and the coordination unit. *private*: those who hold a role for the body itself, or
    for one above it that is not the whole folder.
    """

    PUBLIC = "public"
    OFFICIAL = "official"
    PRIVATE = "private"
