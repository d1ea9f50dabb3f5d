"""The file of weights: plain arrays, small, and refused when there are objects in it."""

from __future__ import annotations

import io
from importlib.resources import files

import numpy as np
import pytest

from upheld.analysis.model_file import pack, packed_words, quantised, unpack

SHIPPED = files("upheld.analysis").joinpath("models/classification.npz")


def test_the_file_is_small_and_holds_plain_arrays() -> None:
    content = SHIPPED.read_bytes()
    assert len(content) < 10_000_000
    with np.load(io.BytesIO(content), allow_pickle=False) as file:
        kinds = {file[name].dtype.kind for name in file.files}
    assert kinds <= {"f", "i", "u"}


def test_a_file_with_objects_in_it_is_refused() -> None:
    harmful = pack({"words_marks": np.array([object()], dtype=object)})
    with pytest.raises(ValueError, match="allow_pickle=False"):
        unpack(harmful)


def test_equal_arrays_give_equal_bytes() -> None:
    arrays = {"a": np.arange(5, dtype=np.float32), "b": packed_words(["x", "y z"])}
    assert pack(arrays) == pack(arrays)


def test_rounding_to_one_byte_errs_by_half_a_step_at_most() -> None:
    weights = np.random.default_rng(0).normal(size=(200, 3)).astype(np.float32)
    whole, step = quantised(weights)
    assert whole.dtype == np.int8
    assert (np.abs(whole * step - weights) <= step * 0.5001).all()
