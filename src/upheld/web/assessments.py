"""The section "What others say" of a record's page: assessments side by side, never averaged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from upheld.core.errors import UpheldError
from upheld.core.implementation import AssessorKind
from upheld.core.national_bodies import NationalBodyKind
from upheld.core.roles import Action
from upheld.services.evidence_owner import authorise_assessor
from upheld.services.permissions import Actor, allowed, visible_to
from upheld.store.models import Assessment, Body, Evidence, Record, Reply


@dataclass(frozen=True, slots=True)
class ShownReply:
    """A reply, and whether this reader may take it back."""

    reply: Reply
    own: bool


def assessment_section(actor: Actor, record: Record) -> dict[str, Any]:
    """Assessments of ``record`` that ``actor`` may read; the newest of each assessor first.

    A later view does not hide an earlier one: both stand, with their dates.
    """
    evidence = visible_to(actor, Evidence.objects.filter(record=record, removed_at=None))
    counted = dict(
        evidence.exclude(assessment=None)
        .order_by()
        .values_list("assessment")
        .annotate(n=Count("pk"))
    )
    rows = visible_to(actor, Assessment.objects.filter(record=record))
    rows = rows.select_related("assessor").annotate(
        answered=Count("replies", filter=Q(replies__withdrawn_at=None), distinct=True)
    )
    return {
        "assessments": [
            {"row": row, "evidence": counted.get(row.pk, 0), "replies": row.answered}
            for row in rows
        ],
        "may_assess": allowed(actor, Action.ASSESS)
        or (allowed(actor, Action.GRADE) and _bodies_that_grade().exists()),
    }


def _bodies_that_grade() -> QuerySet[Body]:
    """UN bodies in the tree: only for these a coordinator enters a grade."""
    return Body.objects.filter(kind=NationalBodyKind.UN_BODY, valid_to=None)


def may_write(actor: Actor, row: Assessment) -> bool:
    """Whether ``actor`` is one of the assessor's own people."""
    try:
        authorise_assessor(actor, AssessorKind(row.kind), row.assessor)
    except UpheldError:
        return False
    return True


def shown_replies(actor: Actor, **to: Any) -> list[ShownReply]:
    """The replies to an assessment or an entry, the oldest first."""
    rows = visible_to(actor, Reply.objects.filter(**to)).select_related("body")
    return [ShownReply(row, _own(actor, row)) for row in rows]


def _own(actor: Actor, row: Reply) -> bool:
    if row.withdrawn_at is not None:
        return False
    if row.body is None:
        return allowed(actor, Action.GRADE)
    return allowed(actor, Action.ASSESS, row.body)
