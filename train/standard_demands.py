"""Learns to tell standard demands from their wordings in ``train/demands``.

    python -m train.standard_demands            writes the weights again, bit for bit
    python -m train.standard_demands --check    says whether they would come out the same
    python -m train.standard_demands --try      learns from four fifths and tells the others

Comes after ``python -m train.word_meaning`` and before ``python -m train.same_demand``. The list is
this project's own work: a line ``## name`` begins a demand, each line after it is a wording; the
same name in two files is one demand. ``[general]`` behind a name, in one of the files, says that
the demand holds others; what makes none of the demands stands under "none of these". Neither UPR
Info's list nor the written pairs are used, and no wording is the text of a pair marked "test".
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix, hstack

from train.hidden_layer import Hidden, How, fit_hidden, hidden_sums
from upheld.analysis.demand import read_demand
from upheld.analysis.features import letter_grams, words_of
from upheld.analysis.model_file import pack, packed_words, quantised
from upheld.analysis.sparse import Block, weigh
from upheld.analysis.standard_demands import BLOCKS, meanings_of
from upheld.analysis.word_meaning import marks

ROOT = Path(__file__).resolve().parents[1]
DEMANDS = ROOT / "train" / "demands"
TARGET = ROOT / "src" / "upheld" / "analysis" / "models" / "standard_demands.npz"

TEXTS_OF_A_MARK = 4
HOW = How(
    seeds=(0, 1),
    units=96,
    rounds=15,
    part=64,
    rate=0.004,
    marks_out=0.5,
    one_of_all=True,
)
MEANING_LOUDER = 1.5
"""The meaning of a text is one vector among thousands of marks: it comes in louder than they."""

TRIED = 5


GENERAL = " [general]"
"""Behind the name of a demand that holds others: "promote human rights"."""


class Wording(NamedTuple):
    """One way of making a standard demand; whether the demand holds others is said by ``general``,
    of one of its wordings at least.
    """

    text: str
    demand: str
    general: bool = False


def main() -> int:
    """Learn, and write, compare or try."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--check", action="store_true")
    arguments.add_argument("--try", action="store_true", dest="tried")
    chosen = arguments.parse_args()
    wordings = read_wordings(DEMANDS)
    if chosen.tried:
        print(tried(wordings))
        return 0
    arrays = learn(wordings)
    content = pack(arrays)
    if chosen.check:
        same = TARGET.read_bytes() == content
        print("the same" if same else "different")
        return 0 if same else 1
    TARGET.write_bytes(content)
    count = len({wording.demand for wording in wordings})
    print(f"{count} demands, {len(wordings):,} wordings, {len(content):,} bytes")
    return 0


def read_wordings(folder: Path) -> list[Wording]:
    """All wordings of all files, in the order of the files' names."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        name, general = "", False
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("## "):
                general = line.endswith(GENERAL)
                name = line.removeprefix("## ").removesuffix(GENERAL)
            elif line:
                found.append(Wording(line, name, general))
    return found


def marks_of(texts: Sequence[str]) -> dict[str, list[list[str]]]:
    """For each block the marks of each text: groups of letters; stems and terms."""
    return {
        "letters": [
            [gram for word in words_of(text) for gram in letter_grams(word)] for text in texts
        ],
        "marks": [sorted(marks(read_demand(text))) for text in texts],
    }


def block_of(found: Sequence[Sequence[str]]) -> Block:
    """The vocabulary of a block: every mark that two wordings have, and how rare it is."""
    spread = Counter(mark for own in found for mark in set(own))
    known = sorted(mark for mark, count in spread.items() if count >= TEXTS_OF_A_MARK)
    counts = np.array([spread[mark] for mark in known], np.float64)
    rarity = (np.log((1 + len(found)) / (1 + counts)) + 1).astype(np.float32)
    return Block({mark: at for at, mark in enumerate(known)}, rarity, 1.0)


def matrix(blocks: dict[str, Block], texts: Sequence[str]) -> Any:
    """The texts as weighed marks with their meaning behind them, in SciPy's form."""
    parts = []
    for name, found in marks_of(texts).items():
        index = blocks[name].index
        batch = weigh(blocks[name], [[index[m] for m in own if m in index] for own in found])
        shape = (len(texts), len(blocks[name].rarity))
        parts.append(csr_matrix((batch.value, (batch.row, batch.mark)), shape))
    return hstack(
        [*parts, csr_matrix(meanings_of(list(map(read_demand, texts))) * MEANING_LOUDER)]
    ).tocsr()


def fitted(wordings: Sequence[Wording], names: Sequence[str]) -> tuple[dict[str, Block], Hidden]:
    """The vocabulary of the wordings and the layer that tells their demands."""
    texts = [wording.text for wording in wordings]
    found = marks_of(texts)
    blocks = {name: block_of(found[name]) for name in BLOCKS}
    place = {name: at for at, name in enumerate(names)}
    wanted = np.zeros((len(wordings), len(names)), np.int8)
    wanted[np.arange(len(wordings)), [place[wording.demand] for wording in wordings]] = 1
    return blocks, fit_hidden(matrix(blocks, texts), wanted, HOW)


def learn(wordings: Sequence[Wording]) -> dict[str, Any]:
    """The arrays of the file: vocabulary, weights as whole numbers of one byte, their steps."""
    names = sorted({wording.demand for wording in wordings})
    blocks, hidden = fitted(wordings, names)
    sizes = [len(blocks[name].rarity) for name in BLOCKS]
    hidden.weights[sum(sizes) :] *= MEANING_LOUDER
    weights, step = quantised(hidden.weights.astype(np.float32))
    out, out_step = quantised(hidden.out.astype(np.float32))
    general = {wording.demand for wording in wordings if wording.general}
    arrays = {
        "names": packed_words(names),
        "general": np.array([name in general for name in names], np.int8),
        "step": step,
        "bias": np.round(hidden.bias, 4).astype(np.float32),
        "out": out,
        "out_step": out_step,
        "out_bias": np.round(hidden.out_bias, 4).astype(np.float32),
        "meaning_weights": weights[sum(sizes) :],
    }
    for name, part in zip(BLOCKS, np.split(weights[: sum(sizes)], [sizes[0]]), strict=True):
        arrays |= {
            f"{name}_marks": packed_words(list(blocks[name].index)),
            f"{name}_rarity": blocks[name].rarity,
            f"{name}_weights": part,
        }
    return arrays


def tried(wordings: Sequence[Wording]) -> str:
    """How many of a fifth of the wordings are told by what the others teach."""
    names = sorted({wording.demand for wording in wordings})
    held = [crc32(wording.text.encode()) % TRIED == 0 for wording in wordings]
    others = [wording for wording, kept in zip(wordings, held, strict=True) if not kept]
    own = [wording for wording, kept in zip(wordings, held, strict=True) if kept]
    blocks, hidden = fitted(others, names)
    said = hidden_sums(matrix(blocks, [wording.text for wording in own]), hidden)
    order = np.argsort(-said, axis=1)
    place = np.array([names.index(wording.demand) for wording in own])
    first = (order[:, 0] == place).mean()
    three = (order[:, :3] == place[:, None]).any(axis=1).mean()
    return f"{len(own):,} wordings, {len(names)} demands: first {first:.3f}, of three {three:.3f}"


if __name__ == "__main__":
    sys.exit(main())
