"""What the search index knows of a record: one row, made here from what the database keeps.

Whatever is to be found or counted gets its field in ``search_index_schema.IndexRow`` and its line
in ``_rows``. Columns are read, not objects: there are 268,000 records to index in one go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from upheld.core.fold import fold
from upheld.core.labels import Taxonomy
from upheld.core.review import IN_FORCE
from upheld.core.symbols import Symbol
from upheld.store.bulk import rows_with
from upheld.store.models import (
    Document,
    Label,
    PositionEntry,
    RecommendingState,
    Record,
    StateUnderReview,
)
from upheld.store.queries.label_meanings import meanings
from upheld.store.search_index_schema import IndexRow

BATCH = 5_000
"""Records asked for at once; each question names them, and SQLite takes only so many values."""

_FORCE = [state.value for state in IN_FORCE]
_COLUMNS = ("id", "text", "printed", "number", "kind", "order", "document_id",
            "current_position_id", "review_state")  # fmt: skip
_DOCUMENT = ("id", "slug", "symbol", "base_symbol", "cycle", "body", "date")


@dataclass(frozen=True, slots=True)
class _Source:
    """What all records of one document share."""

    symbols: tuple[str, ...]
    states: tuple[str, ...]
    cycle: str
    body: str
    slug: str
    day: date | None


def index_rows(records: QuerySet[Record]) -> Iterator[IndexRow]:
    """The rows of those of ``records`` that are in force."""
    force = records.filter(review_state__in=_FORCE).order_by("pk")
    keys = list(force.values_list("pk", flat=True))
    themes = meanings(Taxonomy.THEME)
    for start in range(0, len(keys), BATCH):
        yield from _rows(keys[start : start + BATCH], themes)


def _rows(keys: Sequence[int], themes: dict[int, str]) -> Iterator[IndexRow]:
    columns = list(rows_with(Record, "id", keys, _COLUMNS))
    sources = _sources({row[6] for row in columns})
    entries = [row[7] for row in columns if row[7]]
    positions = dict(rows_with(PositionEntry, "id", entries, ("id", "value")))
    recommending = _in_order(
        rows_with(RecommendingState, "record_id", keys, ("record_id", "order", "iso3"))
    )
    labels = rows_with(Label, "record_id", keys, ("record_id", "term_id"))
    themed = _in_order((key, themes[term], themes[term]) for key, term in labels if term in themes)
    for pk, text, printed, number, kind, order, document, position, review in columns:
        source = sources[document]
        yield IndexRow(
            key=pk,
            text=text or printed,
            number=number,
            symbols=source.symbols,
            states=source.states,
            recommending=recommending.get(pk, ()),
            themes=themed.get(pk, ()),
            position=positions.get(position, ""),
            cycle=source.cycle,
            body=source.body,
            kind=kind,
            review=review,
            day=source.day,
            document=document,
            slug=source.slug,
            order=order,
        )


def _in_order(rows: Iterable[tuple[int, int | str, str]]) -> dict[int, tuple[str, ...]]:
    """The values of each key by what stands before them, each once."""
    found: dict[int, list[tuple[int | str, str]]] = defaultdict(list)
    for key, order, value in rows:
        found[key].append((order, value))
    return {
        key: tuple(dict.fromkeys(value for _order, value in sorted(pairs)))
        if len(pairs) > 1
        else (pairs[0][1],)
        for key, pairs in found.items()
    }


def _sources(documents: Iterable[int]) -> dict[int, _Source]:
    wanted = sorted(documents)
    columns = ("document_id", "order", "iso3")
    states = _in_order(rows_with(StateUnderReview, "document_id", wanted, columns))
    return {
        pk: _Source(
            symbols=_symbols((symbol, base_symbol)),
            states=states.get(pk, ()),
            cycle=str(cycle or ""),
            body=_body(symbol, body),
            slug=slug,
            day=_day(day),
        )
        for pk, slug, symbol, base_symbol, cycle, body, day in rows_with(
            Document, "id", wanted, _DOCUMENT
        )
    }


def _day(column: date | str | None) -> date | None:
    """SQLite keeps days as text: "2014-06-20"."""
    return date.fromisoformat(column) if isinstance(column, str) else column


def _symbols(printed: Sequence[str]) -> tuple[str, ...]:
    """As printed and of the series: A/HRC/26/6/Corr.1 is found by "A/HRC/26/6" too."""
    return tuple(dict.fromkeys(fold(text) for text in printed if text))


def _body(symbol: str, printed: str) -> str:
    """The code of the issuing body by the symbol, else its printed name."""
    found = Symbol.parse(symbol) if symbol else None
    return found.body if found and found.body else printed
