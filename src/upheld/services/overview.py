"""The overview: counts that add up, by body, theme, mechanism and province; each leads to its rows.

Whoever reads sees what is theirs to see: the coordination unit counts entries on their way, a
reader what was published. No status is averaged, no body is ranked, and noted recommendations stand
beside supported ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet

from upheld.core.roles import Action
from upheld.services.overview_facts import Facts, OverviewFilter, facts_for, narrowed
from upheld.services.overview_tables import SENT, OverviewTable, Row, Unit, body_path, tables
from upheld.services.permissions import Actor, allowed, allowed_everywhere, authorise, visible_to
from upheld.store.models import Assessment, Assignment, Body, Document, Entry, Record

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Choices:
    """What the overview can be narrowed down to."""

    documents: Sequence[Document]
    cycles: Sequence[int]
    bodies: Sequence[Body]
    themes: Sequence[str]


@dataclass(frozen=True, slots=True)
class Overview:
    """The tables of ``wanted`` on ``day``.

    ``sees`` is "all", "own" or "published": whether entries that are not published count
    everywhere, for one's own bodies, or nowhere.
    """

    wanted: OverviewFilter
    day: date
    tables: tuple[OverviewTable, ...]
    choices: Choices
    sees: str

    def table(self, subject: str) -> OverviewTable | None:
        """The table with this name."""
        return next((table for table in self.tables if table.subject == subject), None)


def overview(actor: Actor, wanted: OverviewFilter, *, day: date) -> Overview:
    """The overview as of ``day``, which is today. Who: every member, from what each may see."""
    who = authorise(actor, Action.READ)
    facts = facts_for(who, day)
    sees = "published"
    if allowed(who, Action.READ_ENTRIES):
        sees = "all" if allowed_everywhere(who, Action.READ_ENTRIES) else "own"
    states = SENT[-1:] if sees == "published" else SENT
    return Overview(wanted, day, tables(narrowed(facts, wanted), states), _choices(facts), sees)


def rows_behind(
    actor: Actor, table: OverviewTable, row: Row, column: str, *, page: str
) -> Page[Any]:
    """What one number counts, fifty a page, in the order of the table. Who: every member."""
    who = authorise(actor, Action.READ)
    found = Paginator(row.cells.get(column, []), ON_A_PAGE).get_page(page)
    keys = list(found.object_list)
    rows = {one.pk: one for one in _read(who, table.unit).filter(pk__in=keys)}
    found.object_list = [rows[key] for key in keys if key in rows]
    return found


_RELATED = {
    Unit.RECORD: (Record, ("document", "current_position")),
    Unit.PART: (Assignment, ("record__document", "body")),
    Unit.ENTRY: (Entry, ("record__document", "body")),
    Unit.VIEW: (Assessment, ("record__document", "assessor")),
}


def _read(who: Actor, unit: Unit) -> QuerySet[Any]:
    model: type[Model]
    model, related = _RELATED[unit]
    return visible_to(who, model._default_manager.select_related(*related))


def _choices(facts: Facts) -> Choices:
    named = {one.body for one in facts.asked} | {entry.body for entry in facts.entries}
    used = {code for body in named for code, _body in body_path(facts, body)}
    documents = sorted(facts.documents.values(), key=lambda one: (one.symbol, one.slug))
    return Choices(
        documents,
        sorted({one.cycle for one in documents if one.cycle}),
        [body for body in facts.bodies.values() if body.code in used],
        sorted({theme for one in facts.records.values() for theme in one.themes}),
    )
