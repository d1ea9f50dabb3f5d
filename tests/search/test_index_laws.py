"""What an index answers is what its rows say: who may see them, what they have, how many have it.

The rows are made at random; nothing but the rows themselves says what is expected.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import tantivy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from upheld.analysis.query import parse_question
from upheld.core.search_tokens import search_tokens
from upheld.store.search_index_engine import ask, seals
from upheld.store.search_index_schema import (
    EVERYONE,
    FACETS,
    SEEN,
    IndexRow,
    document_of,
    schema,
    seal,
    seen_document,
)

WORDS = ("women", "prison", "child", "death", "rights", "of")
AUDIENCES = (EVERYONE, "drafters", "body 7")
THEMES = ("Right to education", "Death penalty", "Minorities", "Torture", "Detention")
STATES = ("VNM", "FRA", "CHL", "DEU", "ESP")

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
some = st.lists(st.sampled_from(STATES), max_size=5, unique=True).map(tuple)
rows = st.builds(
    IndexRow,
    key=st.just(0),
    text=texts,
    states=some,
    recommending=some,
    themes=st.lists(st.sampled_from(THEMES), max_size=5, unique=True).map(tuple),
    position=st.sampled_from(("supported", "noted", "")),
    cycle=st.sampled_from(("1", "3", "")),
    audience=st.lists(st.sampled_from(AUDIENCES), unique=True).map(tuple),
)
many_rows = st.lists(rows, max_size=15).map(
    lambda made: [_numbered(row, n) for n, row in enumerate(made, start=1)]
)
readers = st.lists(st.sampled_from(AUDIENCES), unique=True)

Tree = tuple[str, Callable[[IndexRow], bool]]


def _numbered(row: IndexRow, key: int) -> IndexRow:
    return IndexRow(
        key, row.text, states=row.states, recommending=row.recommending, themes=row.themes,
        position=row.position, cycle=row.cycle, audience=row.audience,
    )  # fmt: skip


def _word(word: str) -> Tree:
    token = search_tokens(word)[0]
    return word, lambda row: token in search_tokens(row.text)


def _phrase(words: list[str]) -> Tree:
    sought = [token for token in search_tokens(" ".join(words)) if token != "of"]

    def has(row: IndexRow) -> bool:
        tokens = [token for token in search_tokens(row.text) if token != "of"]
        places = range(len(tokens) - len(sought) + 1)
        return any(tokens[n : n + len(sought)] == sought for n in places)

    return f'"{" ".join(words)}"', has


def _all(parts: list[Tree]) -> Tree:
    return " AND ".join(f"({said})" for said, _ in parts), lambda row: all(
        has(row) for _, has in parts
    )


def _any(parts: list[Tree]) -> Tree:
    return " OR ".join(f"({said})" for said, _ in parts), lambda row: any(
        has(row) for _, has in parts
    )


def _not(part: Tree) -> Tree:
    return f"NOT ({part[0]})", lambda row: not part[1](row)


leaves = st.one_of(
    st.sampled_from(WORDS[:5]).map(_word),
    st.lists(st.sampled_from(WORDS[:5]), min_size=2, max_size=3).map(_phrase),
    st.sampled_from(STATES).map(lambda code: (f"state:{code}", lambda row: code in row.states)),
    st.sampled_from(STATES).map(
        lambda code: (f"from:{code}", lambda row: code in row.recommending)
    ),
    st.sampled_from(("1", "3")).map(lambda n: (f"cycle:{n}", lambda row: row.cycle == n)),
)
questions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(_all),
        st.lists(inner, min_size=2, max_size=3).map(_any),
        inner.map(_not),
    ),
    max_leaves=6,
)


def index_of(made: list[IndexRow]) -> tantivy.Index:
    index = tantivy.Index(schema())
    writer = index.writer(15_000_000, 1)
    for row in made:
        writer.add_document(document_of(row))
    writer.add_document(seen_document("1:abc"))
    writer.commit()
    index.reload()
    return index


def values(row: IndexRow, facet: str) -> tuple[str, ...]:
    match facet:
        case "state":
            return row.states
        case "from":
            return row.recommending
        case "theme":
            return row.themes
        case "position":
            return (row.position or "none",)
        case "cycle":
            return (row.cycle,) if row.cycle else ()
    return ()


@given(made=many_rows, asked=questions, reader=readers)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_answers_and_counts_are_those_of_the_rows(
    made: list[IndexRow], asked: Tree, reader: list[str]
) -> None:
    question, has = asked
    expected = [row for row in made if set(row.audience) & set(reader) and has(row)]
    found = ask(
        index_of(made), parse_question(question).root, visible=reader, facets=FACETS, limit=50
    )
    assert sorted(key for key, _ in found.hits) == [row.key for row in expected]
    assert found.total == len(expected)
    for facet in FACETS:
        counted = Counter(value for row in expected for value in values(row, facet))
        assert dict(found.facets[facet]) == counted


@given(made=many_rows, reader=readers)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_the_index_keeps_beside_the_rows_is_never_found(
    made: list[IndexRow], reader: list[str]
) -> None:
    index = index_of(made)
    allowed = {row.key for row in made if set(row.audience) & set(reader)}
    assert {key for key, _ in ask(index, None, visible=reader, limit=50).hits} == allowed
    assert ask(index, parse_question(SEEN).root, visible=reader).total == 0
    assert seals(index) == {row.key: seal(row) for row in made}
