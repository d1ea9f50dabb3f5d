"""The classifier's weights on disk: one ``.npz`` of plain arrays and a card beside it.

Words are kept as text in the vocabulary's order, weights as whole numbers of one byte with a scale
for each label. Nothing is unpickled: a file with objects in it is refused by NumPy. The file is
read once in a process, when the first text is classified.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np

from upheld.analysis.sparse import Block, Floats

BLOCKS = ("words", "letters", "instruments", "keys", "first", "near", "verbs")
# What each question looks at; the rows of its weights stand in this order of blocks.
OF_ISSUES = ("words", "letters", "instruments", "keys", "first", "near")
OF_HIDDEN = ("words", "instruments", "keys")
OF_ACTIONS = ("words", "first", "verbs")


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Weights of the two questions: which issues (``labels``), which action category (1–5).

    ``issue_weights`` and ``action_weights`` map a block's name to (marks, labels);
    ``hidden_weights`` to (marks, units), and ``hidden_out`` (units, labels) adds what the units
    that are above zero say of each issue. The issues' sums become probabilities by ``margin``
    (slope and offset for each label) and ``second``, which sees all labels together; the actions'
    by ``action_second``.
    """

    blocks: Mapping[str, Block]
    labels: tuple[str, ...]
    issue_weights: Mapping[str, Floats]
    issue_bias: Floats
    hidden_weights: Mapping[str, Floats]
    hidden_bias: Floats
    hidden_out: Floats
    margin: Floats
    second: Floats
    threshold: float
    least: float
    action_weights: Mapping[str, Floats]
    action_bias: Floats
    action_second: Floats


def pack(arrays: Mapping[str, Any]) -> bytes:
    """The arrays as one compressed file; equal arrays give equal bytes."""
    out = io.BytesIO()
    np.savez_compressed(out, **arrays)
    return out.getvalue()


def packed_words(words: list[str]) -> Any:
    """A vocabulary as bytes: one word a line."""
    return np.frombuffer("\n".join(words).encode("utf-8"), np.uint8)


def quantised(weights: Floats) -> tuple[Any, Floats]:
    """Weights as whole numbers from -127 to 127 with the size of a step for each column."""
    step = np.maximum(np.abs(weights).max(axis=0), np.float32(1e-9)) / np.float32(127)
    return np.rint(weights / step).astype(np.int8), step.astype(np.float32)


def unpack(content: bytes) -> Model:
    """The model in a file's bytes."""
    with np.load(io.BytesIO(content), allow_pickle=False) as file:
        kept = {name: file[name] for name in file.files}
    blocks = {
        name: Block(
            {
                word: at
                for at, word in enumerate(kept[f"{name}_marks"].tobytes().decode().split("\n"))
            },
            kept[f"{name}_rarity"],
            float(kept[f"{name}_share"]),
        )
        for name in BLOCKS
    }
    return Model(
        blocks=blocks,
        labels=tuple(kept["labels"].tobytes().decode().split("\n")),
        issue_weights={n: kept[f"issue_{n}"] * kept["issue_step"] for n in OF_ISSUES},
        issue_bias=kept["issue_bias"],
        hidden_weights={n: kept[f"hidden_{n}"] * kept["hidden_step"] for n in OF_HIDDEN},
        hidden_bias=kept["hidden_bias"],
        hidden_out=kept["hidden_out"],
        margin=kept["margin"],
        second=kept["second"],
        threshold=float(kept["threshold"]),
        least=float(kept["least"]),
        action_weights={n: kept[f"action_{n}"] * kept["action_step"] for n in OF_ACTIONS},
        action_bias=kept["action_bias"],
        action_second=kept["action_second"],
    )


@lru_cache(maxsize=1)
def shipped_model() -> Model:
    """The model that comes with Upheld."""
    return unpack(files("upheld.analysis").joinpath("models/classification.npz").read_bytes())


@lru_cache(maxsize=1)
def shipped_card() -> dict[str, Any]:
    """The card of that model: sources, figures by label, limits, note on licences."""
    text = files("upheld.analysis").joinpath("models/card.json").read_text("utf-8")
    card: dict[str, Any] = json.loads(text)
    return card
