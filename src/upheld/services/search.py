"""Finds records by a question in Vietnamese or English; who may not see a record never meets it.

"chồng đánh vợ chu kỳ 3" is understood, put to the index of the data folder, and what the index
finds is read again from the database as far as the reader may see it. The index counts only what
the reader may see, so that no count tells of a record that is hidden.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from upheld.analysis.query import Question, parse_question
from upheld.analysis.query_fields import normal
from upheld.analysis.snippets import Shown, snippet
from upheld.analysis.understanding import understand
from upheld.core.labels import Taxonomy
from upheld.core.review import IN_FORCE
from upheld.core.roles import Action
from upheld.services.permissions import Actor, allowed, visible_to
from upheld.store.models import Record
from upheld.store.queries.label_meanings import called_today
from upheld.store.queries.shown_records import ShownRecord, shown_records
from upheld.store.search_index import search_index, state_of_index
from upheld.store.search_index_engine import Found, ask
from upheld.store.search_index_schema import CHOICES, EVERYONE

if TYPE_CHECKING:
    import tantivy

FIVE = ("state", "theme", "position", "body", "cycle", "from")
"""The facets that are counted when nothing else is asked."""

MOST = 200
FARTHEST = 10_000
"""Hits beyond which a list is no longer turned over: nobody reads so far, and it takes seconds."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One record with its score and its text in pieces, of which the found ones are marked."""

    record: ShownRecord
    score: float
    shown: Sequence[Shown]

    @classmethod
    def whole(cls, record: ShownRecord) -> Hit:
        """A record of a list that nobody asked a question for: its text, nothing marked."""
        return cls(record, 0.0, snippet(record.text, None))


@dataclass(frozen=True, slots=True)
class Answer:
    """``total`` counts all that was found, ``full`` those with every word that was asked for.

    ``facets``: for each field its values with their counts. ``before`` and ``after`` are the
    cursors of the pages beside this one, "" at the ends.
    """

    question: Question
    hits: Sequence[Hit]
    total: int
    full: int
    facets: Mapping[str, Sequence[tuple[str, int]]]
    before: str = ""
    after: str = ""


def search(
    actor: Actor,
    question: str,
    *,
    facets: Mapping[str, Sequence[str]] | None = None,
    counted: Sequence[str] = FIVE,
    sort: str = "relevance",
    limit: int = 20,
    cursor: str = "",
) -> Answer:
    """Records that answer ``question`` within the chosen values of ``facets``.

    ``sort`` is "relevance", "newest" or "oldest". Any text is a question: none is refused. Who:
    everyone, and whoever may read nothing finds nothing.
    """
    understood = _understood(question)
    seen = audiences(actor)
    if not seen:
        return Answer(understood, (), 0, 0, dict.fromkeys(counted, ()))
    chosen = _as_indexed(facets or {})
    offset = int(cursor) if cursor.isdecimal() and len(cursor) < 8 else 0
    offset = min(offset, FARTHEST)
    limit = max(0, min(limit, MOST))
    found = ask(
        search_index(),
        understood.root,
        visible=seen,
        chosen=chosen,
        facets=counted,
        order_by=_order(understood, sort),
        limit=limit,
        offset=offset,
    )
    records = _records(actor, [key for key, _ in found.hits])
    hits = [
        Hit(record, score, snippet(record.text, understood.root))
        for key, score in found.hits
        if (record := records.get(key))
    ]
    further = offset + len(found.hits) < found.total and offset + limit <= FARTHEST
    return Answer(
        question=understood,
        hits=hits,
        total=found.total,
        full=found.full,
        facets=found.facets,
        before=str(max(0, offset - limit)) if offset else "",
        after=str(offset + limit) if further and limit else "",
    )


def counts(
    actor: Actor, *, facets: Mapping[str, Sequence[str]], counted: Sequence[str]
) -> tuple[int, Mapping[str, Sequence[tuple[str, int]]]]:
    """How many records have the chosen values, and for each field its values with their counts.

    Counting all 268,000 takes as long as the rest of a page, so it is done once after each change.
    Who: everyone; nothing is counted that the reader may not see.
    """
    seen = audiences(actor)
    if not seen:
        return 0, dict.fromkeys(counted, ())
    index = search_index()
    chosen = tuple((name, tuple(values)) for name, values in _as_indexed(facets).items())
    found = _counts(index, state_of_index(), tuple(seen), chosen, tuple(counted))
    return found.total, found.facets


@lru_cache(maxsize=32)
def _counts(
    index: tantivy.Index,
    _state: str,
    seen: tuple[str, ...],
    chosen: tuple[tuple[str, tuple[str, ...]], ...],
    counted: tuple[str, ...],
) -> Found:
    return ask(index, None, visible=seen, chosen=dict(chosen), facets=counted, limit=0)


def keys_found(
    actor: Actor,
    question: str,
    *,
    facets: Mapping[str, Sequence[str]],
    sort: str = "",
    most: int,
) -> tuple[list[int], int]:
    """The rows of up to ``most`` records that answer, in their order, and how many there are.

    Who: everyone; nothing is among them that the reader may not see.
    """
    understood = _understood(question)
    seen = audiences(actor)
    if not seen:
        return [], 0
    found = ask(
        search_index(),
        understood.root,
        visible=seen,
        chosen=_as_indexed(facets),
        order_by=_order(understood, sort),
        limit=most,
    )
    return [key for key, _ in found.hits], found.total


@lru_cache(maxsize=1024)
def _understood(question: str) -> Question:
    """What the words of ``question`` ask for; pages are turned and narrowed by the same words."""
    return understand(parse_question(question))


def audiences(actor: Actor) -> list[str]:
    """Those a person belongs to, for which the index finds and counts.

    The answer is that of ``visible_to``: a record's audience stands in ``IndexRow.audience``.
    """
    return [EVERYONE] if allowed(actor, Action.READ) else []


def _order(question: Question, sort: str) -> str:
    if sort in ("newest", "oldest"):
        return sort
    return "newest" if question.root is None else ""


def _as_indexed(facets: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The chosen values in the form in which the index keeps them: "a/hrc/26/6", "VNM"."""
    chosen = {name: list(values) for name, values in facets.items() if values}
    unknown = chosen.keys() - set(CHOICES)
    if unknown:
        raise ValueError(f"no such facets: {sorted(unknown)}")
    if "theme" in chosen:  # an address that was kept may have the name of an earlier cycle
        chosen["theme"] = called_today(Taxonomy.THEME, chosen["theme"])
    if "symbol" in chosen:
        chosen["symbol"] = [normal("symbol", value) for value in chosen["symbol"]]
    return chosen


def _records(actor: Actor, keys: list[int]) -> dict[int, ShownRecord]:
    rows = visible_to(actor, Record.objects.filter(pk__in=keys))
    return shown_records(rows.filter(review_state__in=[state.value for state in IN_FORCE]))
