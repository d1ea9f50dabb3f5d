"""What became of a demand from one review to the next: repeated, softened, dropped.

"Abolish the death penalty" (2009, noted) came back in 2014 as "Consider abolishing" (supported)
and in 2019 not at all. Read from the records that people judged to be one demand to one State, and
from the reviews of that State in which they do or do not stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from upheld.core.positions import Position


class Strength(IntEnum):
    """How firmly a thing is asked for: *consider* ratifying, *pursue* efforts to, *act*."""

    CONSIDER = 1
    PURSUE = 2
    ACT = 3


class Turn(StrEnum):
    """What a review did with a demand, against the review before it that had the demand."""

    FIRST = "first"
    REPEATED = "repeated"
    SOFTENED = "softened"
    STRENGTHENED = "strengthened"
    POSITION_CHANGED = "position_changed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Review:
    """One review of the State: ``key`` names its document, ``mechanism`` who reviewed ("UPR")."""

    key: str
    mechanism: str
    day: date


@dataclass(frozen=True, slots=True)
class Said:
    """One record of the demand: in which review, how firmly, and what the State answered."""

    record: str
    review: str
    strength: Strength
    position: Position | None


@dataclass(frozen=True, slots=True)
class Step:
    """One review with the records in which the demand stands there, and what that means."""

    review: Review
    records: tuple[str, ...]
    turns: tuple[Turn, ...]


def course(reviews: Iterable[Review], said: Sequence[Said]) -> list[Step]:
    """The reviews in which the demand stands, or no longer stands, in the order of their days.

    A review by another mechanism that leaves the demand out says nothing: only the next review by
    the same mechanism can drop it, and it drops it once. A position counts as changed when both
    reviews have answers and no answer is in both; *pending* is no answer yet.
    """
    steps: list[Step] = []
    before: list[Said] = []
    standing: dict[str, bool] = {}
    for review in sorted(reviews, key=lambda one: (one.day, one.key)):
        here = [one for one in said if one.review == review.key]
        if here:
            turns = _turns(before, here) if before else (Turn.FIRST,)
            steps.append(Step(review, tuple(one.record for one in here), turns))
            before, standing[review.mechanism] = here, True
        elif standing.pop(review.mechanism, False):
            steps.append(Step(review, (), (Turn.DROPPED,)))
    return steps


def _turns(before: Sequence[Said], here: Sequence[Said]) -> tuple[Turn, ...]:
    turns = [Turn.REPEATED]
    was, now = max(one.strength for one in before), max(one.strength for one in here)
    if now != was:
        turns.append(Turn.SOFTENED if now < was else Turn.STRENGTHENED)
    answered, answers = _answers(before), _answers(here)
    if answered and answers and not answered & answers:
        turns.append(Turn.POSITION_CHANGED)
    return tuple(turns)


def _answers(said: Sequence[Said]) -> frozenset[Position]:
    return frozenset(one.position for one in said if one.position) - {Position.PENDING}
