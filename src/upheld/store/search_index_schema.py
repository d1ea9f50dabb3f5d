"""The search index on disk: its fields, and a record as the index sees it.

``SCHEMA`` changes with every change of a field or of how tokens are made; an index of another
edition is built anew. tantivy is imported where it is used: starting the program needs none of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from upheld.analysis import glossary
from upheld.core.fold import fold
from upheld.core.search_tokens import search_tokens, tokens_and_forms

if TYPE_CHECKING:
    import tantivy

SCHEMA = 9
SEEN = "seen"

PIECES = 8
"""Parts in which a long list is written. Each leaves a piece of the index, and questions ask every
piece; of eight of like size the index itself makes one, in two seconds. Questions take four fifths
of the time that they take of two pieces.
"""

LONG = 60_000
"""Rows of a long list: fewer are indexed in one go, within twelve seconds."""

FACETS = ("state", "theme", "position", "body", "cycle", "from", "year", "kind", "review")
"""Fields that are counted; the values of one are joined by "or", those of two by "and"."""

TOGETHER = ("position", "body", "cycle", "kind", "review")
"""Of these a record has one value at most, of few: they are counted together, in one column."""

MARKS = "marks"
"""Their column: "supported", "UPR", "3", "recommendation", "published" as one value."""

BESIDE = {"state": 1, "theme": 3, "from": 2, "year": 1}
"""Of these a record may have more values: so many are counted in columns beside each other."""

NO_VALUE = "\x1f"

CHOICES = (*FACETS, "symbol", "document")
"""Fields whose values may be chosen. "document" is its name in addresses, "A-HRC-26-6"."""

EVERYONE = "members"
"""The audience that everyone who may read at all belongs to."""

RESTRICTED = "restricted"
"""The mark of a record whose audience is not everyone. It is written beside the audience, never
given: nearly all records are for everyone, and a question that only takes the rare others out costs
a tenth of one that asks for all that may be seen.
"""

# Words that stand in nearly every text: phrases pass over them ("rights of the child" is looked for
# as "right child"), because their places are half of an index and nearly all of a phrase's time.
FILLING = frozenset({"the", "of", "and", "to", "in", "for", "a"})

_EXACT = (*FACETS, "symbol", "number", "document", "audience")


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One record: ``key`` its row in the database, ``text`` what is searched.

    ``states`` are those under review, ``recommending`` those that recommend, by ISO 3166 code.
    ``symbols`` are the document's symbol and the one it belongs to, folded. ``audience`` names who
    may see it: whoever belongs to one of these. ``document`` and ``order`` put records of one day
    in printed order; ``slug`` is the name of the document in addresses.
    """

    key: int
    text: str
    number: str = ""
    symbols: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    recommending: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    position: str = ""
    cycle: str = ""
    body: str = ""
    kind: str = ""
    review: str = ""
    day: date | None = None
    document: int = 0
    slug: str = ""
    order: int = 0
    audience: tuple[str, ...] = (EVERYONE,)


