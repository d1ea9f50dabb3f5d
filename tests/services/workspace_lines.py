"""The lines of the table for what bodies are asked, report, prove and plan."""

from __future__ import annotations

from typing import Any

from tests import workspace_rows as rows
from tests.services.service_lines import DAY, Asks, Line, Shows, World, about_body
from tests.services.visitors import EVERYTHING
from upheld.core.body_rows import BodyRow
from upheld.core.entries import EntryState, Step
from upheld.core.evidence import Confidentiality, EvidenceType
from upheld.core.implementation import AssessorKind, Implementation
from upheld.core.national_bodies import NationalBodyKind, Succession
from upheld.core.planning import IndicatorKind
from upheld.core.roles import Action, Role
from upheld.services.assessments import View
from upheld.services.entries import Words
from upheld.services.evidence import Description
from upheld.services.indicators import IndicatorFacts
from upheld.services.laws import LawFacts
from upheld.services.planned_actions import ActionFacts
from upheld.services.plans import PlanFacts
from upheld.store.models import Assessment, Entry, Evidence, Plan

VIEW = View("No bill was published.", DAY, "en", status=Implementation.NOT_STARTED)
ABOUT = Description(
    "A bill",
    EvidenceType.LAW,
    Confidentiality.PUBLIC,
    "en",
    source="Gazette",
    quotation="No one is tortured.",
    place="Art. 1",
)
WORDS = Words("A bill was drafted.", "", "", DAY, "en")
PLAN = PlanFacts({"en": "A plan"}, "XSP")
MEASURED = IndicatorFacts({"en": "Deaths in custody"}, IndicatorKind.OUTCOME)
TITLES = {"en": "Amend the code"}


def entry(w: World, state: EntryState = EntryState.DRAFT) -> Entry:
    """An entry of the body that somebody wrote who comes no more."""
    return rows.entry(w.assignment, by=rows.officer(Role.READER, username="writer"), state=state)


def evidence(w: World) -> Evidence:
    return rows.evidence(entry(w))


def assessment(w: World, **values: Any) -> Assessment:
    return rows.assessment(w.organisation, **values)


def proposed(w: World) -> int:
    return int(rows.assignment(to=w.body, state="proposed").pk)


def plan() -> Plan:
    return rows.action().plan


def a_body(w: World, code: str = "XSP-NEW") -> BodyRow:
    return BodyRow(code, "XSP", NationalBodyKind.DEPARTMENT, TITLES, parent=w.body.code)


def step(action: Action, taken: Step, state: EntryState) -> Asks:
    """A step of an entry, with the permission that the table of steps names."""
    return about_body(
        action,
        lambda w: {"entry": entry(w, state).pk, "step": taken, "row_version": 1, "reason": "x"},
        hidden=True,
    )


