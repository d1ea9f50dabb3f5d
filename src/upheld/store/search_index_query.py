"""An understood question as a query of the index: what must, may and must not be there."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from upheld.analysis.query import (
    AllOf,
    AnyOf,
    Meaning,
    Node,
    Not,
    Phrase,
    Prefix,
    Word,
    is_of_fields,
)
from upheld.analysis.query_fields import Field
from upheld.core.fold import fold
from upheld.core.labels import Taxonomy
from upheld.core.search_tokens import search_tokens
from upheld.core.taxonomies import renamed
from upheld.store.search_index_schema import EVERYONE, FILLING, RESTRICTED, SEEN, as_expression

if TYPE_CHECKING:
    import tantivy

NEARBY = 2.0
"""How much more words count that stand beside each other as in the question."""

NEARBY_WORDS = 2
"""Words that may stand between them."""


class QueryMaker:
    """Makes queries for one index; ``missing`` of the words in a row may be absent.

    Queries that are not ``ranked`` find the same records, and do without what only orders them.
    """

    def __init__(self, schema: tantivy.Schema, missing: int = 0, *, ranked: bool = True) -> None:
        import tantivy  # noqa: PLC0415  # slow import

        self._query = tantivy.Query
        self._occur = tantivy.Occur
        self._schema = schema
        self._missing = missing
        self._ranked = ranked

    def query(self, node: Node | None) -> tantivy.Query:
        """Everything when nothing is asked for."""
        match node:
            case None:
                return self._without([])
            case Word(printed):
                return self._words(printed)
            case Phrase(printed):
                return self._words(printed)
            case Prefix(printed):
                return self._beginning(fold(printed))
            case Meaning(_, alternatives):
                ways = [self.query(way) for way in _fewest(alternatives)]
                return self._query.disjunction_max_query(ways, 0.1) if len(ways) > 1 else ways[0]
            case Field():
                return self._silent(self._field(node))
            case Not(inner):
                return self._without([self.query(inner)])
            case AnyOf(nodes):
                return self._query.boolean_query(
                    [(self._occur.Should, self.query(inner)) for inner in nodes]
                )
            case AllOf(nodes, loose):
                return self._every(nodes, loose)

    def only(self, name: str, values: Sequence[str]) -> tantivy.Query:
        """Records whose field ``name`` has one of ``values``; it does not change their order."""
        exact = [self._term(name, value) for value in values]
        either = [(self._occur.Should, query) for query in exact]
        return self._silent(self._query.boolean_query(either))

    def narrowed(
        self,
        query: tantivy.Query,
        chosen: Mapping[str, Sequence[str]],
        visible: Collection[str],
        some_are_hidden: bool,
    ) -> tantivy.Query:
        """``query`` within the facets that were chosen, and within what the reader may see.

        To one who belongs to everyone, only records for others are hidden, by their rare mark:
        nothing where none bears it.
        """
        parts = [(self._occur.Must, query)]
        parts += [(self._occur.Must, self.only(name, values)) for name, values in chosen.items()]
        if EVERYONE not in visible:
            parts.append((self._occur.Must, self.only("audience", sorted(visible))))
        elif some_are_hidden:
            own = [(self._occur.MustNot, self._term("audience", name)) for name in visible]
            others = [(self._occur.Must, self._term("audience", RESTRICTED)), *own]
            hidden = self._query.boolean_query(others) if len(visible) > 1 else others[0][1]
            parts.append((self._occur.MustNot, hidden))
        return self._query.boolean_query(parts) if len(parts) > 1 else query

    def before(self, first: tantivy.Query, rest: tantivy.Query) -> tantivy.Query:
        """``rest``, with those that ``first`` finds before all others."""
        favoured = self._query.const_score_query(first, 1_000.0)
        return self._query.boolean_query([(self._occur.Must, rest), (self._occur.Should, favoured)])

    def _every(self, nodes: Sequence[Node], loose: bool) -> tantivy.Query:
        wanted, unwanted, aids, fixed = [], [], [], []
        for node in nodes:
            if isinstance(node, Not):
                unwanted.append(self.query(node.node))
            elif isinstance(node, Meaning) and node.aid:
                aids.append(self.query(node))
            elif is_of_fields(node) or not loose:
                fixed.append(self.query(node))
            else:
                wanted.append(self.query(node))
        if not wanted and not fixed and not aids:
            return self._without(unwanted)
        parts = [(self._occur.Must, query) for query in fixed]
        needed = max(1, len(wanted) - self._missing) if wanted else 0
        if needed == len(wanted):
            parts += [(self._occur.Must, query) for query in wanted]
        else:
            some = [(self._occur.Should, query) for query in wanted]
            parts.append((self._occur.Must, self._query.boolean_query(some, needed)))
        parts += [(self._occur.MustNot, query) for query in unwanted]
        if not wanted and not fixed:
            return self._query.boolean_query([(self._occur.Must, query) for query in aids] + parts)
        if not self._ranked:
            return self._query.boolean_query(parts)
        parts += [(self._occur.Should, query) for query in aids]
        if loose:
            parts += [(self._occur.Should, query) for query in self._nearby(nodes)]
        return self._query.boolean_query(parts)

    def _nearby(self, nodes: Sequence[Node]) -> list[tantivy.Query]:
        """The question's words as a phrase, which counts more than the words apart."""
        printed = [node.printed for node in nodes if isinstance(node, Word)]
        tokens = _telling(" ".join(printed))
        if len(tokens) < 2 or len(printed) < len(nodes):
            return []
        near = self._phrase("words", tokens, NEARBY_WORDS)
        return [self._query.boost_query(near, NEARBY)]

    def _words(self, printed: str) -> tantivy.Query:
        tokens = _telling(printed)
        if not tokens:  # "of the" alone: wherever the words stand
            forms = search_tokens(printed)
            if not forms:
                return self._query.empty_query()
            words = [self._query.term_query(self._schema, "forms", f, "basic") for f in forms]
            return self._query.boolean_query([(self._occur.Must, word) for word in words])
        if len(tokens) == 1:
            if len(tokens[0]) == 1 and "\u3400" <= tokens[0] <= "\u9fff":
                return self._beginning(tokens[0])  # one Han character stands in pairs
            return self._query.term_query(self._schema, "words", tokens[0], "freq")
        expression = as_expression(tokens)
        if expression:
            return self._query.term_query(self._schema, "expressions", expression, "freq")
        return self._phrase("words", tokens)

    def _phrase(self, name: str, tokens: Sequence[str], apart: int = 0) -> tantivy.Query:
        placed: list[str | tuple[int, str]] = [*tokens]
        return self._query.phrase_query(self._schema, name, placed, apart)

    def _beginning(self, folded: str) -> tantivy.Query:
        written = "".join(f"\\{c}" if not c.isalnum() else c for c in folded)
        return self._query.regex_query(self._schema, "forms", written + ".*")

    def _field(self, field: Field) -> tantivy.Query:
        if field.name == "theme":
            # Records have the names of today; a question may have those of an earlier cycle.
            named = [field.value, *renamed(Taxonomy.THEME, field.value)]
            ways = [(self._occur.Should, self._theme(words)) for words in named]
            return self._query.boolean_query(ways) if len(ways) > 1 else ways[0][1]
        if field.name == "number" and "." not in field.value:
            # "27" is the last part of "143.27" too.
            pattern = rf"(.*\.)?{re.escape(field.value)}" if field.value.isalnum() else ""
            if pattern:
                return self._query.regex_query(self._schema, "number", pattern)
        return self._term(field.name, field.value)

    def _theme(self, words: str) -> tantivy.Query:
        tokens = _telling(words)
        if len(tokens) < 2:
            return self._query.term_query(
                self._schema, "theme_words", tokens[0] if tokens else words, "freq"
            )
        return self._phrase("theme_words", tokens)

    def _term(self, name: str, value: str) -> tantivy.Query:
        return self._query.term_query(self._schema, name, value, "basic")

    def _silent(self, query: tantivy.Query) -> tantivy.Query:
        return self._query.const_score_query(query, 0.0)

    def _without(self, queries: Sequence[tantivy.Query]) -> tantivy.Query:
        """All records but those that ``queries`` find; what stands beside them is none."""
        return self._query.boolean_query(
            [
                (self._occur.Must, self._silent(self._query.all_query())),
                (self._occur.MustNot, self._term("seen", SEEN)),
                *((self._occur.MustNot, query) for query in queries),
            ]
        )