def schema() -> tantivy.Schema:
    """The fields: ``words`` are stems with their places, ``forms`` folded words for beginnings."""
    import tantivy  # noqa: PLC0415  # slow import

    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("key", indexed=True, fast=True)
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("expressions", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("forms", tokenizer_name="whitespace", index_option="basic")
    builder.add_text_field("theme_words", tokenizer_name="whitespace", index_option="position")
    for name in _EXACT:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    columns = [column for name in FACETS for column in counted_columns(name)]
    for name in (MARKS, *columns):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_unsigned_field("newest", fast=True)
    builder.add_unsigned_field("oldest", fast=True)
    builder.add_unsigned_field("seal", fast=True)
    builder.add_text_field("seen", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


@cache
def counted_columns(facet: str) -> Sequence[str]:
    """The columns by which a facet is counted by itself: "theme_0", "theme_1", "theme_further".

    In all but the last every record has exactly one value: counting such a column takes a fraction
    of the time of one in which many have several. What has no place in them stands in the last.
    """
    if facet in TOGETHER:
        return ()
    return (*(f"{facet}_{n}" for n in range(BESIDE[facet])), f"{facet}_further")


def document_of(row: IndexRow) -> tantivy.Document:
    """The row as the index takes it, each value with its type: a wrong one ends the writer."""
    import tantivy  # noqa: PLC0415  # slow import

    if RESTRICTED in row.audience:
        raise ValueError("the mark of restricted records is no audience")
    written = tantivy.Document()
    written.add_unsigned("key", row.key)
    tokens, forms = tokens_and_forms(row.text)
    telling = [token for token in tokens if token not in FILLING]
    written.add_text("words", " ".join(telling))
    written.add_text("expressions", " ".join(expressions_in(telling)))
    written.add_text("forms", " ".join(forms))
    for theme in row.themes:
        written.add_text("theme_words", _theme_words(theme))
    found = _facet_values(row)
    for facet, values in found.items():
        for value in values:
            written.add_text(facet, value)
    for facet, places in BESIDE.items():
        *columns, further = counted_columns(facet)
        for column, value in zip_longest(columns, found[facet][:places], fillvalue=NO_VALUE):
            written.add_text(column, value)
        for value in found[facet][places:]:
            written.add_text(further, value)
    single = [next(iter(found[facet]), "") for facet in TOGETHER]
    written.add_text(MARKS, NO_VALUE.join(single))
    for name, values in (
        ("document", (row.slug,)),
        ("audience", row.audience if EVERYONE in row.audience else (*row.audience, RESTRICTED)),
        ("symbol", row.symbols),
        ("number", (fold(row.number),)),
    ):
        for value in values:
            if value:
                written.add_text(name, value)
    written.add_unsigned("newest", _newest(row))
    written.add_unsigned("oldest", _oldest(row))
    written.add_unsigned("seal", seal(row))
    return written


def _facet_values(row: IndexRow) -> dict[str, tuple[str, ...]]:
    """Each facet with the values that the row has of it."""
    single = {
        "position": row.position or "none",
        "body": row.body,
        "cycle": row.cycle,
        "kind": row.kind,
        "review": row.review,
        "year": str(row.day.year) if row.day else "",
    }
    several = {"state": row.states, "theme": row.themes, "from": row.recommending}
    return several | {facet: (value,) if value else () for facet, value in single.items()}


@lru_cache(maxsize=4096)
def _theme_words(theme: str) -> str:
    return " ".join(token for token in search_tokens(theme) if token not in FILLING)


def expressions_in(telling: Sequence[str]) -> list[str]:
    """Expressions of the glossary in a text, each as one token: "right_child".

    An expression that is one token is found without comparing places, in a tenth of the time.
    """
    known = _glossary_expressions()
    return [
        "_".join(expression)
        for at, first in enumerate(telling)
        if first in known
        for length, expressions in known[first].items()
        if (expression := tuple(telling[at : at + length])) in expressions
    ]


def as_expression(telling: Sequence[str]) -> str:
    """The one token of these words, "" when they are no expression of the glossary."""
    by_length = _glossary_expressions().get(telling[0], {})
    known = tuple(telling) in by_length.get(len(telling), set())
    return "_".join(telling) if known else ""


@cache
def _glossary_expressions() -> dict[str, dict[int, set[tuple[str, ...]]]]:
    """Those of two words and more, by their first token and their length."""
    known: dict[str, dict[int, set[tuple[str, ...]]]] = {}
    for written in glossary.expressions():
        tokens = tuple(token for token in search_tokens(written) if token not in FILLING)
        if len(tokens) > 1:
            known.setdefault(tokens[0], {}).setdefault(len(tokens), set()).add(tokens)
    return known


@cache
def edition() -> str:
    """What an index depends on beside the records: its fields, and the expressions it knows."""
    known = sorted(
        tokens
        for by_length in _glossary_expressions().values()
        for several in by_length.values()
        for tokens in several
    )
    return f"{SCHEMA}-{hashlib.blake2b(repr(known).encode(), digest_size=6).hexdigest()}"


def seal(row: IndexRow) -> int:
    """A number that differs when anything of the row does: ``upheld verify`` compares by it."""
    digest = hashlib.blake2b(repr(row).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big")


def seen_document(seen: str) -> tantivy.Document:
    """Beside the rows, what of the history they hold; it has no words, so no question finds it.

    It is written in the same commit as the rows, so the two cannot part. What asks for all but
    something leaves it out.
    """
    import tantivy  # noqa: PLC0415  # slow import

    written = tantivy.Document()
    written.add_text("seen", seen)
    written.add_text("seen", SEEN)
    return written


def _newest(row: IndexRow) -> int:
    """One number whose falling order is that of lists: newest day, then document, then print."""
    day = row.day.toordinal() if row.day else 0
    return (day << 42) | _as_printed(row)


def _oldest(row: IndexRow) -> int:
    """One number whose falling order is: oldest day, then document, then print; undated last."""
    day = 0xFFFFF - row.day.toordinal() if row.day else 0
    return (day << 42) | _as_printed(row)


def _as_printed(row: IndexRow) -> int:
    return ((0x3FFFFF - (row.document & 0x3FFFFF)) << 20) | (0xFFFFF - min(row.order, 0xFFFFF))
