"""The records that a person selected on a list: some by name, or all that a question finds.

"A-HRC-26-6-143.27 and A-HRC-26-6-143.28", or "all 86 results of: death penalty, State VNM". What a
person may not see is never among them, and a selection never grows beyond what an act can bear.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from upheld.core.errors import InputProblem
from upheld.core.review import IN_FORCE
from upheld.services.permissions import Actor, visible_to
from upheld.services.record_view import RecordView
from upheld.services.search import keys_found
from upheld.store.models import Record
from upheld.store.queries.records import RecordFilter, records

MOST = 1_000
"""Records that one act changes at once; a longer list is narrowed down first."""

MOST_NAMED = 1_000
"""Records that can be selected by name: twenty pages of a list."""

CHUNK = 500
"""Rows read at once; SQLite takes only so many values in one question."""

_FILTERS = {
    "state": "state",
    "from": "recommending",
    "symbol": "symbol",
    "document": "slug",
    "position": "position",
    "kind": "kind",
    "review": "review_state",
}
_SET_ASIDE = ("split", "merged", "withdrawn")


@dataclass(frozen=True, slots=True)
class Selection:
    """``public_ids`` when they were selected one by one; otherwise everything ``view`` shows."""

    public_ids: tuple[str, ...] = ()
    view: RecordView | None = None


@dataclass(frozen=True, slots=True)
class Selected:
    """The rows of the records in the order of the list, each once."""

    keys: tuple[int, ...]

    def read(self, rows: QuerySet[Record]) -> Iterator[Record]:
        """The records as ``rows`` reads them, in their order and a few at a time."""
        for start in range(0, len(self.keys), CHUNK):
            some = self.keys[start : start + CHUNK]
            found = {record.pk: record for record in rows.filter(pk__in=some)}
            yield from (found[key] for key in some if key in found)


def select(actor: Actor, selection: Selection, *, fewest: int = 1, most: int = MOST) -> Selected:
    """The selected records that ``actor`` may see, at least ``fewest`` and at most ``most``.

    Who: whoever may read them; the act itself is authorised where it is done. ``InputProblem`` when
    there are too few or too many, so that no act is done to a part of what was meant.
    """
    if selection.view is None:
        found = _named(actor, selection.public_ids)
        count = len(found)
    else:
        found, count = shown_by(actor, selection.view, most=most)
    if count < fewest:
        raise InputProblem(
            ngettext(
                "Select at least %(count)s record.", "Select at least %(count)s records.", fewest
            )
            % {"count": fewest},
            next_step=_("Tick the boxes beside the records, then choose what to do."),
        )
    if count > most:
        raise InputProblem(
            ngettext(
                "This can be done to %(most)s record at once, and %(count)s are selected.",
                "This can be done to %(most)s records at once, and %(count)s are selected.",
                most,
            )
            % {"most": most, "count": count},
            next_step=_("Narrow the list down, or select fewer records."),
        )
    return Selected(tuple(found))


def shown_by(actor: Actor, view: RecordView, *, most: int) -> tuple[list[int], int]:
    """The rows of up to ``most`` records that the view shows, in its order, and how many it has."""
    wanted = filter_of(view)
    if wanted is None:
        return keys_found(actor, view.question, facets=view.chosen, sort=view.sort, most=most)
    rows = visible_to(actor, records(wanted)).values_list("pk", flat=True)
    found = list(rows[: most + 1])
    return found[:most], len(found) if len(found) <= most else rows.count()


def filter_of(view: RecordView) -> RecordFilter | None:
    """The view as a filter of the database; None when only the search index can answer it.

    A list without a question is read from the database, in printed order and to its end. Records
    that are no longer in force stand in no index: there a question means words in the text.
    """
    if view.chosen.get("review", ())[:1] and is_set_aside(view):
        return _as_filter(view)
    if view.question or view.sort == "oldest" or view.chosen.keys() - _FILTERS.keys():
        return None
    if any(len(values) > 1 for values in view.chosen.values()):
        return None
    return _as_filter(view)


def is_set_aside(view: RecordView) -> bool:
    """Whether the view asks for records that were split, merged or withdrawn."""
    return not {*view.chosen.get("review", ())}.isdisjoint(_SET_ASIDE)


def _as_filter(view: RecordView) -> RecordFilter:
    values = {_FILTERS[n]: given[0] for n, given in view.chosen.items() if n in _FILTERS}
    if is_set_aside(view):
        values["review_state"] = next(v for v in view.chosen["review"] if v in _SET_ASIDE)
    return RecordFilter(**values, words=view.question)


def _named(actor: Actor, public_ids: tuple[str, ...]) -> list[int]:
    names = list(dict.fromkeys(public_ids))[: MOST_NAMED + 1]
    rows = visible_to(actor, Record.objects.filter(review_state__in=list(IN_FORCE)))
    found: dict[str, int] = {}
    for start in range(0, len(names), CHUNK):
        some = names[start : start + CHUNK]
        found |= rows.filter(public_id__in=some).values_list("public_id", "pk")
    return [found[name] for name in names if name in found]
