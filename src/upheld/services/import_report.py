"""What came of importing one published list, for the terminal, the page and the history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from upheld.core.findings import Finding
from upheld.parsing.published import Left

Progress = Callable[[int, int, int], None]
"""Called with the bytes that were read, of how many, and the rows that are done."""

MOST_EXAMPLES = 20


@dataclass(slots=True)
class ImportReport:
    """``counts`` has new, changed, unchanged and kept_by_hand; ``refused`` counts by finding code.

    ``unknown_labels`` are labels of no known list and without a mapping, ``unknown_states`` names
    that are no State, each with how many rows bear it. ``findings`` are the first refusals.
    ``resumed_at`` is the row at which an earlier, interrupted run had stopped. With ``dry_run``
    nothing was kept.
    """

    name: str
    sha256: str
    publisher: str
    counts: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    unknown_labels: Counter[tuple[str, str]] = field(default_factory=Counter)
    unknown_states: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    rows: int = 0
    resumed_at: int = 0
    seconds: float = 0.0
    dry_run: bool = False

    def refuse(self, left: Left) -> None:
        """Count a row that is not taken in."""
        self.refused[left.code] += 1
        if len(self.findings) < MOST_EXAMPLES:
            arguments: dict[str, str | int] = {"row": left.row, "id": left.what}
            self.findings.append(Finding(left.code, arguments=arguments))

    @property
    def changes_nothing(self) -> bool:
        """Whether every row said what was known already."""
        return not (self.counts["new"] or self.counts["changed"] or self.counts["kept_by_hand"])
