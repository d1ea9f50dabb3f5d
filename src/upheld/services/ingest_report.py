"""What came of taking in one file, for the terminal, the page and the history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from upheld.core.facts import DocumentKind
from upheld.core.findings import Finding

Progress = Callable[[str, int, int], None]
"""Called with a step ("reading", "keeping"), how much of it is done, and of how much."""


class Outcome(StrEnum):
    """*unchanged*: this very file is known already, and nothing was written."""

    NEW = "new"
    NEW_VERSION = "new_version"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class IngestReport:
    """``added``, ``changed`` and ``withdrawn`` are public ids; ``unchanged`` counts the rest.

    ``positions`` and ``labels`` count what an addendum or a thematic list gave to its report.
    With ``dry_run`` all this would happen, and nothing was kept.
    """

    name: str
    sha256: str
    outcome: Outcome
    slug: str
    symbol: str
    title: str
    kind: DocumentKind
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    unchanged: int = 0
    positions: int = 0
    labels: int = 0
    findings: tuple[Finding, ...] = ()
    dry_run: bool = False
