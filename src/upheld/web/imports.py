"""What came of importing a published list, or would come of it, as a page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from upheld.core.findings import Finding
from upheld.web.words import TAXONOMIES

PUBLISHERS: dict[str, Promise] = {
    "uhri": _("Universal Human Rights Index of OHCHR"),
    "upr_info": _("List of UPR Info"),
}


@dataclass(frozen=True, slots=True)
class ShownImport:
    """Counts of rows; ``refused`` by reason; labels and names that no list has, with their rows.

    ``findings`` are the first rows that are refused, one by one.
    """

    publisher: Promise | str
    rows: int
    new: int
    changed: int
    unchanged: int
    kept_by_hand: int
    refused: int
    reasons: list[tuple[Finding, int]]
    labels: list[tuple[Promise | str, str, int]]
    states: list[tuple[str, int]]
    findings: list[Finding]

    @property
    def changes_nothing(self) -> bool:
        """Whether every row says what is known already."""
        return not (self.new or self.changed or self.kept_by_hand)


def shown_import(
    publisher: str,
    rows: int,
    counts: Mapping[str, Any],
    unknown: Mapping[str, Any],
    findings: list[dict[str, Any]] | None = None,
) -> ShownImport:
    """The report from what a run or the row of a file keeps."""
    refused: dict[str, int] = counts.get("refused", {})
    examples = [Finding.from_dict(finding) for finding in findings or []]
    first = {finding.code: finding for finding in reversed(examples)}
    return ShownImport(
        publisher=PUBLISHERS.get(publisher, publisher),
        rows=rows,
        new=counts.get("new", 0),
        changed=counts.get("changed", 0),
        unchanged=counts.get("unchanged", 0),
        kept_by_hand=counts.get("kept_by_hand", 0),
        refused=sum(refused.values()),
        reasons=[(first.get(code, Finding(code)), n) for code, n in refused.items()],
        labels=[
            (TAXONOMIES.get(taxonomy, taxonomy), label, n)
            for taxonomy, label, n in unknown.get("labels", [])
        ],
        states=list(unknown.get("states", {}).items()),
        findings=examples,
    )
