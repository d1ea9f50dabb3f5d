"""The lines of the table for what bodies are asked, report, prove and plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests import workspace_rows as rows
from tests.services.service_lines import UNKNOWN
from tests.services.visitors import EVERYTHING
from tests.services.workspace_lines import assessment, entry, evidence, indicator, milestone, plan
from tests.web.address_lines import Asks, Line, Open, Own, World, about_body, nothing, of_record
from upheld.core.entries import EntryState
from upheld.core.roles import Action


def number(of: Any) -> Mapping[str, Any]:
    """The part of an address that says which row."""
    return {"number": of if isinstance(of, int) else of.pk}


def change(world: World) -> Mapping[str, Any]:
    return {"change": UNKNOWN}


def published(w: World) -> Mapping[str, Any]:
    """A published entry of the body; an organisation may have its say on it."""
    assert w.organisation
    return number(entry(w, EntryState.PUBLISHED))


def assessed(w: World) -> Mapping[str, Any]:
    """The first record; the body is an organisation that may assess it."""
    assert w.organisation
    return of_record(w)


def view(w: World) -> Mapping[str, Any]:
    """A published view of the body on the first record."""
    return number(assessment(w, published_at=rows.NOW))


WORKSPACE: dict[str, Line] = {
    # who must act
    "body_table": Asks(Action.MANAGE_BODIES, about=(EVERYTHING,)),
    "body_load": Asks(Action.MANAGE_BODIES, sent=nothing, about=(EVERYTHING,)),
    "body_undo": Asks(Action.MANAGE_BODIES, sent=change),
    "assign_selected": Asks(Action.ASSIGN, sent=nothing),
    "assign_record": Asks(Action.ASSIGN, of_record),
    "assignments_undo": Asks(Action.ASSIGN, sent=change),
    "propose_bodies": Asks(Action.ASSIGN, sent=nothing),
    "proposed_bodies": Asks(Action.READ),
    "decide_bodies": Asks(Action.ASSIGN, sent=nothing),
    # what was done
    "report": about_body(Action.REPORT, lambda w: number(w.assignment)),
    "work_queue": Asks(Action.VALIDATE, lambda w: {"step": "validate"}),
    "entry": Asks(Action.READ, published),
    "entry_step": about_body(
        Action.REPORT, lambda w: number(entry(w)), lambda w: {"step": "submit", "row_version": 1}
    ),
    "reminders": Own(),
    "work_snooze": about_body(Action.REPORT, lambda w: number(w.assignment), nothing),
    "handover": Asks(Action.HAND_OVER),
    "sheets": Asks(Action.REPORT),
    "sheet_download": about_body(Action.REPORT, lambda w: {"code": w.body.code}),
    "returned_sheet": about_body(Action.REPORT, lambda w: number(w.returned)),
    # on what evidence
    "entry_evidence": about_body(Action.ADD_EVIDENCE, lambda w: number(entry(w))),
    "entry_laws": about_body(Action.ADD_EVIDENCE, lambda w: number(entry(w))),
    "evidence_edit": about_body(Action.ADD_EVIDENCE, lambda w: number(evidence(w))),
    "evidence_remove": about_body(
        Action.ADD_EVIDENCE, lambda w: number(evidence(w)), lambda w: {"row_version": 1}
    ),
    "evidence_restore": about_body(
        Action.ADD_EVIDENCE, lambda w: number(evidence(w)), lambda w: {"row_version": 1}
    ),
    "laws": Asks(Action.READ),
    "law": Asks(Action.READ, lambda w: number(rows.law())),
    "law_end": Asks(Action.INGEST, lambda w: number(rows.law()), nothing),
    # what others say of it
    "assess": about_body(Action.ASSESS, assessed),
    "assessment": Open(view),
    "assessment_edit": about_body(Action.ASSESS, lambda w: number(assessment(w))),
    "assessment_publish": about_body(
        Action.ASSESS, lambda w: number(assessment(w)), lambda w: {"row_version": 1}
    ),
    "assessment_withdraw": about_body(
        Action.ASSESS, view, lambda w: {"row_version": 1, "reason": "x"}
    ),
    "assessment_evidence": about_body(Action.ASSESS, lambda w: number(assessment(w))),
    "assessment_reply": Asks(Action.REPLY, view),
    "entry_reply": Asks(Action.REPLY, published),
    # plans
    "plan": Asks(Action.READ, lambda w: {"code": plan().code}),
    "plan_add": Asks(Action.PLAN, about=(EVERYTHING,)),
    "plan_edit": Asks(Action.PLAN, lambda w: {"code": plan().code}, about=(EVERYTHING,)),
    "plan_close": Asks(Action.PLAN, lambda w: {"code": plan().code}, nothing, (EVERYTHING,)),
    "plan_document": Asks(Action.EXPORT, lambda w: {"code": plan().code}),
    "answer_selected": Asks(Action.PLAN),
    "planned_action": Asks(Action.READ, lambda w: number(w.action)),
    "planned_action_add": Asks(Action.PLAN, lambda w: {"code": plan().code}),
    "planned_action_edit": about_body(Action.PLAN, lambda w: number(w.action)),
    "planned_action_withdraw": about_body(
        Action.PLAN, lambda w: number(w.action), lambda w: {"row_version": 1}
    ),
    "planned_action_unanswer": about_body(Action.PLAN, lambda w: number(w.action), nothing),
    "milestone_add": about_body(
        Action.PLAN, lambda w: number(w.action), lambda w: {"due": "2027-01-31", "title_en": "x"}
    ),
    "milestone": about_body(Action.PLAN, lambda w: number(milestone(w)), nothing),
    "indicator_add": about_body(Action.PLAN, lambda w: number(w.action)),
    "indicator_edit": about_body(Action.PLAN, lambda w: number(indicator(w))),
    "indicator_measure": about_body(
        Action.PLAN, lambda w: number(indicator(w)), or_else=Action.REPORT
    ),
}
