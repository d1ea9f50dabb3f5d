"""What can be done to many records at once: one line for each act, and what a form selected.

An act is a button under the list. It sends the selection to its own address: the records that were
ticked, or the question whose results are all meant. Whatever comes later gets its line here and a
view that begins with ``selection_of(request)``.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from upheld.core.roles import Action
from upheld.services.permissions import Actor, allowed
from upheld.services.record_view import RecordView
from upheld.services.selection import Selection


@dataclass(frozen=True, slots=True)
class BulkAct:
    """One act: the words of its button, who may do it, and the name of the address it is sent to.

    ``field`` and ``value`` are what the button itself says beside the selection ("format=csv").
    """

    name: Promise | str
    action: Action
    address: str
    field: str = ""
    value: str = ""


BULK_ACTS = (
    BulkAct("CSV", Action.EXPORT, "export", "format", "csv"),
    BulkAct(_("XLSX (Excel)"), Action.EXPORT, "export", "format", "xlsx"),
    BulkAct("JSON", Action.EXPORT, "export", "format", "json"),
    BulkAct(_("Assign to bodies"), Action.ASSIGN, "assign_selected"),
    BulkAct(_("Propose bodies"), Action.ASSIGN, "propose_bodies"),
    BulkAct(_("Answer by an action"), Action.PLAN, "answer_selected"),
    BulkAct(_("Judge two as the same demand"), Action.JUDGE, "judge_selected"),
)


def bulk_acts(actor: Actor) -> list[BulkAct]:
    """The acts that this person may do."""
    return [act for act in BULK_ACTS if allowed(actor, act.action)]


def selection_of(request: HttpRequest) -> Selection:
    """What the form under the list selected: ticked records, this page, or all results."""
    sent = request.POST
    match sent.get("which", "ticked"):
        case "all":
            return Selection(view=RecordView.from_address(sent.get("asked", "")))
        case "page":
            return Selection(tuple(sent.getlist("on_page")))
        case _:
            return Selection(tuple(sent.getlist("record")))


def view_of(asked: QueryDict) -> RecordView:
    """The view that an address asks for."""
    return RecordView.of((name, value) for name, values in asked.lists() for value in values)
