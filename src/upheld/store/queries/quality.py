"""The quality sheet of a document: what it declares, what was found, what a person must look at."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from upheld.core.items import ItemKind
from upheld.core.positions import Position
from upheld.core.review import CHECKED, IN_FORCE, FindingState
from upheld.store.models import Document, DocumentFinding
from upheld.store.queries.desk import count_numbers, declared_total

_NUMBER = re.compile(r"(?:(?P<paragraph>.*)\.)?(?P<ordinal>\d+)")
UNKNOWN_STATE = "state.unrecognised"


@dataclass(frozen=True, slots=True)
class Agreement:
    """One total that the document states beside the one that was found; 254 and 254.

    ``declared`` is None where the document does not say.
    """

    what: str
    declared: int | None
    found: int

    @property
    def agrees(self) -> bool:
        return self.declared is None or self.declared == self.found


@dataclass(frozen=True, slots=True)
class NumberRun:
    """The numbers under one paragraph: 140.1 to 140.254, and those missing between them."""

    first: str
    last: str
    count: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """``totals`` are of "recommendations" and of each position; ``kinds`` counts records by kind.

    ``runs`` are the numbers that stand without a gap; ``unknown_states`` counts the names of States
    that were not recognised and are still open.
    """

    pages: int
    totals: tuple[Agreement, ...]
    kinds: dict[str, int]
    records: int
    confirmed: int
    open_findings: tuple[DocumentFinding, ...]
    settled: int
    runs: tuple[NumberRun, ...]
    unknown_states: int

    @property
    def declares(self) -> bool:
        """Whether the document states any total about itself."""
        return any(total.declared is not None for total in self.totals)

    @property
    def reconciles(self) -> bool:
        """Whether all totals agree, no number is missing and no finding is open."""
        return (
            all(total.agrees for total in self.totals)
            and not any(run.missing for run in self.runs)
            and not self.open_findings
        )


def quality(document: Document) -> Quality:
    """Counts of the records in force of ``document``, and its current findings; two queries."""
    rows = list(
        document.records.filter(review_state__in=IN_FORCE).values_list(
            "kind", "number", "current_position__value", "review_state"
        )
    )
    numbered = [(number, value) for kind, number, value, _ in rows if kind != ItemKind.PLEDGE]
    findings = list(
        document.findings.exclude(state=FindingState.SUPERSEDED).select_related("record")
    )
    declared: dict[str, int] = document.declared
    totals = [Agreement("recommendations", declared_total(document), _numbers(numbered))]
    for value in Position:
        found = _numbers([pair for pair in numbered if pair[1] == value])
        if found or value in declared:
            totals.append(Agreement(value, declared.get(value), found))
    version = document.current_version
    open_findings = tuple(row for row in findings if row.state == FindingState.OPEN)
    return Quality(
        pages=version.counts.get("pages", 0) if version else 0,
        totals=tuple(totals),
        kinds=dict(Counter(kind for kind, *_ in rows)),
        records=len(rows),
        confirmed=sum(state in CHECKED for *_, state in rows),
        open_findings=open_findings,
        settled=len(findings) - len(open_findings),
        runs=tuple(number_runs(number for number, _ in numbered)),
        unknown_states=sum(row.code == UNKNOWN_STATE for row in open_findings),
    )


def number_runs(numbers: Iterable[str]) -> list[NumberRun]:
    """The runs of printed numbers by paragraph, in the order in which paragraphs begin."""
    ordinals: defaultdict[str, set[int]] = defaultdict(set)
    for number in numbers:
        if match := _NUMBER.fullmatch(number):
            ordinals[match["paragraph"] or ""].add(int(match["ordinal"]))
    return [_run(paragraph, found) for paragraph, found in ordinals.items()]


def _run(paragraph: str, found: set[int]) -> NumberRun:
    names = [f"{paragraph}.{n}" if paragraph else str(n) for n in range(min(found), max(found) + 1)]
    missing = [name for n, name in enumerate(names, start=min(found)) if n not in found]
    return NumberRun(names[0], names[-1], len(found), tuple(missing))


def _numbers(pairs: Iterable[tuple[str, str | None]]) -> int:
    return count_numbers(number for number, _ in pairs)
