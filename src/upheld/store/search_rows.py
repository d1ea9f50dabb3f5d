"""What the search index knows of a record: one row, made here from what the database keeps.

Whatever is to be found or counted gets its field in ``search_index_schema.IndexRow`` and its line
in ``index_rows``. Columns are read, not objects: there are 268,000 records to index in one go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from upheld.core.fold import fold
from upheld.core.labels import Taxonomy
from upheld.core.review import IN_FORCE
from upheld.core.symbols import Symbol
from upheld.store.models import Document, Label, RecommendingState, Record, StateUnderReview
from upheld.store.search_index_schema import IndexRow

BATCH = 500
"""Records asked for at once; each question names them, and SQLite takes only so many values."""

_FORCE = [state.value for state in IN_FORCE]
_COLUMNS = ("pk", "text", "printed", "number", "kind", "order", "document_id",
            "current_position__value", "document__date", "review_state")  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Source:
    """What all records of one document share."""

    symbols: tuple[str, ...]
    states: tuple[str, ...]
    cycle: str
    body: str
    slug: str


def index_rows(records: QuerySet[Record]) -> Iterator[IndexRow]:
    """The rows of those of ``records`` that are in force."""
    keys = list(records.filter(review_state__in=_FORCE).order_by("pk").values_list("pk", flat=True))
    sources: dict[int, _Source] = {}
    for start in range(0, len(keys), BATCH):
        some = keys[start : start + BATCH]
        columns = list(Record.objects.filter(pk__in=some).order_by("pk").values_list(*_COLUMNS))
        _add_sources(sources, {row[6] for row in columns})
        recommending = _gathered(
            RecommendingState.objects.filter(record__in=some)
            .order_by("record_id", "order")
            .values_list("record_id", "iso3")
        )
        themes = _gathered(
            Label.objects.filter(record__in=some, term__taxonomy=Taxonomy.THEME.value)
            .order_by("record_id", "term__value")
            .values_list("record_id", "term__value")
        )
        for pk, text, printed, number, kind, order, document, position, day, review in columns:
            source = sources[document]
            yield IndexRow(
                key=pk,
                text=text or printed,
                number=number,
                symbols=source.symbols,
                states=source.states,
                recommending=recommending.get(pk, ()),
                themes=themes.get(pk, ()),
                position=position or "",
                cycle=source.cycle,
                body=source.body,
                kind=kind,
                review=review,
                day=day,
                document=document,
                slug=source.slug,
                order=order,
            )


def _gathered(pairs: Iterable[tuple[int, str]]) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = defaultdict(list)
    for key, value in pairs:
        if value not in found[key]:
            found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _add_sources(sources: dict[int, _Source], documents: Iterable[int]) -> None:
    missing = [document for document in documents if document not in sources]
    if not missing:
        return
    states = _gathered(
        StateUnderReview.objects.filter(document__in=missing)
        .order_by("document_id", "order")
        .values_list("document_id", "iso3")
    )
    for document in Document.objects.filter(pk__in=missing):
        sources[document.pk] = _Source(
            symbols=_symbols((document.symbol, document.base_symbol)),
            states=states.get(document.pk, ()),
            cycle=str(document.cycle or ""),
            body=_body(document),
            slug=document.slug,
        )


def _symbols(printed: Sequence[str]) -> tuple[str, ...]:
    """As printed and of the series: A/HRC/26/6/Corr.1 is found by "A/HRC/26/6" too."""
    return tuple(dict.fromkeys(fold(text) for text in printed if text))


def _body(document: Document) -> str:
    """The code of the issuing body by the symbol, else its printed name."""
    symbol = Symbol.parse(document.symbol) if document.symbol else None
    return symbol.body if symbol and symbol.body else document.body
