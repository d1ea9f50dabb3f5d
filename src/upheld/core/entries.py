"""The way of an entry: draft, submitted, validated, accepted, published; or sent back.

An entry is what a body reports about what was asked of it. Each step is another person's: the
focal point submits, the body's validating authority validates, the coordination unit accepts and
publishes. Whoever sends an entry back says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from upheld.core.roles import Action


class EntryState(StrEnum):
    """Where an entry stands. What is *published* is never changed: a later entry follows it."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    VALIDATED = "validated"
    ACCEPTED = "accepted"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """What a person does with an entry."""

    SUBMIT = "submit"
    VALIDATE = "validate"
    ACCEPT = "accept"
    PUBLISH = "publish"
    SEND_BACK = "send_back"
    RECALL = "recall"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Transition:
    """One permitted step: from where to where, by which permission, and what it needs.

    ``needs_reason``: words are asked for. ``second_person``: whoever wrote or submitted the entry
    may not take this step.
    """

    step: Step
    start: EntryState
    end: EntryState
    action: Action
    needs_reason: bool = False
    second_person: bool = False


TRANSITIONS: tuple[Transition, ...] = (
    Transition(Step.SUBMIT, EntryState.DRAFT, EntryState.SUBMITTED, Action.REPORT),
    Transition(Step.RECALL, EntryState.SUBMITTED, EntryState.DRAFT, Action.REPORT),
    Transition(
        Step.VALIDATE,
        EntryState.SUBMITTED,
        EntryState.VALIDATED,
        Action.VALIDATE,
        second_person=True,
    ),
    Transition(
        Step.SEND_BACK, EntryState.SUBMITTED, EntryState.DRAFT, Action.VALIDATE, needs_reason=True
    ),
    Transition(
        Step.ACCEPT, EntryState.VALIDATED, EntryState.ACCEPTED, Action.ACCEPT, second_person=True
    ),
    Transition(
        Step.SEND_BACK, EntryState.VALIDATED, EntryState.DRAFT, Action.ACCEPT, needs_reason=True
    ),
    Transition(
        Step.SEND_BACK, EntryState.ACCEPTED, EntryState.DRAFT, Action.ACCEPT, needs_reason=True
    ),
    Transition(Step.PUBLISH, EntryState.ACCEPTED, EntryState.PUBLISHED, Action.PUBLISH),
    Transition(Step.WITHDRAW, EntryState.DRAFT, EntryState.WITHDRAWN, Action.REPORT),
)
"""Every step there is. What is not here cannot be done."""


def transition(step: Step, state: EntryState) -> Transition | None:
    """The transition that ``step`` makes from ``state``; None where it is not open."""
    return next((t for t in TRANSITIONS if t.step is step and t.start is state), None)


def steps_from(state: EntryState) -> tuple[Transition, ...]:
    """The steps that are open in ``state``."""
    return tuple(t for t in TRANSITIONS if t.start is state)
