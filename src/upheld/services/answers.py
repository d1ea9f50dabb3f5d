"""Applies an addendum or a thematic list to the report that it speaks about.

The addendum says "accepts 140.1-5, 140.7"; earlier ones print "1-5" without the paragraph. OHCHR's
thematic list gives each number its position, themes, groups of persons and goals. Every number
that finds no recommendation, or more than one, is a finding.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from upheld.core.facts import DocumentFacts, DocumentKind
from upheld.core.findings import Finding
from upheld.core.items import Item, ItemKind
from upheld.core.positions import Position
from upheld.core.review import IN_FORCE
from upheld.services import history
from upheld.services.labelling import give_labels
from upheld.services.stated_positions import Stated, enter_stated
from upheld.store.models import Document, Record

ANSWERS = frozenset({DocumentKind.UPR_ADDENDUM, DocumentKind.THEMATIC_LIST})
"""Kinds whose items speak about the recommendations of another document."""


@dataclass(slots=True)
class Applied:
    """What an answering document gave to its report."""

    positions: int = 0
    labels: int = 0
    findings: list[Finding] = field(default_factory=list)
    entries: list[history.Entry] = field(default_factory=list)


def apply_answers(report: Document, answer: Document, facts: DocumentFacts) -> Applied:
    """Enter the positions and labels that ``answer`` gives to the records of ``report``.

    The caller holds the transaction and writes ``entries`` to the history.
    """
    applied = Applied()
    records = list(
        report.records.filter(review_state__in=IN_FORCE, kind=ItemKind.RECOMMENDATION)
        .select_related("current_position__source", "current_position__entered_by")
        .order_by("order", "part")
    )
    numbers = Numbers(records)
    stated: list[Stated] = []
    for item in facts.items:
        found = numbers.find(item)
        if isinstance(found, Finding):
            applied.findings.append(found)
        stated += [Stated(record, item) for record in found] if isinstance(found, list) else []
    entries, findings = enter_stated(answer, stated)
    applied.positions = len(entries)
    applied.entries += entries
    applied.findings += findings
    labels, entries = give_labels(answer, stated)
    applied.labels = len(labels)
    applied.entries += entries
    if facts.kind is DocumentKind.UPR_ADDENDUM and stated:
        # A number that is "answered in parts" has a finding of its own already.
        explained = {finding.arguments.get("number") for finding in facts.findings}
        said = {pair.record.pk for pair in stated if pair.item.number in explained}
        left = [record for record in records if record.pk not in said and not _is_answered(record)]
        applied.findings += [_unanswered(report, record) for record in left]
    return applied


class Numbers:
    """The printed numbers of a report's recommendations, also by what stands behind the dot."""

    def __init__(self, records: list[Record]) -> None:
        self.exact: defaultdict[str, list[Record]] = defaultdict(list)
        self.tail: defaultdict[str, list[Record]] = defaultdict(list)
        for record in records:
            self.exact[record.number].append(record)
            self.tail[record.number.rpartition(".")[2]].append(record)

    def find(self, item: Item) -> list[Record] | Finding:
        """The records that ``item`` speaks about: all parts of a number, unless it names one."""
        found = self.exact.get(item.number, [])
        if not found and "." not in item.number:
            found = self.tail.get(item.number, [])
            if len({record.number for record in found}) > 1:
                # "5" after lists 121 and 122: an answer is due only where none was given yet.
                found = [record for record in found if not _is_answered(record)]
            if len({record.number for record in found}) > 1:
                return _finding("position.ambiguous", item)
        if item.part:
            found = [record for record in found if record.part == item.part] or found
        return found or _finding("position.unmatched", item)


def _is_answered(record: Record) -> bool:
    held = record.current_position
    return held is not None and held.value != Position.PENDING


def _unanswered(report: Document, record: Record) -> Finding:
    arguments = {"number": record.number, "symbol": str(report)}
    return Finding("position.unanswered", arguments=arguments)


def _finding(code: str, item: Item) -> Finding:
    arguments = {"number": item.number}
    return Finding(code, item.page, arguments, *item.span)
