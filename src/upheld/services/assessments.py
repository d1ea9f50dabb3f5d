"""Assessments by others: the national institution, civil society, UN bodies, beside the State.

Each is written by the assessor's own people and published by them. Nobody else changes one: not
the coordinator, not the administrator. A changed view is a new assessment that follows the old.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import Conflict, InputProblem
from upheld.core.implementation import AssessorKind, Grade, Implementation
from upheld.core.national_bodies import NationalBodyKind
from upheld.core.review import IN_FORCE
from upheld.services import history
from upheld.services.evidence_owner import authorise_assessor, missing
from upheld.services.past_days import require_past
from upheld.services.permissions import Actor, visible_to
from upheld.store.models import Assessment, Body, Record, User

ASSESSORS = {
    NationalBodyKind.NATIONAL_INSTITUTION: AssessorKind.NATIONAL_INSTITUTION,
    NationalBodyKind.CIVIL_SOCIETY: AssessorKind.CIVIL_SOCIETY,
    NationalBodyKind.UN_BODY: AssessorKind.UN_BODY,
}
"""Which bodies assess, and as what. The State assesses itself by its entries."""


@dataclass(frozen=True, slots=True)
class View:
    """What an assessor says: a ``status`` or, for a UN body, a ``grade``; why, and by what method.

    ``criteria`` are the assessor's own; empty where they use those of the statuses.
    """

    reasons: str
    as_of: date
    language: str
    status: Implementation | None = None
    grade: Grade | None = None
    criteria: str = ""
    method: str = ""


def draft(actor: Actor, *, record: Record, assessor: Body, view: View) -> Assessment:
    """Begin an assessment of ``record`` by ``assessor``; nobody else sees it until published.

    A person has one draft of an assessor about a record: the same form sent twice finds it, other
    words are refused with ``InputProblem``. Who: contributor, for their own body; coordinator, to
    enter what a UN body decided. One transaction: assessment, history.
    """
    kind = ASSESSORS.get(NationalBodyKind(assessor.kind))
    if kind is None:
        raise InputProblem(
            _("%(body)s is a body of the State.") % {"body": assessor},
            next_step=_("Bodies of the State report by entries; these say what the State holds."),
        )
    who = authorise_assessor(actor, kind, assessor)
    with transaction.atomic():
        history.lock()
        found = visible_to(who, Record.objects.filter(pk=record.pk)).first()
        if found is None or found.review_state not in IN_FORCE:
            raise missing()
        values = _values(kind, view)
        begun = open_drafts(who, found).filter(assessor=assessor).first()
        if begun:
            if any(getattr(begun, field) != value for field, value in values.items()):
                raise InputProblem(
                    _("You have begun an assessment of this recommendation already."),
                    next_step=_("Go on with your draft; it stands on the recommendation's page."),
                )
            return begun
        row = Assessment.objects.create(
            record=found,
            assessor=assessor,
            assessor_name=assessor.name_in(view.language)[:300],
            kind=kind.value,
            written_by=who,
            changed_at=timezone.now(),
            **values,
        )
        history.record(who, [history.Entry("assessment.draft", row)])
    return row


def open_drafts(actor: Actor, record: Record) -> QuerySet[Assessment]:
    """What ``actor`` has begun to say of ``record`` and neither published nor withdrawn."""
    rows = visible_to(actor, Assessment.objects.filter(record=record, written_by=actor.pk))
    return rows.filter(published_at=None, withdrawn_at=None)


def change(actor: Actor, *, assessment: int, row_version: int, view: View) -> Assessment:
    """Change an assessment that is not published. Who: the assessor's own people."""
    with transaction.atomic():
        history.lock()
        who, row = _take(actor, assessment, row_version)
        if row.published_at:
            raise InputProblem(
                _("This assessment is published; it stays as it is."),
                next_step=_("Give a new assessment, which follows this one."),
            )
        for field, value in _values(AssessorKind(row.kind), view).items():
            setattr(row, field, value)
        row.written_by = who
        _save(row)
        history.record(who, [history.Entry("assessment.change", row)])
    return row


def publish(actor: Actor, *, assessment: int, row_version: int) -> Assessment:
    """Let everybody read it. Who: the assessor's own people. One transaction: row, history."""
    with transaction.atomic():
        history.lock()
        who, row = _take(actor, assessment, row_version)
        if row.published_at is None:
            row.published_at = timezone.now()
            _save(row)
            said: history.Difference = {
                "status": [None, row.status or None],
                "grade": [None, row.grade or None],
                "as_of": [None, row.as_of.isoformat()],
                "assessor": [None, row.assessor_name],
                "reasons": [None, row.reasons],
            }
            entries = [
                history.Entry("assessment.publish", row, said),
                history.Entry("record.assessed", row.record, {"assessment": [None, row.pk]}),
            ]
            history.record(who, entries)
    return row


def withdraw(actor: Actor, *, assessment: int, row_version: int, reason: str) -> Assessment:
    """Take a view back; a published one stays to be read, marked as withdrawn.

    Who: the assessor's own people. One transaction: row, history. ``InputProblem`` without a
    reason for one that was published.
    """
    with transaction.atomic():
        history.lock()
        who, row = _take(actor, assessment, row_version)
        if row.published_at and not reason.strip():
            raise InputProblem(
                _("Say why the assessment is withdrawn."),
                next_step=_("Readers of the published assessment will see the reason."),
            )
        if row.withdrawn_at is None:
            row.withdrawn_at = timezone.now()
            _save(row)
            history.record(who, [history.Entry("assessment.withdraw", row, {}, reason.strip())])
    return row


def _take(actor: Actor, key: int, row_version: int) -> tuple[User, Assessment]:
    rows = visible_to(actor, Assessment.objects.filter(pk=key))
    row = rows.select_for_update(of=("self",)).select_related("assessor", "record").first()
    if row is None:
        raise missing()
    who = authorise_assessor(actor, AssessorKind(row.kind), row.assessor)
    if row.row_version != row_version:
        raise Conflict(
            _("Somebody else changed this assessment while you had it open."),
            current={"reasons": row.reasons, "status": row.status, "grade": row.grade},
            next_step=_("Look at it as it stands now, and change it again if need be."),
        )
    return who, row


def _values(kind: AssessorKind, view: View) -> dict[str, Any]:
    if view.grade and kind is not AssessorKind.UN_BODY:
        raise InputProblem(
            _("Only bodies of the United Nations grade."), next_step=_("Choose a status instead.")
        )
    if not view.grade and not view.status:
        raise InputProblem(
            _("The assessment says nothing yet."), next_step=_("Choose a status or a grade.")
        )
    if not view.reasons.strip():
        raise InputProblem(
            _("An assessment needs its reasons."),
            next_step=_("Say what was found, so that readers can follow it."),
        )
    require_past(view.as_of)
    return {
        "status": view.status.value if view.status else "",
        "grade": view.grade.value if view.grade else "",
        "language": view.language,
        "reasons": view.reasons.strip(),
        "criteria": view.criteria.strip(),
        "method": view.method.strip(),
        "as_of": view.as_of,
    }


def _save(row: Assessment) -> None:
    row.changed_at = timezone.now()
    row.row_version += 1
    row.save()
