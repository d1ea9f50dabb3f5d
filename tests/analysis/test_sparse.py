"""Weighing marks and adding up their weights."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.sparse import Block, scores, weigh

BLOCK = Block({"a": 0, "b": 1, "c": 2}, np.array([1.0, 2.0, 3.0], np.float32), 1.0)
ROWS = st.lists(st.lists(st.integers(0, 2), max_size=8), min_size=1, max_size=6)


@given(ROWS)
def test_each_text_with_marks_has_unit_length(rows: list[list[int]]) -> None:
    batch = weigh(BLOCK, rows)
    squares = np.bincount(batch.row, batch.value.astype(float) ** 2, len(rows))
    assert np.allclose(squares, [1.0 if row else 0.0 for row in rows], atol=1e-5)


@given(ROWS)
def test_sums_are_those_of_the_full_table(rows: list[list[int]]) -> None:
    weights = np.array([[1, -1], [0.5, 2], [3, 0]], np.float32)
    batch = weigh(BLOCK, rows)
    table = np.zeros((len(rows), 3))
    table[batch.row, batch.mark] = batch.value
    assert np.allclose(scores(batch, weights), table @ weights, atol=1e-5)


def test_repetition_counts_by_its_logarithm() -> None:
    batch = weigh(BLOCK, [[0, 0, 1]])
    assert np.isclose(batch.value[0] / batch.value[1], (1 + np.log(2)) / 2)
