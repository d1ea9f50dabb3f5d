"""The workspace of the demo: Sarovia's bodies at work on its newest report.

Everything goes through the services that people use, each step by somebody who may take it, so the
demo's history reads as a real one does.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from upheld.core.entries import Step
from upheld.core.evidence import Confidentiality, EvidenceType
from upheld.core.implementation import Implementation
from upheld.core.planning import AssignmentState, Part
from upheld.core.roles import Role
from upheld.services import assessments, planned_actions, plans, propose_bodies, replies
from upheld.services.accounts import add_user
from upheld.services.entries import Words, write
from upheld.services.entry_steps import take_step
from upheld.services.evidence import Description, add_link, add_quotation
from upheld.services.record_view import RecordView
from upheld.services.selection import Selection
from upheld.services.user_roles import give_role
from upheld.specimen.work import ACTIONS, OTHER_VIEW, PLAN, REPLY, REPORTS, WAY, Report
from upheld.store.models import Assignment, Body, Document, Record, User

SURE = 0.3
"""Proposals over this are confirmed: the demo shows what a unit has after its first day."""

GAZETTE = "https://gazette.sarovia.example/"


def set_to_work(operator: User, *, document: Document) -> None:
    """Assign, plan, report and assess what ``document`` recommends. Who: the operator."""
    view = RecordView(chosen={"document": (document.slug,)})
    propose_bodies.propose_bodies(operator, selection=Selection(view=view))
    today = timezone.localdate()
    propose_bodies.confirm_above(operator, score=SURE, due=today + timedelta(days=30))
    led = Assignment.objects.filter(part=Part.LEAD, state=AssignmentState.CONFIRMED)
    asked = list(led.select_related("body", "record").order_by("record__order")[: len(REPORTS)])
    colleague = _person(operator, "coordinator", Role.COORDINATOR, None)
    for one, report in zip(asked, REPORTS, strict=False):
        _report(operator, colleague, one, report, today)
    if asked:
        _others(operator, asked[0].record, today)
    _plan(operator, document, asked, today)


def _report(
    operator: User, colleague: User, asked: Assignment, report: Report, today: date
) -> None:
    focal_point = _person(operator, "focal-point", Role.FOCAL_POINT, asked.body)
    validator = _person(operator, "validator", Role.VALIDATOR, asked.body)
    words = Words(report.done, report.result, report.status, today, report.language)
    entry = write(focal_point, assignment=asked.pk, row_version=0, words=words)
    if report.result:
        description = Description(
            title="Official Gazette of Sarovia, no. 14",
            type=EvidenceType.LAW,
            confidentiality=Confidentiality.PUBLIC,
            language="en",
            source="Official Gazette (specimen)",
        )
        add_link(focal_point, under=entry, description=description, url=GAZETTE)
    who = {Step.SUBMIT: focal_point, Step.VALIDATE: validator, Step.ACCEPT: colleague,
           Step.PUBLISH: operator}  # fmt: skip
    for step in WAY[: report.steps]:
        entry = take_step(who[step], entry=entry.pk, step=step, row_version=entry.row_version)
    if report.sent_back:
        take_step(
            validator,
            entry=entry.pk,
            step=Step.SEND_BACK,
            row_version=entry.row_version,
            reason=report.sent_back,
        )


def _others(operator: User, record: Record, today: date) -> None:
    """A view from outside the government, with its evidence, and the State's reply."""
    kinds = ("civil_society", "national_institution")
    assessor = Body.objects.filter(state="XSP", kind__in=kinds).order_by("kind").first()
    if assessor is None:
        return
    member = _person(operator, "contributor", Role.CONTRIBUTOR, assessor)
    view = assessments.View(
        reasons=OTHER_VIEW,
        as_of=today,
        language="en",
        status=Implementation.NOT_STARTED,
        method="Read the gazette and the programme of Parliament.",
    )
    row = assessments.draft(member, record=record, assessor=assessor, view=view)
    quoted = Description(
        title="Programme of Parliament",
        type=EvidenceType.POLICY,
        confidentiality=Confidentiality.PUBLIC,
        language="en",
        source="Parliament of Sarovia (specimen)",
        quotation="The bill will be tabled when the ministries have replied.",
        place="p. 3",
    )
    add_quotation(member, under=row, description=quoted)
    row = assessments.publish(member, assessment=row.pk, row_version=row.row_version)
    replies.reply_to_assessment(operator, assessment=row.pk, body=None, language="en", text=REPLY)


def _plan(operator: User, document: Document, asked: list[Assignment], today: date) -> None:
    facts = plans.PlanFacts(
        titles=PLAN,
        state="XSP",
        starts=today,
        ends=today + timedelta(days=4 * 365),
        sources=(document.slug,),
    )
    plan = plans.add_plan(operator, facts=facts)
    for at, (titles, outputs) in enumerate(ACTIONS[: len(asked)]):
        action = planned_actions.add_action(
            operator,
            plan=plan.code,
            facts=planned_actions.ActionFacts(
                titles=titles,
                outputs=outputs,
                lead=asked[at].body.code,
                starts=today,
                due=today + timedelta(days=365 * (at + 1)),
            ),
        )
        answered = Selection(tuple(one.record.public_id for one in asked[at :: len(ACTIONS)]))
        planned_actions.answer(operator, action=action.pk, selection=answered)


def _person(operator: User, office: str, role: Role, body: Body | None) -> User:
    """A fictional holder of an office, who comes in by a sign-in link as everybody does."""
    username = f"{office}-{body.code.lower()}" if body else office
    found = User.objects.filter(username=username).first()
    if found:
        return found
    name = f"{office.replace('-', ' ').capitalize()}, {body}" if body else "Second coordinator"
    user = add_user(operator, username=username, name=f"{name} (specimen)", roles=())
    give_role(operator, user=user, role=role, body=body)
    return user
