"""Trains the weights of ``upheld classify`` from UPR Info's list of recommendations.

    .venv/bin/python train/classification.py FOLDER [--without STATES.json] [--out FILE.npz]

FOLDER holds ``recommendations.csv`` with the columns To, Text, Issue and Action. ``--without``
leaves out the States in a file, so that figures can be measured on them. The same list gives the
same file, byte for byte: rows are sorted, folds follow from the States' names, seeds are fixed and
weights are rounded to one byte. Needs scikit-learn (the extra ``train``); takes some minutes.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # also when started as a file

from train.hidden_layer import fit_hidden, hidden_sums
from upheld.analysis.features import words_of
from upheld.analysis.linear_model import marks_of, second_inputs
from upheld.analysis.model_file import (
    BLOCKS,
    OF_ACTIONS,
    OF_HIDDEN,
    OF_ISSUES,
    pack,
    packed_words,
    quantised,
)
from upheld.analysis.sparse import Block, weigh

FOLDS = 5
SHARES = {
    "words": 1.0,
    "letters": 1.0,
    "instruments": 0.7,
    "keys": 0.4,
    "first": 1.0,
    "near": 0.7,
    "verbs": 1.0,
}
# A mark comes into the vocabulary when as many texts have it.
TEXTS_OF_A_MARK = {"near": 4}
ISSUE_C, SECOND_C, ACTION_C = 0.1, 0.3, 0.3
# First words say much about the action and little about the issues.
OF_ISSUES_LESS = {"first": 0.5}
# What the hidden layer says of an issue is added to the straight sums at this part.
HIDDEN_PART = 0.08
# Half of a mark's weight in training follows from how much more often it stands with the label.
LEANING, UNSEEN = 0.5, 0.01
# A label is shown from THRESHOLD on; a text's best label from LEAST on, because a doubtful proposal
# helps the person who looks at it more than none.
THRESHOLD, LEAST = 0.38, 0.1
MODEL = Path(__file__).resolve().parent.parent / "src/upheld/analysis/models/classification.npz"


class Unit(NamedTuple):
    """One distinct text to one State: its labels by hand."""

    text: str
    state: str
    issues: tuple[str, ...]
    action: int | None


def read_units(folder: Path, without: frozenset[str] = frozenset()) -> list[Unit]:
    """The distinct texts of the list, sorted; the first row of a text and State counts."""
    units: dict[tuple[str, str], Unit] = {}
    with (folder / "recommendations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            bare = re.sub(r"\s*\([^()]*\)\s*$", "", row["Text"].lower())
            key = (re.sub(r"[^a-z0-9]+", " ", bare).strip(), row["To"])
            if not key[0] or key in units or row["To"] in without:
                continue
            issues = tuple(sorted({name.strip() for name in row["Issue"].split(",")} - {""}))
            action = int(row["Action"]) if row["Action"].strip().isdigit() else None
            units[key] = Unit(row["Text"].strip(), row["To"], issues, action)
    return [units[key] for key in sorted(units)]


def block_of(name: str, texts: Sequence[str]) -> Block:
    """The vocabulary of a block: every mark that two texts have (of some, four), how rare it is."""
    spread: Counter[str] = Counter()
    for text in texts:
        spread.update(set(marks_of(name, text, words_of(text))))
    least = TEXTS_OF_A_MARK.get(name, 2)
    marks = sorted(mark for mark, count in spread.items() if count >= least and "\n" not in mark)
    counts = np.array([spread[mark] for mark in marks], np.float64)
    rarity = (np.log((1 + len(texts)) / (1 + counts)) + 1).astype(np.float32)
    return Block({mark: at for at, mark in enumerate(marks)}, rarity, SHARES[name])


def matrix(block: Block, name: str, texts: Sequence[str]) -> Any:
    """The texts as weighed marks, in SciPy's form."""
    rows = [
        [block.index[mark] for mark in marks_of(name, text, words_of(text)) if mark in block.index]
        for text in texts
    ]
    batch = weigh(block, rows)
    return csr_matrix((batch.value, (batch.row, batch.mark)), (len(texts), len(block.rarity)))


