"""Words of a plan of implementation: who leads and who supports, what an indicator measures."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """The part a body has in what was asked: it *leads* or it *supports*."""

    LEAD = "lead"
    SUPPORT = "support"


class AssignmentState(StrEnum):
    """*proposed* by the program, *confirmed* by a person, *declined*, or *ended* by a later act."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    ENDED = "ended"


class IndicatorKind(StrEnum):
    """What an indicator measures, as OHCHR's guide HR/PUB/12/5 divides them.

    *structure*: the commitment (a treaty ratified, a law in force); *process*: the effort (cases
    handled, money spent); *outcome*: what people have of it.
    """

    STRUCTURE = "structure"
    PROCESS = "process"
    OUTCOME = "outcome"
