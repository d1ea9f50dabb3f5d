"""What a reader should look at twice: two bodies say different things; nothing is heard.

A flag is computed from what was reported, by a written rule that is shown beside it. It judges
nobody and changes no status.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from upheld.core.implementation import NEEDS_EVIDENCE, Grade, Implementation

N_ = str
"""Marks a sentence for the catalogue; it is translated when it is shown."""


class Flag(StrEnum):
    """The flags, late and silent ones first."""

    LATE = "late"
    SILENT = "silent"
    BODIES_DIFFER = "bodies_differ"
    WITHOUT_EVIDENCE = "without_evidence"
    MILESTONE_OPEN = "milestone_open"
    FELL_BACK = "fell_back"
    ASSESSED_OTHERWISE = "assessed_otherwise"


RULES: dict[Flag, str] = {
    Flag.LATE: N_(
        "The due date has passed, and nothing was sent in since 30 days before it, nor anything "
        "that says it is done."
    ),
    Flag.SILENT: N_("Nothing was sent in for 180 days, counted from the assignment."),
    Flag.BODIES_DIFFER: N_(
        "The newest entries of two bodies about one record claim different statuses."
    ),
    Flag.WITHOUT_EVIDENCE: N_(
        "The status needs evidence, and none stands under the entry that you may see."
    ),
    Flag.MILESTONE_OPEN: N_(
        "The entry says that all is implemented, and a milestone of an action that answers the "
        "record is not done."
    ),
    Flag.FELL_BACK: N_(
        "The body had said that it is implemented, and now claims less without claiming that it "
        "regressed."
    ),
    Flag.ASSESSED_OTHERWISE: N_(
        "The body says that it is implemented, and a published assessment by others does not."
    ),
}
"""The rule of each flag, shown beside it. Translated late."""

BELOW_IMPLEMENTED = frozenset(
    {Grade.B, Grade.C, Grade.D, Grade.E},
)
"""Grades by which a treaty body says that not all was done."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The newest entry of one body about a record, with what is known beside it.

    ``before`` is the status that it published last before this entry ("" for none).
    """

    body: int
    status: str
    evidence: int
    before: str = ""


def flags_of(
    claims: Iterable[Claim],
    *,
    open_milestones: bool = False,
    others: Iterable[tuple[str, str]] = (),
) -> tuple[Flag, ...]:
    """The flags of one record, in the order of ``Flag``.

    ``others`` are the published assessments as status and grade, one of them empty.

    >>> flags_of([Claim(1, "implemented", 1), Claim(2, "in_progress", 1)])
    (<Flag.BODIES_DIFFER: 'bodies_differ'>,)
    """
    claims = list(claims)
    done = any(claim.status == Implementation.IMPLEMENTED for claim in claims)
    raised = {
        Flag.BODIES_DIFFER: len({claim.status for claim in claims}) > 1,
        Flag.WITHOUT_EVIDENCE: any(
            claim.status in NEEDS_EVIDENCE and claim.evidence == 0 for claim in claims
        ),
        Flag.MILESTONE_OPEN: done and open_milestones,
        Flag.FELL_BACK: any(_fell_back(claim) for claim in claims),
        Flag.ASSESSED_OTHERWISE: done and any(_otherwise(*view) for view in others),
    }
    return tuple(flag for flag in Flag if raised.get(flag))


def _fell_back(claim: Claim) -> bool:
    explained = {
        Implementation.IMPLEMENTED,
        Implementation.REGRESSED,
        Implementation.NO_LONGER_APPLICABLE,
    }
    return claim.before == Implementation.IMPLEMENTED and claim.status not in explained


def _otherwise(status: str, grade: str) -> bool:
    if grade:
        return grade in BELOW_IMPLEMENTED
    return status != Implementation.IMPLEMENTED