def fit_issues(inputs: Any, wanted: Any) -> tuple[Any, Any]:
    """One straight line for each label: weights (marks, labels) and offsets.

    Marks that lean to a label or away from it come in larger than those that stand with all alike
    (Wang and Manning 2012), which helps most where a label has few texts.
    """
    every = np.asarray(inputs.sum(axis=0)).ravel()
    weights = np.empty((inputs.shape[1], wanted.shape[1]), np.float32)
    bias = np.empty(wanted.shape[1], np.float32)
    for label in range(wanted.shape[1]):
        lean = leaning(every, np.asarray(inputs[wanted[:, label] == 1].sum(axis=0)).ravel())
        scaled = diags(lean, format="csr")
        line = LinearSVC(C=ISSUE_C, random_state=0).fit(inputs @ scaled, wanted[:, label])
        weights[:, label], bias[label] = line.coef_[0] * lean, line.intercept_[0]
    return weights, bias


def leaning(every: Any, own: Any) -> Any:
    """How far each mark leans to the texts of a label, around one: from its sums in all texts
    (``every``) and in theirs (``own``).
    """
    within, beside = own + UNSEEN, every - own + UNSEEN
    ratio = np.abs(np.log(within / within.sum()) - np.log(beside / beside.sum()))
    return 1 - LEANING + LEANING * ratio / ratio.mean()


def fit_actions(inputs: Any, wanted: Any) -> tuple[Any, Any]:
    """One straight line for each action category against the others."""
    line = LinearSVC(C=ACTION_C, random_state=0).fit(inputs, wanted)
    return line.coef_.astype(np.float32).T, line.intercept_.astype(np.float32)


def straight_sums(inputs: Any, line: tuple[Any, Any]) -> Any:
    """What straight lines say of each text."""
    weights, bias = line
    return inputs @ weights + bias


def on_unseen(fit: Any, sums_of: Any, inputs: Any, wanted: Any, folds: Any) -> Any:
    """The sums that each text gets from a fit on the other States."""
    parts = []
    order = []
    for fold in range(FOLDS):
        held = np.flatnonzero(folds == fold)
        if len(held):
            fitted = fit(inputs[folds != fold], wanted[folds != fold])
            parts.append(sums_of(inputs[held], fitted))
            order.append(held)
    back = np.argsort(np.concatenate(order), kind="stable")
    return np.concatenate(parts)[back]


def fit_second(sums: Any, wanted: Any) -> tuple[Any, Any]:
    """Slope and offset for each label, then each label in view of all (see ``linear_model``)."""
    margin = np.array(
        [
            [line.coef_[0, 0], line.intercept_[0]]
            for label in range(wanted.shape[1])
            for line in [LogisticRegression(C=1e3).fit(sums[:, [label]], wanted[:, label])]
        ],
        np.float32,
    )
    margins = (sums * margin[:, 0] + margin[:, 1]).astype(np.float32)
    together = second_inputs(margins)
    rows = []
    for label in range(wanted.shape[1]):
        own = margins[:, [label]] * 0.5
        inputs = np.hstack([together, own, np.maximum(own, 0)])
        line = LogisticRegression(C=SECOND_C, max_iter=400).fit(inputs, wanted[:, label])
        rows.append(np.r_[line.coef_[0], line.intercept_[0]])
    return margin, np.array(rows, np.float32)


def rounded(values: Any, digits: int = 4) -> Any:
    """Rounded, so that the last bits of a sum do not show in the file."""
    return np.round(np.asarray(values, np.float64), digits).astype(np.float32)


