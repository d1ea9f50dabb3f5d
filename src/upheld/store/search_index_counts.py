"""How many records a query finds, and how many of them have each value of a facet.

"112 records; State under review: Viet Nam 40, France 12 ...; position: supported 90, noted 22".
What it costs is the columns: each takes some ten nanoseconds for each record found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from upheld.store.search_index_query import QueryMaker
from upheld.store.search_index_schema import (
    BESIDE,
    MARKS,
    NO_VALUE,
    TOGETHER,
    counted_columns,
    further_column,
)

if TYPE_CHECKING:
    import tantivy

MOST_VALUES = 250
"""Values of one facet that are told: every State and every theme."""

_MOST_COUNTED = 5_000


class Counted:
    """``total`` is the number of records that ``query`` finds, ``facets()`` what they are."""

    def __init__(
        self,
        searcher: tantivy.Searcher,
        maker: QueryMaker,
        query: tantivy.Query,
        facets: Sequence[str],
    ) -> None:
        self._searcher, self._maker, self._query, self._facets = searcher, maker, query, facets
        columns = [column for facet in facets for column in counted_columns(facet)]
        self._found = self._counted(query, [MARKS, *columns])
        self.total = sum(bucket["doc_count"] for bucket in self._found[MARKS]["buckets"])

    def facets(self) -> dict[str, tuple[tuple[str, int], ...]]:
        """The values of each facet with their counts, the most frequent first."""
        counts: dict[str, dict[str, int]] = {facet: defaultdict(int) for facet in self._facets}
        together = [(n, counts[facet]) for n, facet in enumerate(TOGETHER) if facet in counts]
        for bucket in self._found[MARKS]["buckets"]:
            values, number = bucket["key"].split(NO_VALUE), bucket["doc_count"]
            for n, found in together:
                found[values[n] or NO_VALUE] += number
        further = self._further()
        for facet, found in counts.items():
            columns = [self._found[column] for column in counted_columns(facet)]
            for column in (
                [*columns, further[further_column(facet)]] if facet in BESIDE else columns
            ):
                for bucket in column["buckets"]:
                    found[bucket["key"]] += bucket["doc_count"]
            found.pop(NO_VALUE, None)
        return {facet: _most_frequent(found) for facet, found in counts.items()}

    def _further(self) -> Mapping[str, Any]:
        """What has no place in the columns, counted for the records that have such values."""
        facets = [facet for facet in self._facets if facet in BESIDE]
        if not facets:
            return {}
        query = self._maker.both(self._query, self._maker.only("further", facets))
        return self._counted(query, [further_column(facet) for facet in facets])

    def _counted(self, query: tantivy.Query, columns: Sequence[str]) -> Mapping[str, Any]:
        asked = {name: {"terms": {"field": name, "size": _MOST_COUNTED}} for name in columns}
        return self._searcher.aggregate(query, asked)


def _most_frequent(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    in_order = sorted(sorted(counts.items()), key=itemgetter(1), reverse=True)
    return tuple(in_order[:MOST_VALUES])
