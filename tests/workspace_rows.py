"""Bodies of Sarovia, who holds which role for them, what they were asked and what they report.

Sarovia is the fictional State of the tests. Rows are written straight into the database.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from tests.factories import person, report
from upheld.core.entries import EntryState
from upheld.core.evidence import Confidentiality, EvidenceKind, EvidenceType
from upheld.core.implementation import AssessorKind, Implementation
from upheld.core.national_bodies import NationalBodyKind
from upheld.core.planning import AssignmentState, IndicatorKind, Part
from upheld.core.roles import Role
from upheld.store.models import (
    Assessment,
    Assignment,
    Body,
    Entry,
    Evidence,
    Indicator,
    Law,
    LawPassage,
    Plan,
    PlannedAction,
    Record,
    RoleBinding,
    StoredFile,
    User,
)

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

BODIES = {
    "GOV": (NationalBodyKind.GOVERNMENT, "Government of Sarovia", "Chính phủ Xa-rô-vi-a"),
    "MOJ": (NationalBodyKind.MINISTRY, "Ministry of Justice", "Bộ Tư pháp"),
    "MOH": (NationalBodyKind.MINISTRY, "Ministry of Health", "Bộ Y tế"),
    "MOE": (NationalBodyKind.MINISTRY, "Ministry of Education", "Bộ Giáo dục"),
    "NHRI": (
        NationalBodyKind.NATIONAL_INSTITUTION,
        "Sarovian Human Rights Commission",
        "Ủy ban Nhân quyền Xa-rô-vi-a",
    ),
    "LEAGUE": (NationalBodyKind.CIVIL_SOCIETY, "Sarovian League", "Liên đoàn Xa-rô-vi-a"),
    "CCPR": (NationalBodyKind.UN_BODY, "Human Rights Committee", "Ủy ban Nhân quyền"),
}


def body(code: str = "MOJ", **values: Any) -> Body:
    """A body of Sarovia by its code ("MOJ" for "XSP-MOJ"), made at the first use."""
    kind, english, vietnamese = BODIES.get(code, (NationalBodyKind.MINISTRY, code, code))
    known = {"state": "XSP", "kind": kind, "names": {"en": english, "vi": vietnamese}}
    return Body.objects.get_or_create(code=f"XSP-{code}", defaults=known | values)[0]


def officer(role: Role, of: Body | None = None, username: str = "", **values: str) -> User:
    """A user with ``role`` for one body, or without a body for the whole folder."""
    of_whom = of.code.lower() if of else "all"
    user = person(None, username or f"{role.value}-{of_whom}", **values)
    RoleBinding.objects.get_or_create(user=user, role=role, body=of)
    return user


def a_record() -> Record:
    """The first recommendation of a report on Sarovia, made at the first use."""
    return Record.objects.first() or report(2).records.all()[0]


def assignment(record: Record | None = None, to: Body | None = None, **values: Any) -> Assignment:
    """``to`` must act on ``record`` by 30 June 2027; the first body leads, others support."""
    record, to = record or a_record(), to or body()
    led = record.assignments.filter(part=Part.LEAD, state=AssignmentState.CONFIRMED).exists()
    known = {
        "part": Part.SUPPORT if led else Part.LEAD,
        "state": AssignmentState.CONFIRMED,
        "due": date(2027, 6, 30),
        "decided_at": NOW,
    }
    return Assignment.objects.create(record=record, body=to, **(known | values))


def entry(of: Assignment | Body | None = None, by: User | None = None, **values: Any) -> Entry:
    """An entry under ``of``, a draft unless said otherwise; of a body, about the first record."""
    if not isinstance(of, Assignment):
        of = of or body()
        of = Assignment.objects.filter(body=of).first() or assignment(to=of)
    known: dict[str, Any] = {
        "assignment": of,
        "record": of.record,
        "body": of.body,
        "body_name": of.body.name_in("en"),
        "state": EntryState.DRAFT,
        "language": "en",
        "done": "A bill was drafted and discussed with those concerned.",
        "result": "The bill is before parliament.",
        "status": Implementation.IN_PROGRESS,
        "as_of": date(2026, 3, 1),
        "written_by": by or officer(Role.FOCAL_POINT, of.body),
        "changed_at": NOW,
    }
    stamps = {
        EntryState.SUBMITTED: ("submitted_at",),
        EntryState.VALIDATED: ("submitted_at", "validated_at"),
        EntryState.ACCEPTED: ("submitted_at", "validated_at", "accepted_at"),
        EntryState.PUBLISHED: ("submitted_at", "validated_at", "accepted_at", "published_at"),
    }.get(values.get("state", EntryState.DRAFT), ())
    return Entry.objects.create(**(known | dict.fromkeys(stamps, NOW) | values))


def evidence(of: Entry | Assessment, **values: Any) -> Evidence:
    """A public link under the entry or assessment, unless said otherwise."""
    under = {"entry": of, "body": of.body} if isinstance(of, Entry) else {}
    known: dict[str, Any] = {
        "record": of.record,
        **(under or {"assessment": of, "body": of.assessor}),
        "kind": EvidenceKind.LINK,
        "type": EvidenceType.LAW,
        "confidentiality": Confidentiality.PUBLIC,
        "title": "Bill on the prevention of torture",
        "language": "en",
        "url": "https://gazette.example/2026/14",
        "added_by": of.written_by,
        "added_at": NOW,
    }
    return Evidence.objects.create(**(known | values))


def assessment(by: Body | None = None, **values: Any) -> Assessment:
    """The view of the Sarovian League, or of ``by``, on the first record; not published."""
    by = by or body("LEAGUE")
    kinds = {
        NationalBodyKind.NATIONAL_INSTITUTION: AssessorKind.NATIONAL_INSTITUTION,
        NationalBodyKind.UN_BODY: AssessorKind.UN_BODY,
    }
    known: dict[str, Any] = {
        "assessor": by,
        "assessor_name": by.name_in("en"),
        "kind": kinds.get(NationalBodyKind(by.kind), AssessorKind.CIVIL_SOCIETY),
        "status": Implementation.NOT_STARTED,
        "language": "en",
        "reasons": "No bill was published.",
        "as_of": TODAY,
        "written_by": officer(Role.CONTRIBUTOR, by),
        "changed_at": NOW,
    }
    values = {"record": a_record()} | values if "record" not in values else values
    return Assessment.objects.create(**(known | values))


def action(lead: Body | None = None, **values: Any) -> PlannedAction:
    """The first action of the plan "xsp-4", led by the Ministry of Justice or by ``lead``."""
    plan, _made = Plan.objects.get_or_create(
        code="xsp-4", defaults={"state": "XSP", "titles": {"en": "Plan of the fourth cycle"}}
    )
    defaults: dict[str, Any] = {
        "number": str(plan.actions.count() + 1),
        "titles": {"en": "Amend the penal code", "vi": "Sửa luật hình sự"},
        "made_by": officer(Role.COORDINATOR),
        "made_at": NOW,
    }
    return PlannedAction.objects.create(plan=plan, lead=lead or body("MOJ"), **defaults | values)


def indicator(of: PlannedAction, **values: Any) -> Indicator:
    """Deaths in custody, an indicator of outcome."""
    defaults = {"kind": IndicatorKind.OUTCOME, "names": {"en": "Deaths in custody"}}
    return Indicator.objects.create(action=of, **defaults | values)


def law() -> Law:
    """A code of two clauses."""
    file, _made = StoredFile.objects.get_or_create(
        sha256="1" * 64,
        defaults={
            "name": "1" * 64,
            "media_type": "text/plain",
            "format": "txt",
            "size": 1,
            "kept": False,
            "added_at": NOW,
            "added_by": officer(Role.COORDINATOR),
        },
    )
    made = Law.objects.create(
        title="Bộ luật thử nghiệm",
        language="vi",
        source="Công báo số 1",
        file=file,
        added_by=officer(Role.COORDINATOR),
        added_at=NOW,
    )
    for order, text in enumerate(("Không ai bị tra tấn.", "Người bị bắt được gặp luật sư.")):
        LawPassage.objects.create(law=made, order=order, place=f"Điều {order + 1}", text=text)
    return made
