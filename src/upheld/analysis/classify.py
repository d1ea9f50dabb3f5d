"""All that ``upheld classify`` says of a text: issues, action, goals, targets, persons, themes.

"Reduce overcrowding in prisons by 2027" → issue Detention, action 4, goal 16, target 16.3, persons
deprived of their liberty, theme Conditions of detention; it names a date and no addressee. Every
label is a proposal with a score. English texts only: a text in another language gets few or wrong
labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.analysis.issues import Proposal, read_issues
from upheld.analysis.ohchr_labels import (
    propose_goals_and_targets,
    propose_persons,
    propose_themes,
)


@dataclass(frozen=True, slots=True)
class Classification:
    """The proposals for one text, each list best first; ``action`` is the category 1–5."""

    issues: tuple[Proposal, ...]
    action: int
    action_score: float
    action_why: tuple[str, ...]
    sdgs: tuple[Proposal, ...]
    targets: tuple[Proposal, ...]
    persons: tuple[Proposal, ...]
    themes: tuple[Proposal, ...]


def classify(texts: Sequence[str], *, why: bool = False) -> list[Classification]:
    """The proposals for each text; with ``why`` each label has the words that spoke for it."""
    return [
        Classification(
            reading.issues,
            reading.action,
            reading.action_score,
            reading.action_why,
            *propose_goals_and_targets(text, reading.issues),
            propose_persons(text, reading.issues),
            propose_themes(text, reading.issues),
        )
        for text, reading in zip(texts, read_issues(texts, why=why), strict=True)
    ]