WORKSPACE: dict[str, Line | tuple[Asks, ...]] = {
    # who must act
    "bodies.take_body": Asks(Action.MANAGE_BODIES, lambda w: {"code": w.body.code}),
    "bodies.add_body": about_body(Action.MANAGE_BODIES, lambda w: {"row": a_body(w)}),
    "bodies.change_body": about_body(
        Action.MANAGE_BODIES, lambda w: {"code": w.body.code, "row_version": 1, "row": a_body(w)}
    ),
    "body_import.import_bodies": Asks(Action.MANAGE_BODIES, lambda w: {"text": ""}, (EVERYTHING,)),
    "succession.succeed": about_body(
        Action.MANAGE_BODIES,
        lambda w: {
            "predecessors": {w.body.code: 1},
            "successor": w.body.code,
            "kind": Succession.RENAMED,
            "day": DAY,
        },
    ),
    "succession.split": about_body(
        Action.MANAGE_BODIES,
        lambda w: {
            "code": w.body.code,
            "row_version": 1,
            "successors": [a_body(w), a_body(w, "XSP-NEWER")],
            "day": DAY,
            "goes_to": {},
        },
    ),
    "assign.set_parts": about_body(
        Action.ASSIGN,
        lambda w: {
            "public_id": w.record.public_id,
            "seen": {},
            "lead": w.body.code,
            "support": [],
            "due": None,
        },
    ),
    "propose_bodies.decide": Asks(
        Action.ASSIGN, lambda w: {"assignments": [proposed(w)], "confirm": True}
    ),
    "propose_bodies.confirm_above": Asks(Action.ASSIGN, lambda w: {"score": 0.9}),
    # what was done
    "entries.write": about_body(
        Action.REPORT,
        lambda w: {"assignment": w.assignment.pk, "row_version": 0, "words": WORDS},
        hidden=True,
    ),
    "entry_steps.take_step": (
        step(Action.REPORT, Step.SUBMIT, EntryState.DRAFT),
        step(Action.VALIDATE, Step.VALIDATE, EntryState.SUBMITTED),
        step(Action.ACCEPT, Step.ACCEPT, EntryState.VALIDATED),
        step(Action.PUBLISH, Step.PUBLISH, EntryState.ACCEPTED),
    ),
    "reminders.remind": Asks(Action.REMIND, lambda w: {"dry_run": True}, (EVERYTHING,)),
    "reminders.snooze": about_body(
        Action.REPORT,
        lambda w: {"assignment": w.assignment.pk, "until": rows.TODAY, "reason": "x"},
        hidden=True,
    ),
    "reminders.wake": about_body(
        Action.REPORT, lambda w: {"assignment": w.assignment.pk}, hidden=True
    ),
    "handover.offices": Asks(Action.HAND_OVER),
    "handover.successors": about_body(Action.HAND_OVER, lambda w: {"office": w.office}),
    "handover.hand_over": about_body(
        Action.HAND_OVER, lambda w: {"office": w.office.pk, "successor": w.person}, hidden=True
    ),
    "sheets.make_sheet": about_body(Action.REPORT, lambda w: {"body": w.body, "language": "vi"}),
    "returned_sheets.take_back": about_body(
        Action.REPORT, lambda w: {"name": "sheet.xlsx", "content": w.sheet}, hidden=True
    ),
    "returned_sheets.differences": about_body(Action.REPORT, lambda w: {"returned": w.returned}),
    "returned_sheets.store": about_body(
        Action.REPORT, lambda w: {"returned": w.returned.pk, "seen": {}}, hidden=True
    ),
    "returned_sheets.drop": about_body(
        Action.REPORT, lambda w: {"returned": w.returned.pk}, hidden=True
    ),
    "returned_sheets.take": about_body(
        Action.REPORT, lambda w: {"key": w.returned.pk}, hidden=True
    ),
    # on what evidence
    "evidence.add_file": about_body(
        Action.ADD_EVIDENCE,
        lambda w: {"under": entry(w), "description": ABOUT, "name": "a.txt", "content": b"Art. 1"},
        hidden=True,
    ),
    "evidence.add_link": about_body(
        Action.ADD_EVIDENCE,
        lambda w: {"under": entry(w), "description": ABOUT, "url": "https://gazette.example/1"},
        hidden=True,
    ),
    "evidence.add_quotation": about_body(
        Action.ADD_EVIDENCE, lambda w: {"under": entry(w), "description": ABOUT}, hidden=True
    ),
    "evidence.describe": about_body(
        Action.ADD_EVIDENCE,
        lambda w: {"evidence": evidence(w).pk, "row_version": 1, "description": ABOUT},
        hidden=True,
    ),
    "evidence.remove": about_body(
        Action.ADD_EVIDENCE, lambda w: {"evidence": evidence(w).pk, "row_version": 1}, hidden=True
    ),
    "evidence.restore": about_body(
        Action.ADD_EVIDENCE, lambda w: {"evidence": evidence(w).pk, "row_version": 1}, hidden=True
    ),
    "evidence.take": about_body(
        Action.ADD_EVIDENCE, lambda w: {"key": evidence(w).pk, "row_version": 1}, hidden=True
    ),
    "evidence_owner.take_owner": about_body(
        Action.ADD_EVIDENCE, lambda w: {"owner": entry(w)}, hidden=True
    ),
    "evidence_owner.authorise_writing": (
        about_body(Action.ADD_EVIDENCE, lambda w: {"owner": entry(w)}),
        about_body(Action.ASSESS, lambda w: {"owner": assessment(w)}),
    ),
    "evidence_owner.authorise_assessor": (
        about_body(
            Action.ASSESS, lambda w: {"kind": AssessorKind.CIVIL_SOCIETY, "assessor": w.body}
        ),
        about_body(Action.GRADE, lambda w: {"kind": AssessorKind.UN_BODY, "assessor": w.body}),
    ),
    "masking.mask_quotation": about_body(
        Action.ADD_EVIDENCE,
        lambda w: {
            "evidence": evidence(w).pk,
            "row_version": 1,
            "passages": [(0, 3)],
            "keep_original": True,
        },
        hidden=True,
    ),
    "masking.replace_by_masked_file": about_body(
        Action.ADD_EVIDENCE,
        lambda w: {
            "evidence": evidence(w).pk,
            "row_version": 1,
            "name": "a.txt",
            "content": b"Art. 1",
            "keep_original": True,
        },
        hidden=True,
    ),
    "laws.add_law": Asks(
        Action.INGEST, lambda w: {"facts": LawFacts("A code", ""), "name": "a.txt", "content": b""}
    ),
    "laws.end_law": Asks(Action.INGEST, lambda w: {"law": rows.law().pk, "last_day": DAY}),
    "laws.candidates": Asks(Action.READ, lambda w: {"record": w.record}),
    # what others say of it
    "assessments.draft": about_body(
        Action.ASSESS, lambda w: {"record": w.record, "assessor": w.organisation, "view": VIEW}
    ),
    "assessments.open_drafts": Shows("tests/services/test_assessments.py"),
    "assessments.change": about_body(
        Action.ASSESS,
        lambda w: {"assessment": assessment(w).pk, "row_version": 1, "view": VIEW},
        hidden=True,
    ),
    "assessments.publish": about_body(
        Action.ASSESS, lambda w: {"assessment": assessment(w).pk, "row_version": 1}, hidden=True
    ),
    "assessments.withdraw": about_body(
        Action.ASSESS,
        lambda w: {"assessment": assessment(w).pk, "row_version": 1, "reason": "x"},
        hidden=True,
    ),
    # for an independent body: an officer of the State never speaks for it
    "replies.reply_to_entry": about_body(
        Action.ASSESS,
        lambda w: {
            "entry": entry(w, EntryState.PUBLISHED).pk,
            "body": w.organisation,
            "language": "en",
            "text": "No bill was published.",
        },
    ),
    # plans
    "plans.add_plan": Asks(Action.PLAN, lambda w: {"facts": PLAN}, (EVERYTHING,)),
    "plans.change_plan": Asks(
        Action.PLAN, lambda w: {"code": plan().code, "row_version": 1, "facts": PLAN}, (EVERYTHING,)
    ),
    "plans.close_plan": Asks(
        Action.PLAN,
        lambda w: {"code": plan().code, "row_version": 1, "closed": True},
        (EVERYTHING,),
    ),
    "plans.take_plan": Asks(Action.READ, lambda w: {"code": plan().code}, hidden=True),
    "planned_actions.add_action": about_body(
        Action.PLAN,
        lambda w: {"plan": plan().code, "facts": ActionFacts(TITLES, w.body.code)},
        hidden=True,
    ),
    "planned_actions.take_action": about_body(
        Action.PLAN, lambda w: {"key": w.action.pk}, hidden=True
    ),
    "planned_actions.change_action": about_body(
        Action.PLAN,
        lambda w: {
            "action": w.action.pk,
            "row_version": 1,
            "facts": ActionFacts(TITLES, w.body.code),
        },
        hidden=True,
    ),
    "planned_actions.withdraw_action": about_body(
        Action.PLAN, lambda w: {"action": w.action.pk, "row_version": 1}, hidden=True
    ),
    "planned_actions.restore_action": about_body(
        Action.PLAN, lambda w: {"action": w.action.pk, "row_version": 1}, hidden=True
    ),
    "planned_actions.answer": about_body(
        Action.PLAN, lambda w: {"action": w.action.pk, "selection": w.chosen}, hidden=True
    ),
    "planned_actions.unanswer": about_body(
        Action.PLAN, lambda w: {"action": w.action.pk, "public_ids": []}, hidden=True
    ),
    "milestones.add_milestone": about_body(
        Action.PLAN, lambda w: {"action": w.action.pk, "titles": TITLES, "due": DAY}, hidden=True
    ),
    "milestones.set_milestone_done": about_body(
        Action.PLAN, lambda w: {"milestone": milestone(w), "done_on": DAY}, hidden=True
    ),
    "milestones.remove_milestone": about_body(
        Action.PLAN, lambda w: {"milestone": milestone(w)}, hidden=True
    ),
    "indicators.add_indicator": about_body(
        Action.PLAN, lambda w: {"action": w.action.pk, "facts": MEASURED}, hidden=True
    ),
    "indicators.change_indicator": about_body(
        Action.PLAN,
        lambda w: {"indicator": indicator(w), "row_version": 1, "facts": MEASURED},
        hidden=True,
    ),
    "indicators.measure": about_body(
        Action.PLAN,
        lambda w: {"indicator": indicator(w), "day": DAY, "value": 1},
        hidden=True,
        or_else=Action.REPORT,
    ),
}


def milestone(w: World) -> int:
    return int(w.action.milestones.create(titles=TITLES, due=DAY).pk)


def indicator(w: World) -> int:
    return int(rows.indicator(w.action).pk)
