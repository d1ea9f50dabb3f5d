"""Assignments as a list with counters that add up, and as a table to take away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

from upheld.core.errors import InputProblem
from upheld.core.roles import Action
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.store.models import Assignment, Record
from upheld.store.queries.assignments import (
    AssignmentFilter,
    addressed,
    assignments,
    coverage,
    with_coverage,
)
from upheld.writing.table import Cell, Column, Table
from upheld.writing.write import FORMATS

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class AssignmentList:
    """One page of assignments and how far the records are assigned; see ``coverage``."""

    page: Page[Assignment]
    coverage: Mapping[str, int]

    @property
    def records(self) -> int:
        """All records that ask something of a State with bodies."""
        return sum(self.coverage.values())


def assignment_list(actor: Actor, wanted: AssignmentFilter, *, page: str = "1") -> AssignmentList:
    """The assignments of ``wanted``, fifty a page. Who: every member."""
    who = authorise(actor, Action.READ)
    rows = visible_to(who, assignments(wanted, timezone.localdate()))
    records = addressed(visible_to(who, Record.objects.all()))
    return AssignmentList(Paginator(rows, ON_A_PAGE).get_page(page), coverage(records))


def records_by_coverage(actor: Actor, how: str, *, page: str = "1") -> Page[Record]:
    """Records that are "led", "supported", "proposed" or "nobody"'s, as printed. Who: members."""
    who = authorise(actor, Action.READ)
    rows = with_coverage(addressed(visible_to(who, Record.objects.all())), how)
    rows = rows.select_related("document").order_by("document", "order", "part", "pk")
    return Paginator(rows, ON_A_PAGE).get_page(page)


def live_parts(actor: Actor, record: Record) -> Sequence[Assignment]:
    """The proposed, confirmed, declined and ended parts in a record, the lead first."""
    who = authorise(actor, Action.READ)
    rows = visible_to(who, Assignment.objects.filter(record=record))
    return list(rows.select_related("body", "decided_by").order_by("part", "body__order", "pk"))


def export_assignments(
    actor: Actor, wanted: AssignmentFilter, *, format: str, names: Mapping[str, str]
) -> tuple[str, str, bytes]:
    """The assignments of ``wanted`` as "csv", "xlsx" or "json": file name, media type, bytes.

    ``names`` are the words for parts and states. Who: everyone who may read. No side effects.
    """
    who = authorise(actor, Action.EXPORT)
    if format not in FORMATS:
        raise InputProblem(
            gettext("There is no export as %(format)s.") % {"format": format},
            next_step=gettext("Choose one of %(formats)s.") % {"formats": ", ".join(FORMATS)},
        )
    today = timezone.localdate()
    rows = visible_to(who, assignments(wanted, today))
    chosen = FORMATS[format]
    table = Table(
        title=gettext("Assignments"),
        columns=(
            Column("record", gettext("Record"), 24),
            Column("number", gettext("Number"), 10),
            Column("text", gettext("Words"), 60),
            Column("document", gettext("Document"), 18),
            Column("body", gettext("National body"), 30),
            Column("code", gettext("Code"), 18),
            Column("part", gettext("Lead or support"), 14),
            Column("due", gettext("Due"), 12),
            Column("state", gettext("State of the assignment"), 14),
            Column("taken", gettext("Taken out on"), 12),
        ),
        rows=_rows(rows.iterator(chunk_size=500), names, today),
        source=gettext("Taken out of Upheld on %(date)s.") % {"date": date_format(today)},
        language=get_language() or "en",
    )
    return f"upheld-assignments{chosen.suffix}", chosen.media_type, chosen.write(table)


def _rows(
    rows: Iterable[Assignment], names: Mapping[str, str], today: date
) -> Iterable[Sequence[Cell]]:
    language = get_language() or "en"
    for one in rows:
        record = one.record
        yield (
            record.public_id,
            record.number,
            record.text,
            record.document.symbol or record.document.slug,
            one.body.name_in(language),
            one.body.code,
            names[one.part],
            one.due,
            names[one.state],
            today,
        )
