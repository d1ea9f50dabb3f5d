"""One hidden layer: units that see several words of a text together.

``fit_hidden(inputs, wanted, how)`` gives a ``Hidden``; ``hidden_sums(inputs, hidden)`` what it says
of each label. Of issues a text may have several, each for itself; of standard demands it makes one
(``how.one_of_all``). Layers that began differently stand side by side, each with its part of the
voice: together they err less. A unit that is below zero is silent (ReLU). Trained by Adam (Kingma
and Ba 2015) on some texts at a time; marks and units are left out by chance (Srivastava and others
2014), so that none leans on one word. The same seed gives the same layer; doubles throughout, so
that the last bit does not show after rounding to one byte.
"""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, NamedTuple

import numpy as np

SLOW, SLOWER, LEAST = 0.9, 0.999, 1e-8


class How(NamedTuple):
    """How a layer is trained: for each of ``seeds`` so many ``units``, all texts ``rounds`` times.

    Marks come in ``louder`` than they are, so that few steps are enough.
    """

    seeds: tuple[int, ...] = (0, 1)
    units: int = 64
    rounds: int = 6
    part: int = 128
    rate: float = 0.006
    louder: float = 2.0
    marks_out: float = 0.4
    units_out: float = 0.2
    one_of_all: bool = False


class Hidden(NamedTuple):
    """Weights (marks, units) and offsets of the units; weights (units, labels) and offsets out."""

    weights: Any
    bias: Any
    out: Any
    out_bias: Any


def hidden_sums(inputs: Any, hidden: Hidden) -> Any:
    """What the layer says of each text and label, as logarithms of odds."""
    return np.maximum(inputs @ hidden.weights + hidden.bias, 0) @ hidden.out + hidden.out_bias


def fit_hidden(inputs: Any, wanted: Any, how: How = How()) -> Hidden:  # noqa: B008 - a constant
    """The layer that tells ``wanted`` (texts, labels) from ``inputs`` (texts, marks)."""
    louder = inputs.astype(np.float64) * how.louder
    with ProcessPoolExecutor(len(how.seeds), get_context("spawn")) as at_once:
        begun = [at_once.submit(fit_part, louder, wanted, seed, how) for seed in how.seeds]
        parts = [one.result() for one in begun]
    return Hidden(
        np.hstack([part.weights for part in parts]) * how.louder,
        np.concatenate([part.bias for part in parts]),
        np.vstack([part.out for part in parts]) / len(parts),
        np.mean([part.out_bias for part in parts], axis=0),
    )


def fit_part(inputs: Any, wanted: Any, seed: int, how: How) -> Hidden:
    """The units that begin with ``seed``."""
    chance = np.random.default_rng(seed)
    texts, labels = wanted.shape
    hidden = Hidden(
        chance.standard_normal((inputs.shape[1], how.units)) * 0.05,
        np.zeros(how.units),
        chance.standard_normal((how.units, labels)) * 0.1,
        np.full(labels, -3.0),
    )
    moving = [(np.zeros_like(values), np.zeros_like(values)) for values in hidden]
    steps = how.rounds * -(-texts // how.part)
    step = 0
    for _ in range(how.rounds):
        order = chance.permutation(texts)
        for start in range(0, texts, how.part):
            rows = order[start : start + how.part]
            slopes, marks = slopes_of(hidden, inputs[rows], wanted[rows], chance, how)
            rate = how.rate * (1 - step / steps)
            step += 1
            for values, slope, (mean, square), at in zip(
                hidden, slopes, moving, (marks, slice(None), slice(None), slice(None)), strict=True
            ):
                mean[at] = SLOW * mean[at] + (1 - SLOW) * slope
                square[at] = SLOWER * square[at] + (1 - SLOWER) * slope**2
                size = np.sqrt(square[at] / (1 - SLOWER**step)) + LEAST
                values[at] -= rate * mean[at] / (1 - SLOW**step) / size
    return hidden


def slopes_of(
    hidden: Hidden, inputs: Any, wanted: Any, chance: Any, how: How
) -> tuple[list[Any], Any]:
    """How the error of some texts changes with each number of the layer, and the marks they have.

    The first of the slopes is for these marks only.
    """
    inputs.data *= (chance.random(len(inputs.data)) > how.marks_out) / (1 - how.marks_out)
    reached = inputs @ hidden.weights + hidden.bias
    kept = (chance.random(reached.shape) > how.units_out) / (1 - how.units_out)
    units = np.maximum(reached, 0) * kept
    said = units @ hidden.out + hidden.out_bias
    error = (shares(said) if how.one_of_all else 1 / (1 + np.exp(-said))) - wanted
    error /= len(wanted)
    back = (error @ hidden.out.T) * kept * (reached > 0)
    marks = np.unique(inputs.indices)
    slopes = [inputs[:, marks].T @ back, back.sum(axis=0), units.T @ error, error.sum(axis=0)]
    return slopes, marks


def shares(said: Any) -> Any:
    """Sums as probabilities that add up to one in each row."""
    powers = np.exp(said - said.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
