"""The plan as a document, ready to be annexed to a decision.

For each recommendation its number, its words, the actions that answer it, the lead body, the
supporting bodies and the deadline. Recommendations without any of these stand in it too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from upheld.core.errors import InputProblem
from upheld.core.planning import Part
from upheld.core.roles import Action
from upheld.core.wording import wording
from upheld.services.export import Export
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.store.models import Body, Plan, Record
from upheld.store.queries.plans import records_of, with_work
from upheld.writing.table import Cell, Column, Table
from upheld.writing.write import FORMATS

AS = ("docx", "xlsx", "csv", "pdf")


def plan_document(actor: Actor, *, code: str, format: str, language: str) -> Export:
    """The plan ``code`` as "docx", "xlsx", "csv" or "pdf", in "vi" or "en".

    Who: everyone who may read; only rows they may read. No side effects. Words of the United
    Nations stand in the language of their document: nothing is translated by the program.
    """
    who = authorise(actor, Action.EXPORT)
    plan = visible_to(who, Plan.objects.filter(code=code)).first()
    if plan is None:
        raise InputProblem(_("There is no such plan."), next_step=_("Go back to the plans."))
    if format not in AS:
        raise InputProblem(
            _("There is no export as %(format)s.") % {"format": format},
            next_step=_("Choose one of %(formats)s.") % {"formats": ", ".join(AS)},
        )
    rows = with_work(visible_to(who, records_of(plan)), plan)
    with override(language):
        table = _table(plan, list(rows), language)
        content = FORMATS[format].write(table)
    chosen = FORMATS[format]
    return Export(f"{plan.code}-{language}{chosen.suffix}", chosen.media_type, content)


def _table(plan: Plan, records: list[Record], language: str) -> Table:
    taken = date_format(timezone.localdate())
    source = _("Annex drawn up by Upheld on %(date)s from the assignments and the plan.") % {
        "date": taken
    }
    if plan.decision:
        source = f"{plan.decision}\n{source}"
    return Table(
        title=wording(plan.titles, language)[0] or plan.code,
        columns=(
            Column("number", _("Number"), 9),
            Column("document", _("Document"), 12),
            Column("recommendation", _("Recommendation"), 40),
            Column("position", _("Position"), 10),
            Column("actions", _("Actions"), 36),
            Column("lead", _("Lead body"), 18),
            Column("support", _("Supporting bodies"), 22),
            Column("due", _("Deadline"), 11),
        ),
        rows=_rows(records, language),
        source=source,
        language=language,
    )


def _rows(records: list[Record], language: str) -> Iterator[tuple[Cell, ...]]:
    for record in records:
        given: list[Any] = record.confirmed  # type: ignore[attr-defined]
        actions = [answer.action for answer in record.planned]  # type: ignore[attr-defined]
        leads = [one.body for one in given if one.part == Part.LEAD]
        leads = leads or [action.lead for action in actions]
        supports = [one.body for one in given if one.part == Part.SUPPORT]
        supports += [one.body for action in actions for one in action.supports.all()]
        held = record.current_position
        yield (
            f"{record.number} {record.part}".strip(),
            record.document.symbol,
            record.text or record.printed,
            _(held.value) if held else None,
            tuple(_action(action, language) for action in actions),
            _names(leads, language),
            _names([body for body in supports if body not in leads], language),
            _deadline([one.due for one in given], [action.due for action in actions]),
        )


def _action(action: Any, language: str) -> str:
    return f"{action.number}. {wording(action.titles, language)[0]}"


def _names(bodies: list[Body], language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(body.name_in(language) for body in bodies))


def _deadline(assigned: list[date | None], planned: list[date | None]) -> date | None:
    """The day set for the record itself; else the last day of its actions."""
    own = [day for day in assigned if day]
    others = [day for day in planned if day]
    return min(own) if own else max(others, default=None)