def train(units: Sequence[Unit]) -> dict[str, Any]:
    """All arrays of a model file from labelled texts."""
    texts = [unit.text for unit in units]
    labels = sorted({name for unit in units for name in unit.issues})
    place = {name: at for at, name in enumerate(labels)}
    wanted = np.zeros((len(units), len(labels)), np.int8)
    for row, unit in enumerate(units):
        wanted[row, [place[name] for name in unit.issues]] = 1
    folds = np.array([crc32(unit.state.encode()) % FOLDS for unit in units])
    blocks = {name: block_of(name, texts) for name in BLOCKS}
    inputs = {name: matrix(block, name, texts) for name, block in blocks.items()}

    less = {name: OF_ISSUES_LESS.get(name, 1.0) for name in OF_ISSUES}
    of_issues = hstack([inputs[name] * less[name] for name in OF_ISSUES]).tocsr()
    of_hidden = hstack([inputs[name] for name in OF_HIDDEN]).tocsr()
    sums = on_unseen(fit_issues, straight_sums, of_issues, wanted, folds)
    sums += HIDDEN_PART * on_unseen(fit_hidden, hidden_sums, of_hidden, wanted, folds)
    margin, second = fit_second(sums, wanted)
    weights, bias = fit_issues(of_issues, wanted)
    hidden = fit_hidden(of_hidden, wanted)
    bias += (HIDDEN_PART * hidden.out_bias).astype(np.float32)
    weights *= np.concatenate([np.full(len(blocks[n].rarity), less[n]) for n in OF_ISSUES])[:, None]

    acting = np.array([row for row, unit in enumerate(units) if unit.action])
    actions = np.array([units[row].action for row in acting])
    of_actions = hstack([inputs[name] for name in OF_ACTIONS]).tocsr()[acting]
    action_sums = on_unseen(fit_actions, straight_sums, of_actions, actions, folds[acting])
    line = LogisticRegression(C=10.0, max_iter=1000).fit(action_sums, actions)
    action_weights, action_bias = fit_actions(of_actions, actions)

    arrays: dict[str, Any] = {"labels": packed_words(labels)}
    for name, block in blocks.items():
        arrays[f"{name}_marks"] = packed_words(list(block.index))
        arrays[f"{name}_rarity"] = rounded(block.rarity)
        arrays[f"{name}_share"] = np.float32(block.share)
    arrays["margin"], arrays["second"] = rounded(margin), rounded(second)
    arrays["threshold"], arrays["least"] = np.float32(THRESHOLD), np.float32(LEAST)
    arrays["issue_bias"], arrays["action_bias"] = rounded(bias), rounded(action_bias)
    arrays["hidden_bias"] = rounded(hidden.bias)
    arrays["hidden_out"] = rounded(HIDDEN_PART * hidden.out)
    arrays["action_second"] = rounded(np.hstack([line.coef_, line.intercept_[:, None]]))
    for kind, names, values in (
        ("issue", OF_ISSUES, weights),
        ("hidden", OF_HIDDEN, hidden.weights.astype(np.float32)),
        ("action", OF_ACTIONS, action_weights),
    ):
        whole, arrays[f"{kind}_step"] = quantised(values)
        at = 0
        for name in names:
            size = len(blocks[name].rarity)
            arrays[f"{kind}_{name}"] = whole[at : at + size]
            at += size
    return arrays


def main(arguments: Iterable[str] | None = None) -> None:
    """Reads the list, trains, and writes the file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--without", type=Path, help="JSON with the States to leave out")
    parser.add_argument("--out", type=Path, default=MODEL)
    chosen = parser.parse_args(None if arguments is None else list(arguments))
    without: frozenset[str] = frozenset()
    if chosen.without:
        listed = json.loads(chosen.without.read_text("utf-8"))
        without = frozenset(listed if isinstance(listed, list) else next(iter(listed.values())))
    units = read_units(chosen.folder, without)
    content = pack(train(units))
    chosen.out.write_bytes(content)
    print(f"{chosen.out}: {len(units)} texts, {len(content):,} bytes")


if __name__ == "__main__":
    main()
