"""Questions put to an index that is open: the keys of the records found, counts beside them.

Words in a row ask for all of them first. Where fewer than ``ENOUGH`` records have all, those that
lack one follow, then two; fewer than half only where nothing else is found. ``full`` says how many
have all.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from upheld.analysis.query import AllOf, AnyOf, Meaning, Node, Not, is_of_fields
from upheld.store.search_index_counts import Counted
from upheld.store.search_index_query import QueryMaker
from upheld.store.search_index_schema import RESTRICTED

if TYPE_CHECKING:
    import tantivy

ENOUGH = 10


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
    some_are_hidden = bool(searcher.doc_freq("audience", RESTRICTED))
    wanted = _Wanted(index.schema, root, chosen or {}, sorted(visible), some_are_hidden)
    counted = wanted.counted(searcher, facets)
    full, missing = counted.total, 0
    # Records that lack words follow where too few have all.
    longest = _words_in_a_row(root)
    while counted.total < ENOUGH and missing + 1 < longest:
        if counted.total and missing + 1 > longest // 2:
            break
        missing += 1
        counted = wanted.counted(searcher, facets, missing)
    hits: tuple[tuple[int, float], ...] = ()
    if counted.total > offset and limit:
        order: dict[str, Any] = {"order_by_field": order_by} if order_by else {}
        most = min(limit, counted.total)
        query = wanted.ranked(missing)
        result = searcher.search(query, most, count=False, offset=offset, **order)
        keys = searcher.fast_field_values("key", [address for _, address in result.hits])
        hits = tuple(
            (int(str(key)), 0.0 if order_by else round(float(score), 4))
            for key, (score, _) in zip(keys, result.hits, strict=True)
        )
    return Found(hits, counted.total, full, counted.facets())


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A question with the limits of its answer."""

    schema: tantivy.Schema
    root: Node | None
    chosen: Mapping[str, Sequence[str]]
    visible: Sequence[str]
    some_are_hidden: bool

    def counted(
        self, searcher: tantivy.Searcher, facets: Sequence[str], missing: int = 0
    ) -> Counted:
        """How many records lack at most so many words, and what they are."""
        query = self._query(QueryMaker(self.schema, missing, ranked=False))
        return Counted(searcher, query, facets)

    def ranked(self, missing: int) -> tantivy.Query:
        """What finds the same records, those first that lack nothing."""
        exact = self._query(QueryMaker(self.schema))
        if not missing:
            return exact
        maker = QueryMaker(self.schema, missing)
        return maker.before(exact, self._query(maker))

    def _query(self, maker: QueryMaker) -> tantivy.Query:
        query = maker.query(self.root)
        return maker.narrowed(query, self.chosen, self.visible, self.some_are_hidden)


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
    is_sure = is_of_fields(node) or isinstance(node, Not)
    return not (is_sure or (isinstance(node, Meaning) and node.aid))


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
