"""Which records of one side ask for the same as records of the other: judged so, or proposed.

The two sides are two cycles of a State, two mechanisms or two States. What people judged and what
the program proposes are never added together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from django.db.models import Count, Max, QuerySet, Sum
from django.db.models.functions import Length

from upheld.core.judgements import Verdict
from upheld.store.models import Record
from upheld.store.queries.judged import judgements, standing
from upheld.store.queries.sides import records_of

MOST_RECORDS = 600
"""Records of a side up to which pairs are proposed at once; more would keep a reader waiting."""

ENGLISH = ("", "en")
"""Languages of documents whose words the comparison knows."""

KEPT = 16
"""Pairs of sides whose proposals are kept ready in memory."""


@dataclass(frozen=True, slots=True)
class ProposedPair:
    """Two records by key, and the probability that they ask for the same; ``unsure`` says that
    somebody looked and could not tell.
    """

    one: int
    other: int
    probability: float
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Matches:
    """What two sides share.

    ``clusters`` are the demands that people judged to stand on both sides, by the keys of their
    records. ``pairs`` wait for a judgement, the likeliest first and those left as unsure last.
    ``is_too_long`` says that a side has more than ``MOST_RECORDS``, so that nothing is proposed.
    ``apart`` are the records of both sides that people held against the other side without finding
    one that asks for the same, and for which no proposed pair is left, each with the number of
    records that it was held against: somebody looked at them.
    """

    clusters: tuple[frozenset[int], ...]
    pairs: tuple[ProposedPair, ...]
    is_too_long: bool
    apart: Mapping[int, int] = field(default_factory=dict)

    def judged(self) -> frozenset[int]:
        """The records that have a judged twin on the other side."""
        return frozenset().union(*self.clusters)

    def proposed(self) -> frozenset[int]:
        """The records that have only proposed twins there."""
        keys = {key for pair in self.pairs for key in (pair.one, pair.other)}
        return frozenset(keys) - self.judged()


def matches(one: QuerySet[Record], other: QuerySet[Record]) -> Matches:
    """What the records ``one`` share with the records ``other``, which may be the same ones.

    The caller passes only rows that its reader may see.
    """
    here, there = (set(rows.values_list("pk", flat=True)) for rows in (one, other))
    known = judgements()
    clusters = [cluster & (here | there) for cluster in known.clusters()]
    shared = [
        cluster
        for cluster in clusters
        if cluster & here and cluster & there and (here != there or len(cluster) > 1)
    ]
    versions = _version(one), _version(other)
    if max(version.count for version in versions) > MOST_RECORDS:
        return Matches(tuple(shared), (), is_too_long=True)
    said = standing().order_by().values_list("one_id", "other_id", "verdict")
    unsure = {frozenset(pair) for *pair, verdict in said if verdict == Verdict.UNSURE}
    pairs = [
        ProposedPair(a, b, probability, frozenset((a, b)) in unsure)
        for a, b, probability in _likely(*versions)
        if a != b and known.verdict(a, b) is None
    ]
    pairs.sort(key=lambda pair: pair.unsure)
    found = Matches(tuple(shared), tuple(pairs), is_too_long=False)
    different = {
        frozenset((a, b)) for a, b, _verdict in said if known.verdict(a, b) is Verdict.DIFFERENT
    }
    looked_at = Counter(key for pair in different if pair & here and pair & there for key in pair)
    settled = found.judged() | found.proposed()
    return replace(found, apart={k: n for k, n in looked_at.items() if k not in settled})


@dataclass(frozen=True, slots=True)
class _Version:
    """What a side's English records were when they were compared; any change makes it another."""

    documents: frozenset[int]
    count: int
    newest: int
    changes: int
    letters: int


@lru_cache(maxsize=KEPT)
def _likely(one: _Version, other: _Version) -> tuple[tuple[int, int, float], ...]:
    from upheld.analysis.likely_pairs import likely_pairs  # noqa: PLC0415 - slow import

    keys, texts = _texts(one)
    if one == other:
        pairs, facing = likely_pairs(texts), keys
    else:
        facing, others = _texts(other)
        pairs = likely_pairs(texts, others)
    return tuple((keys[pair.one], facing[pair.other], pair.probability) for pair in pairs)


def _version(rows: QuerySet[Record]) -> _Version:
    english = rows.filter(document__language__in=ENGLISH)
    said = english.aggregate(
        count=Count("pk"),
        newest=Max("pk"),
        changes=Sum("row_version"),
        letters=Sum(Length("text")),
    )
    documents = frozenset(english.order_by().values_list("document_id", flat=True).distinct())
    counts = (said[name] or 0 for name in ("count", "newest", "changes", "letters"))
    return _Version(documents, *counts)


def _texts(version: _Version) -> tuple[list[int], list[str]]:
    rows = records_of(Record.objects.all(), version.documents)
    found = list(rows.order_by("pk").values_list("pk", "text", "printed"))
    return [pk for pk, _, _ in found], [text or printed for _, text, printed in found]
