"""One page of the list of recommendations: what the view shows, with counts to narrow it down.

With a question the records come from the search index, the best match first. Without one they are
read from the database in printed order, from where the reader stands and to the end. The counts
beside both are those of the index, which knows only what the reader may see.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Q

from upheld.analysis.query import AllOf, AnyOf, Node, Question, parse_question
from upheld.analysis.query_fields import Field
from upheld.services.permissions import Actor, visible_to
from upheld.services.record_view import RecordView
from upheld.services.search import FARTHEST, FIVE, Hit, counts, search
from upheld.services.selection import filter_of, is_set_aside
from upheld.store.models import Document, Record
from upheld.store.queries.record_pages import record_page
from upheld.store.queries.records import RecordFilter, records
from upheld.store.queries.shown_records import shown_records

COUNTED = (*FIVE, "kind", "review")
ON_A_PAGE = 50
"""Records of a list, which somebody goes through from its beginning to its end."""

ANSWERS_ON_A_PAGE = 20
"""Answers to a question: who does not find it among these asks otherwise."""


@dataclass(frozen=True, slots=True)
class RecordList:
    """One page: its records, how many there are in all, and the addresses of the pages beside it.

    ``full`` are those with every word of the question. ``before`` and ``after`` are what the
    address of the page before and after this one has beside the view, "" at the ends. ``ends``
    says that the list goes on but is not turned over any further.
    """

    question: Question
    hits: Sequence[Hit]
    total: int
    full: int
    facets: Mapping[str, Sequence[tuple[str, int]]] = field(default_factory=dict)
    before: str = ""
    after: str = ""
    ends: bool = False


def record_list(
    actor: Actor, view: RecordView, *, before: str = "", after: str = "", at: str = ""
) -> RecordList:
    """The page of ``view`` before or after a public id, or at a place among the results.

    Who: everyone; whoever may read nothing finds nothing. No text of a question is an error.
    """
    wanted = filter_of(view)
    if wanted is None:
        return _asked(actor, view, at)
    return _listed(actor, view, wanted, before, after)


def _asked(actor: Actor, view: RecordView, at: str) -> RecordList:
    answer = search(
        actor,
        view.question,
        facets=view.chosen,
        counted=COUNTED,
        sort=view.sort,
        limit=ANSWERS_ON_A_PAGE,
        cursor=at,
    )
    reached = (int(at) if at.isdecimal() else 0) + len(answer.hits)
    return RecordList(
        answer.question,
        answer.hits,
        answer.total,
        answer.full,
        answer.facets,
        before=_place("at", answer.before),
        after=_place("at", answer.after),
        ends=not answer.after and reached >= FARTHEST,
    )


def _listed(
    actor: Actor, view: RecordView, wanted: RecordFilter, before: str, after: str
) -> RecordList:
    rows = visible_to(actor, records(wanted))
    page = record_page(rows.only("public_id"), ON_A_PAGE, before=before, after=after)
    keys = [record.pk for record in page.rows]
    found = shown_records(visible_to(actor, Record.objects.filter(pk__in=keys)))
    hits = [Hit.whole(found[key]) for key in keys]
    facets: Mapping[str, Sequence[tuple[str, int]]] = {}
    if is_set_aside(view):
        total = rows.count()
    else:
        total, facets = counts(actor, facets=view.chosen, counted=COUNTED)
    return RecordList(
        parse_question(""),
        hits,
        total,
        total,
        facets,
        before=_place("before", page.before),
        after=_place("after", page.after),
    )


def _place(name: str, value: str) -> str:
    return urlencode({name: value}) if value else ""


def documents_named(actor: Actor, question: Question) -> list[Document]:
    """The documents whose symbols the question names: A/HRC/26/6/Add.1 answers and has no records.

    Who: everyone; only documents they may read.
    """
    symbols = _symbols(question.root)
    if not symbols:
        return []
    named = Q()
    for symbol in symbols:
        named |= Q(symbol__iexact=symbol)
    return list(visible_to(actor, Document.objects.filter(named)).order_by("slug"))


def _symbols(node: Node | None) -> list[str]:
    match node:
        case Field(name="symbol", value=value):
            return [value]
        case AllOf(nodes) | AnyOf(nodes):
            return [symbol for inner in nodes for symbol in _symbols(inner)]
    return []
