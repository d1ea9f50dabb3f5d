"""What the review desk shows of one document: its items and findings in printed order, and counts.

A finding without a record ("number 143.27 is missing between 143.26 and 143.28") stands in the
list at its place, so that whoever steps through the items meets it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf

from django.db.models import Count, Q
from django.db.models.functions import Left

from upheld.core.items import ItemKind
from upheld.core.review import CHECKED, IN_FORCE, FindingState, ReviewState
from upheld.store.models import Document, DocumentFinding

# The beginning of the words is enough to recognise an item in a list of 320.
LETTERS_SHOWN = 100


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One line of the list: a record, or a finding that belongs to no record.

    ``key`` is the record's public id or "finding-12"; ``open_findings`` counts those of the record.
    """

    key: str
    number: str
    part: str
    kind: str
    begin: str
    review_state: str
    open_findings: int
    row_version: int = 0
    finding: DocumentFinding | None = None

    @property
    def is_checked(self) -> bool:
        """Whether a person has decided about it."""
        if self.finding:
            return self.finding.state != FindingState.OPEN
        return self.review_state in CHECKED


@dataclass(frozen=True, slots=True)
class DeskCounts:
    """The counter of the desk. ``declared`` is None where the document states no total.

    ``found`` counts printed numbers, which ``declared`` can be compared with; ``records`` counts
    all records in force, commitments and parts of a number among them.
    """

    declared: int | None
    found: int
    records: int
    confirmed: int
    open_findings: int


def desk_rows(document: Document) -> list[DeskRow]:
    """Records in force and current findings of ``document`` in printed order; two queries."""
    findings = list(
        DocumentFinding.objects.filter(document=document, record=None)
        .exclude(state=FindingState.SUPERSEDED)
        .order_by("page", "start", "id")
    )
    findings.sort(key=_place)
    return list(_woven(_record_rows(document), findings))


def desk_counts(document: Document, rows: list[DeskRow]) -> DeskCounts:
    """The counter over ``rows``, which are all rows of ``document``; no query."""
    records = [row for row in rows if not row.finding]
    return DeskCounts(
        declared=declared_total(document),
        found=count_numbers(row.number for row in records if row.kind != ItemKind.PLEDGE),
        records=len(records),
        confirmed=sum(row.is_checked for row in records),
        open_findings=sum(not row.is_checked if row.finding else row.open_findings for row in rows),
    )


def count_numbers(numbers: Iterable[str]) -> int:
    """How many items, as documents count them: a number with two parts is one.

    Rows without a number, as in a list of UPR Info, count each.
    """
    counted = list(numbers)
    return len(set(filter(None, counted))) + counted.count("")


def declared_total(document: Document) -> int | None:
    """How many recommendations the document says it has, where it says so."""
    declared: dict[str, int] = document.declared
    if "received" in declared:
        return declared["received"]
    if "supported" in declared and "noted" in declared:
        return declared["supported"] + declared["noted"]
    return None


def _record_rows(document: Document) -> Iterator[tuple[tuple[float, float], DeskRow]]:
    rows = (
        document.records.filter(review_state__in=IN_FORCE)
        .annotate(
            begin=Left("text", LETTERS_SHOWN),
            printed_begin=Left("printed", LETTERS_SHOWN),
            open_count=Count("findings", filter=Q(findings__state=FindingState.OPEN)),
        )
        .order_by("order", "part", "id")
        .values_list(
            "public_id",
            "number",
            "part",
            "kind",
            "begin",
            "printed_begin",
            "review_state",
            "open_count",
            "row_version",
            "page",
            "start",
        )
    )
    for key, number, part, kind, begin, printed, state, open_count, version, page, start in rows:
        row = DeskRow(key, number, part, kind, begin or printed, state, open_count, version)
        yield (page, start), row


def _woven(
    records: Iterator[tuple[tuple[float, float], DeskRow]], findings: list[DocumentFinding]
) -> Iterator[DeskRow]:
    waiting = iter(findings)
    finding = next(waiting, None)
    for place, row in records:
        while finding and _place(finding) < place:
            yield _finding_row(finding)
            finding = next(waiting, None)
        yield row
    while finding:
        yield _finding_row(finding)
        finding = next(waiting, None)


def _place(finding: DocumentFinding) -> tuple[float, float]:
    """Where a finding stands; one without a span at the end of its page, one without page first."""
    return finding.page or 0, finding.start if finding.start >= 0 else inf


def _finding_row(finding: DocumentFinding) -> DeskRow:
    return DeskRow(
        f"finding-{finding.pk}", "", "", "", "", ReviewState.PROPOSED, 0, finding=finding
    )
