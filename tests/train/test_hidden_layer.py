"""The hidden layer of the trainer: it sees what stands together, and comes out alike twice."""

from __future__ import annotations

import pytest

pytest.importorskip("sklearn", reason="the extra 'train' is not installed")

import numpy as np
from scipy.sparse import csr_matrix

from train.hidden_layer import fit_hidden, hidden_sums

# Each text has one mark of the first pair and one of the second; the label wants two that differ.
ROWS = np.random.default_rng(3).integers(0, 2, (8_000, 2))
INPUTS = csr_matrix(np.hstack([ROWS, 1 - ROWS]) / 2.0)
WANTED = (ROWS[:, :1] != ROWS[:, 1:]).astype(np.int8)


def test_a_label_that_no_sum_of_weights_tells_is_told_by_the_layer() -> None:
    said = hidden_sums(INPUTS, fit_hidden(INPUTS, WANTED)) > 0
    assert (said == WANTED).mean() == 1.0


def test_the_same_texts_give_the_same_layer_and_are_left_as_they_were() -> None:
    before = INPUTS.data.copy()
    one, other = fit_hidden(INPUTS, WANTED), fit_hidden(INPUTS, WANTED)
    assert [(a == b).all() for a, b in zip(one, other, strict=True)] == [True] * 4
    assert (INPUTS.data == before).all()
