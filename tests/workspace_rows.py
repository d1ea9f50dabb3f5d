"""Bodies of Sarovia, who holds which role for them, what they were asked and what they report.

Sarovia is the fictional State of the tests. Rows are written straight into the database.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from tests.factories import person
from upheld.core.entries import EntryState
from upheld.core.evidence import Confidentiality, EvidenceKind, EvidenceType
from upheld.core.implementation import Implementation
from upheld.core.national_bodies import NationalBodyKind
from upheld.core.planning import AssignmentState, Part
from upheld.core.roles import Role
from upheld.store.models import Assignment, Body, Entry, Evidence, Record, RoleBinding, User

NAMES = {
    "XSP-GOV": ("Government of Sarovia", "Chính phủ Xa-rô-vi-a"),
    "XSP-MOJ": ("Ministry of Justice", "Bộ Tư pháp"),
    "XSP-MOH": ("Ministry of Health", "Bộ Y tế"),
    "XSP-MOE": ("Ministry of Education", "Bộ Giáo dục"),
}


def body(code: str = "XSP-MOJ", **values: Any) -> Body:
    """A body of Sarovia by its code, made at the first use; a ministry unless said otherwise."""
    english, vietnamese = NAMES.get(code, (code, code))
    known = {
        "state": "XSP",
        "kind": NationalBodyKind.MINISTRY,
        "names": {"en": english, "vi": vietnamese},
    }
    return Body.objects.get_or_create(code=code, defaults=known | values)[0]


def officer(role: Role, of: Body | None = None, username: str = "", **values: str) -> User:
    """A user with ``role`` for one body, or without a body for the whole folder."""
    of_whom = of.code.lower() if of else "all"
    user = person(None, username or f"{role.value}-{of_whom}", **values)
    RoleBinding.objects.get_or_create(user=user, role=role, body=of)
    return user


def assignment(record: Record, to: Body | None = None, **values: Any) -> Assignment:
    """``to`` leads the answer to ``record``, by 30 June 2027, unless said otherwise."""
    known = {
        "part": Part.LEAD,
        "state": AssignmentState.CONFIRMED,
        "due": date(2027, 6, 30),
        "decided_at": timezone.now(),
    }
    return Assignment.objects.create(record=record, body=to or body(), **(known | values))


def entry(of: Assignment, by: User | None = None, **values: Any) -> Entry:
    """An entry of the assignment's body, a draft unless said otherwise."""
    now = timezone.now()
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
        "changed_at": now,
    }
    stamps = {
        EntryState.SUBMITTED: ("submitted_at",),
        EntryState.VALIDATED: ("submitted_at", "validated_at"),
        EntryState.ACCEPTED: ("submitted_at", "validated_at", "accepted_at"),
        EntryState.PUBLISHED: ("submitted_at", "validated_at", "accepted_at", "published_at"),
    }.get(values.get("state", EntryState.DRAFT), ())
    return Entry.objects.create(**(known | dict.fromkeys(stamps, now) | values))


def evidence(of: Entry, **values: Any) -> Evidence:
    """A public link under the entry, unless said otherwise."""
    known: dict[str, Any] = {
        "record": of.record,
        "body": of.body,
        "entry": of,
        "kind": EvidenceKind.LINK,
        "type": EvidenceType.LAW,
        "confidentiality": Confidentiality.PUBLIC,
        "title": "Bill on the prevention of torture",
        "language": "en",
        "url": "https://gazette.example/2026/14",
        "added_by": of.written_by,
        "added_at": timezone.now(),
    }
    return Evidence.objects.create(**(known | values))
