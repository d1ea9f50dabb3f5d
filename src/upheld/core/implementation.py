"""How far a recommendation has been implemented: "partly implemented", by whom, by which criteria.

A status belongs to an assessor and a date. The criteria are written so that two people who read
the same evidence come to the same status; meetings held are never by themselves implementation.
"""

from __future__ import annotations

from enum import StrEnum

N_ = str  # marks a sentence for translation; pages translate it late


class Implementation(StrEnum):
    """The eight statuses, from nothing to done, then the two that stand apart."""

    NOT_STARTED = "not_started"
    UNDER_CONSIDERATION = "under_consideration"
    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    PARTLY_IMPLEMENTED = "partly_implemented"
    IMPLEMENTED = "implemented"
    REGRESSED = "regressed"
    NO_LONGER_APPLICABLE = "no_longer_applicable"


CRITERIA: dict[Implementation, str] = {
    Implementation.NOT_STARTED: N_("No step has been taken or decided."),
    Implementation.UNDER_CONSIDERATION: N_(
        "A competent body examines in writing whether or how to act; nothing is decided."
    ),
    Implementation.PLANNED: N_(
        "A decision, programme or bill names what will be done, who does it and by when."
    ),
    Implementation.IN_PROGRESS: N_(
        "At least one step of the plan was taken; it can be dated and shown."
    ),
    Implementation.PARTLY_IMPLEMENTED: N_(
        "A part of what was asked is in force or has reached those concerned; it is said which "
        "part is missing."
    ),
    Implementation.IMPLEMENTED: N_(
        "All that was asked is in force and applied, with evidence of its effect where the "
        "recommendation asks for one."
    ),
    Implementation.REGRESSED: N_("What was reached before no longer holds, in law or in practice."),
    Implementation.NO_LONGER_APPLICABLE: N_(
        "What was asked can no longer be done or needed; the reason is stated."
    ),
}
"""What must be true for each status, shown beside it."""

NEEDS_EVIDENCE = frozenset(
    {
        Implementation.IN_PROGRESS,
        Implementation.PARTLY_IMPLEMENTED,
        Implementation.IMPLEMENTED,
    }
)
"""Statuses that nobody may claim without at least one piece of evidence."""


class AssessorKind(StrEnum):
    """Whose view it is. Views stand side by side and are never averaged."""

    STATE = "state"
    NATIONAL_INSTITUTION = "national_institution"
    CIVIL_SOCIETY = "civil_society"
    UN_BODY = "un_body"


class Grade(StrEnum):
    """How a treaty body grades follow-up: A largely satisfactory, B partly, C not satisfactory.

    D is for no cooperation, E for measures against what was asked. So the Human Rights Committee
    grades; a committee with other words is entered with a note that quotes them.
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
