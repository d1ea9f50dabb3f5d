"""One hidden layer for the issues: units that see several words of a text together.

Two layers of 64 units that began differently stand side by side, each with half a voice: together
they err less. ``fit_hidden(inputs, wanted)`` gives a ``Hidden``; ``hidden_sums(inputs, hidden)``
what it says of each issue. A unit that is below zero is silent (ReLU). Trained by Adam (Kingma and
Ba 2015) on 128 texts at a time; marks and units are left out by chance (Srivastava and others
2014), so that none leans on one word. The same seed gives the same layer; doubles throughout, so
that the last bit does not show after rounding to one byte.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

SEEDS, UNITS, ROUNDS, PART, RATE = (0, 1), 64, 6, 128, 0.006
MARKS_OUT, UNITS_OUT = 0.4, 0.2
# Marks come in at twice their length, so that few steps are enough.
LOUDER = 2.0
SLOW, SLOWER, LEAST = 0.9, 0.999, 1e-8


class Hidden(NamedTuple):
    """Weights (marks, units) and offsets of the units; weights (units, labels) and offsets out."""

    weights: Any
    bias: Any
    out: Any
    out_bias: Any


def hidden_sums(inputs: Any, hidden: Hidden) -> Any:
    """What the layer says of each text and issue, as logarithms of odds."""
    return np.maximum(inputs @ hidden.weights + hidden.bias, 0) @ hidden.out + hidden.out_bias


def fit_hidden(inputs: Any, wanted: Any) -> Hidden:
    """The layer that tells ``wanted`` (texts, labels) from ``inputs`` (texts, marks)."""
    parts = [fit_part(inputs.astype(np.float64) * LOUDER, wanted, seed) for seed in SEEDS]
    return Hidden(
        np.hstack([part.weights for part in parts]) * LOUDER,
        np.concatenate([part.bias for part in parts]),
        np.vstack([part.out for part in parts]) / len(parts),
        np.mean([part.out_bias for part in parts], axis=0),
    )


def fit_part(inputs: Any, wanted: Any, seed: int) -> Hidden:
    """The units that begin with ``seed``."""
    chance = np.random.default_rng(seed)
    texts, labels = wanted.shape
    hidden = Hidden(
        chance.standard_normal((inputs.shape[1], UNITS)) * 0.05,
        np.zeros(UNITS),
        chance.standard_normal((UNITS, labels)) * 0.1,
        np.full(labels, -3.0),
    )
    moving = [(np.zeros_like(values), np.zeros_like(values)) for values in hidden]
    steps = ROUNDS * -(-texts // PART)
    step = 0
    for _ in range(ROUNDS):
        order = chance.permutation(texts)
        for start in range(0, texts, PART):
            rows = order[start : start + PART]
            slopes, marks = slopes_of(hidden, inputs[rows], wanted[rows], chance)
            rate = RATE * (1 - step / steps)
            step += 1
            for values, slope, (mean, square), at in zip(
                hidden, slopes, moving, (marks, slice(None), slice(None), slice(None)), strict=True
            ):
                mean[at] = SLOW * mean[at] + (1 - SLOW) * slope
                square[at] = SLOWER * square[at] + (1 - SLOWER) * slope**2
                size = np.sqrt(square[at] / (1 - SLOWER**step)) + LEAST
                values[at] -= rate * mean[at] / (1 - SLOW**step) / size
    return hidden


def slopes_of(hidden: Hidden, inputs: Any, wanted: Any, chance: Any) -> tuple[list[Any], Any]:
    """How the error of some texts changes with each number of the layer, and the marks they have.

    The first of the slopes is for these marks only.
    """
    inputs.data *= (chance.random(len(inputs.data)) > MARKS_OUT) / (1 - MARKS_OUT)
    reached = inputs @ hidden.weights + hidden.bias
    kept = (chance.random(reached.shape) > UNITS_OUT) / (1 - UNITS_OUT)
    units = np.maximum(reached, 0) * kept
    error = 1 / (1 + np.exp(-(units @ hidden.out + hidden.out_bias))) - wanted
    error /= len(wanted)
    back = (error @ hidden.out.T) * kept * (reached > 0)
    marks = np.unique(inputs.indices)
    slopes = [inputs[:, marks].T @ back, back.sum(axis=0), units.T @ error, error.sum(axis=0)]
    return slopes, marks
