"""Issues and action category of a recommendation, as proposals with a score and a reason.

"Establish a national institution in line with the Paris Principles" → NHRI .99, action 5. The names
are UPR Info's 54 issues and five action categories (1 minimal … 5 specific action); a score is a
probability measured on States that training had not seen. These are proposals: labels published by
the United Nations or set by a person stand apart and are never overwritten by them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.analysis.linear_model import probabilities
from upheld.analysis.model_file import Model, shipped_model
from upheld.analysis.reasons import reasons_for


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposed label; ``why`` holds words of the text that spoke for it, when asked for."""

    label: str
    score: float
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text is about and asks for: issues, best first, and the action category 1–5."""

    issues: tuple[Proposal, ...]
    action: int
    action_score: float
    action_why: tuple[str, ...] = ()


def read_issues(
    texts: Sequence[str], *, why: bool = False, model: Model | None = None
) -> list[Reading]:
    """A reading of each text; only issues over the threshold, or the best one if it is likely.

    An empty text has no issues; its action category means nothing (score near the base rate).
    """
    weights = model or shipped_model()
    sure, acting = probabilities(weights, texts)
    shown = sure >= weights.threshold
    readings = []
    for row, text in enumerate(texts):
        labels = [int(at) for at in shown[row].nonzero()[0]]
        best = int(sure[row].argmax())
        if not labels and sure[row, best] >= weights.least and text.strip():
            labels = [best]
        labels.sort(key=lambda at: -sure[row, at])
        action = int(acting[row].argmax())
        words = reasons_for(weights, text, labels, action) if why else None
        readings.append(
            Reading(
                tuple(
                    Proposal(
                        weights.labels[at],
                        round(float(sure[row, at]), 4),
                        words.issues[at] if words else (),
                    )
                    for at in labels
                ),
                action + 1,
                round(float(acting[row, action]), 4),
                words.action if words else (),
            )
        )
    return readings