@lru_cache(maxsize=4096)
def _fewest(alternatives: tuple[Node, ...]) -> tuple[Node, ...]:
    """Those that find something the others do not: "child labour" adds nothing to "child".

    Each alternative left out saves a phrase, which costs ten times what a word does. Nearly all
    questions are made of the same lines of the glossary: most answers are known.
    """
    ways = list(dict.fromkeys(alternatives))
    kept: list[Node] = []
    for n, way in enumerate(ways):
        others = [*kept, *ways[n + 1 :]]
        if not any(_implies(way, other) for other in others):
            kept.append(way)
    return tuple(kept)


def _implies(node: Node, other: Node) -> bool:
    """Whether every text with ``node`` has ``other`` too."""
    match other:
        case AllOf(nodes):
            return all(_implies(node, each) for each in nodes)
        case Word(printed) | Phrase(printed):
            sought = _telling(printed)
        case _:
            return False
    match node:
        case AllOf(nodes):
            return any(_implies(each, other) for each in nodes)
        case Word(printed) | Phrase(printed):
            tokens = _telling(printed)
        case _:
            return False
    length = len(sought)
    return any(tokens[n : n + length] == sought for n in range(len(tokens) - length + 1))


@lru_cache(maxsize=16_384)
def _telling(printed: str) -> tuple[str, ...]:
    """The tokens by which words are looked for."""
    return tuple(token for token in search_tokens(printed) if token not in FILLING)
