"""Questions put to an index that is open: the keys of the records found, counts beside them.

Words in a row ask for all of them first. Where fewer than ``ENOUGH`` records have all, those that
lack one follow, then two; fewer than half only where nothing else is found. ``full`` says how many
have all.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from upheld.analysis.query import AllOf, AnyOf, Meaning, Node, Not
from upheld.analysis.query_fields import Field
from upheld.store.search_index_query import QueryMaker
from upheld.store.search_index_schema import BESIDE, NO_VALUE, counted_columns, further_column

if TYPE_CHECKING:
    import tantivy

ENOUGH = 10
MOST_VALUES = 250
"""Values of one facet that are told: every State and every theme."""

_MOST_COUNTED = 5_000


@dataclass(frozen=True, slots=True)
class Found:
    """``hits`` are (key, score), best first; ``total`` counts all, ``full`` those with every word.

    ``facets`` has for each field its values with their counts, the most frequent first.
    """

    hits: tuple[tuple[int, float], ...]
    total: int
    full: int
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)


def ask(
    index: tantivy.Index,
    root: Node | None,
    *,
    visible: Collection[str],
    chosen: Mapping[str, Sequence[str]] | None = None,
    facets: Sequence[str] = (),
    order_by: str = "",
    limit: int = 20,
    offset: int = 0,
) -> Found:
    """What the index answers to somebody who belongs to the audiences ``visible``.

    ``chosen`` are values of fields, of which a record must have one each.
    ``order_by`` is "newest" or "oldest"; otherwise the best match comes first.
    """
    searcher = index.searcher()
    wanted = _Wanted(index.schema, root, chosen or {}, sorted(visible))
    order: dict[str, Any] = {"order_by_field": order_by} if order_by else {}

    def look(query: tantivy.Query) -> Any:
        most = max(min(limit, searcher.num_docs), 1)
        return searcher.search(query, most, count=True, offset=offset, **order)

    query, result, full = _widened(wanted, look)
    hits: tuple[tuple[int, float], ...] = ()
    if limit and result.hits:
        keys = searcher.fast_field_values("key", [address for _, address in result.hits])
        hits = tuple(
            (int(str(key)), 0.0 if order_by else round(float(score), 4))
            for key, (score, _) in zip(keys, result.hits, strict=True)
        )
    counts = _counts(searcher, QueryMaker(index.schema), query, facets) if facets else {}
    return Found(hits, int(result.count), full, counts)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A question with the limits of its answer."""

    schema: tantivy.Schema
    root: Node | None
    chosen: Mapping[str, Sequence[str]]
    visible: Sequence[str]

    def query(self, missing: int = 0) -> tantivy.Query:
        maker = QueryMaker(self.schema, missing)
        return maker.narrowed(maker.query(self.root), self.chosen, self.visible)


def _widened(
    wanted: _Wanted, look: Callable[[tantivy.Query], Any]
) -> tuple[tantivy.Query, Any, int]:
    """The query with its result; records that lack words follow where too few have all."""
    exact = wanted.query()
    query, result = exact, look(exact)
    full = int(result.count)
    longest = _words_in_a_row(wanted.root)
    for missing in range(1, longest):
        if result.count >= ENOUGH or (result.count and missing > longest // 2):
            break
        query = QueryMaker(wanted.schema).before(exact, wanted.query(missing))
        result = look(query)
    return query, result, full


def _words_in_a_row(node: Node | None) -> int:
    """How many words or meanings the longest row has, of which some may be missing."""
    match node:
        case AllOf(nodes, loose):
            inner = max(map(_words_in_a_row, nodes), default=0)
            return max(inner, sum(map(_may_be_missing, nodes))) if loose else inner
        case AnyOf(nodes):
            return max(map(_words_in_a_row, nodes), default=0)
    return 0


def _may_be_missing(node: Node) -> bool:
    return not (isinstance(node, Field | Not) or (isinstance(node, Meaning) and node.aid))


def _counts(
    searcher: tantivy.Searcher, maker: QueryMaker, query: tantivy.Query, facets: Sequence[str]
) -> dict[str, tuple[tuple[str, int], ...]]:
    """How many of the records found have each value, the most frequent first."""
    counts: dict[str, dict[str, int]] = {facet: {} for facet in facets}
    _count(searcher, query, {facet: counted_columns(facet) for facet in facets}, counts)
    several = {facet: [further_column(facet)] for facet in facets if facet in BESIDE}
    if several:
        _count(searcher, maker.both(query, maker.only("further", list(several))), several, counts)
    return {
        facet: tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_VALUES])
        for facet, found in counts.items()
    }


def _count(
    searcher: tantivy.Searcher,
    query: tantivy.Query,
    columns: Mapping[str, Sequence[str]],
    counts: Mapping[str, dict[str, int]],
) -> None:
    asked = {
        column: {"terms": {"field": column, "size": _MOST_COUNTED}}
        for several in columns.values()
        for column in several
    }
    answered = searcher.aggregate(query, asked)
    for facet, several in columns.items():
        found = counts[facet]
        for column in several:
            for bucket in answered[column]["buckets"]:
                value = bucket["key"]
                found[value] = found.get(value, 0) + bucket["doc_count"]
        found.pop(NO_VALUE, None)


def seals(index: tantivy.Index) -> dict[int, int]:
    """The seal of each record in the index, by its key."""
    import tantivy  # noqa: PLC0415  # slow import

    searcher = index.searcher()
    if not searcher.num_docs:
        return {}
    rows = tantivy.Query.exists_query("key")
    addresses = [address for _, address in searcher.search(rows, searcher.num_docs).hits]
    keys = searcher.fast_field_values("key", addresses)
    values = searcher.fast_field_values("seal", addresses)
    return {int(str(key)): int(str(value)) for key, value in zip(keys, values, strict=True)}
