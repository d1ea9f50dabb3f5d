"""Theme to competent body, learnt from what people confirmed: "12 of 13 went to Justice".

For each label of a record: how often records with it were led by each body, smoothed by what the
table of competences says. A record's score for a body is the mean over its labels, in which labels
that tell bodies apart weigh more. Everything that spoke for a proposal can be said in a sentence,
and what the table alone says never reaches ``SURE``. Measured by ``bench/assignment.py``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

SURE = 0.8
"""Proposals above this can be confirmed together."""

LEAST_LEAD = 0.3
LEAST_SUPPORT = 0.4
MOST_SUPPORT = 3
_PRIOR = 2.0  # confirmed records that the table is worth
_TABLE_LEAD = 0.7
_TABLE_SUPPORT = 0.5
_REASONS = 3

Table = Mapping[str, tuple[str, tuple[str, ...]]]
"""By label: who leads and who supports, as ``core.competences`` reads it."""

_FromTable = Callable[[str], dict[str, float]]  # what the table says of a label: body and weight


@dataclass(frozen=True, slots=True)
class Example:
    """One record as people assigned it: its labels, who leads ("" for nobody), who supports."""

    labels: frozenset[str]
    lead: str
    support: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reason:
    """What one label says: of ``of`` confirmed records with it ``times`` went to the body.

    ``table`` tells whether the table of competences names the body for it.
    """

    label: str
    times: int
    of: int
    table: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """A body for a record, with a score from 0 to 1 and what spoke for it, the strongest first."""

    body: str
    score: float
    why: tuple[Reason, ...]


class Competence:
    """What was learnt from ``examples``; ``bodies`` limits proposals to those that exist."""

    def __init__(
        self, examples: Iterable[Example], table: Table, bodies: Collection[str] | None = None
    ) -> None:
        self.table = table
        self.bodies = bodies
        self.seen: Counter[str] = Counter()
        self.led: dict[str, Counter[str]] = defaultdict(Counter)
        self.supported: dict[str, Counter[str]] = defaultdict(Counter)
        for example in examples:
            for label in example.labels:
                self.seen[label] += 1
                if example.lead:
                    self.led[label][example.lead] += 1
                self.supported[label].update(example.support)

    def lead(self, labels: Collection[str]) -> Proposal | None:
        """The body that should lead; None where nothing speaks clearly enough."""
        found = self._scored(labels, self.led, self._table_lead)
        return found[0] if found and found[0].score >= LEAST_LEAD else None

    def support(self, labels: Collection[str], *, without: str = "") -> list[Proposal]:
        """Bodies that should support, the likeliest first; ``without`` is the lead."""
        found = self._scored(labels, self.supported, self._table_support)
        sure = [one for one in found if one.body != without and one.score >= LEAST_SUPPORT]
        return sure[:MOST_SUPPORT]

    def _scored(
        self,
        labels: Collection[str],
        counts: Mapping[str, Counter[str]],
        table: _FromTable,
    ) -> list[Proposal]:
        """Every body that anything speaks for, the best first; ties by code."""
        shares: dict[str, dict[str, float]] = {}
        for label in sorted(labels):
            share = self._share(label, counts.get(label, Counter()), table)
            if share:
                shares[label] = share
        weights = {label: max(share.values()) ** 2 for label, share in shares.items()}
        total = sum(weights.values())
        scores: dict[str, float] = defaultdict(float)
        for label, share in shares.items():
            for body, part in share.items():
                scores[body] += weights[label] * part / total
        return sorted(
            (
                Proposal(body, round(score, 4), self._reasons(body, shares, counts, table))
                for body, score in scores.items()
                if self.bodies is None or body in self.bodies
            ),
            key=lambda one: (-one.score, one.body),
        )

    def _share(self, label: str, counted: Counter[str], table: _FromTable) -> dict[str, float]:
        """How likely each body is for one label: counts, and the table as a few records more."""
        said = table(label)
        if not counted and not said:
            return {}
        whole = self.seen[label] + _PRIOR
        return {
            body: (counted[body] + _PRIOR * said.get(body, 0.0)) / whole
            for body in sorted({*counted, *said})
        }

    def _reasons(
        self,
        body: str,
        shares: Mapping[str, Mapping[str, float]],
        counts: Mapping[str, Counter[str]],
        table: _FromTable,
    ) -> tuple[Reason, ...]:
        speaking = [label for label, share in shares.items() if share.get(body, 0) > 0]
        speaking.sort(key=lambda label: (-shares[label][body], label))
        return tuple(
            Reason(
                label,
                counts.get(label, Counter())[body],
                self.seen[label],
                body in table(label),
            )
            for label in speaking[:_REASONS]
        )

    def _table_lead(self, label: str) -> dict[str, float]:
        return {self.table[label][0]: _TABLE_LEAD} if label in self.table else {}

    def _table_support(self, label: str) -> dict[str, float]:
        if label not in self.table:
            return {}
        return dict.fromkeys(self.table[label][1], _TABLE_SUPPORT)
