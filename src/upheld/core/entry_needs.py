"""What an entry must hold before it is submitted: "Say what was done", "Add a piece of evidence".

The needs follow from the written criteria of the status that is claimed: who says that a part is
in force says which part; who says that a step was taken shows it.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from upheld.core.implementation import NEEDS_EVIDENCE, Implementation

MOST_LETTERS = 10_000
"""Letters in each of the two fields of words, about three printed pages."""

NEEDS_RESULT = frozenset(
    {
        Implementation.PARTLY_IMPLEMENTED,
        Implementation.IMPLEMENTED,
        Implementation.REGRESSED,
    }
)
"""Statuses that say something about effect, so that the second field may not stay empty."""


class Need(StrEnum):
    """What is missing, named by the field it belongs to."""

    DONE = "done"
    RESULT = "result"
    STATUS = "status"
    EVIDENCE = "evidence"
    AS_OF = "as_of"


def unmet(
    *, done: str, result: str, status: str, evidence: int, as_of: date, today: date
) -> tuple[Need, ...]:
    """What still has to be given, in the order of the fields; nothing when it can be submitted.

    ``evidence`` counts the pieces under the entry. ``status`` may be empty in a draft.

    >>> unmet(done="A bill.", result="", status="in_progress", evidence=0,
    ...       as_of=date(2026, 3, 1), today=date(2026, 3, 2))
    (<Need.EVIDENCE: 'evidence'>,)
    """
    needs = {
        Need.DONE: not done.strip(),
        Need.RESULT: status in NEEDS_RESULT and not result.strip(),
        Need.EVIDENCE: status in NEEDS_EVIDENCE and evidence == 0,
        Need.STATUS: not status,
        Need.AS_OF: as_of > today,
    }
    return tuple(need for need, missing in needs.items() if missing)
