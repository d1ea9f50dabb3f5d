"""The list of standard demands, and what is learned from it."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

pytest.importorskip("sklearn", reason="the extra 'train' is not installed")

from train import standard_demands
from train.standard_demands import DEMANDS, ROOT, Wording, fitted, learn, matrix, read_wordings
from upheld.analysis.standard_demands import layer

PAIRS = ROOT / "bench" / "linking_pairs.jsonl"
FEWEST = 10
FEW = [
    Wording(f"{verb} {thing}{tail}", demand)
    for demand, things in {
        "abolish the death penalty": ("the death penalty", "capital punishment", "hanging"),
        "build schools": ("schools", "classrooms", "school buildings"),
    }.items()
    for verb in ("Abolish", "Build", "See to")
    for thing in things
    for tail in ("", " without delay")
]


def bare(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()


def test_the_list_says_each_wording_once_and_each_demand_often() -> None:
    wordings = read_wordings(DEMANDS)
    assert [
        text for text, count in Counter(bare(w.text) for w in wordings).items() if count > 1
    ] == []
    often = Counter(wording.demand for wording in wordings)
    assert [demand for demand, count in often.items() if count < FEWEST] == []
    assert "" not in often


def test_no_wording_is_a_pair_by_which_the_program_is_measured() -> None:
    pairs = [json.loads(line) for line in PAIRS.read_text("utf-8").splitlines()]
    measured = {bare(pair[side]) for pair in pairs if pair["part"] == "test" for side in "ab"}
    assert [w.text for w in read_wordings(DEMANDS) if bare(w.text) in measured] == []


def test_the_shipped_weights_are_of_this_list() -> None:
    assert layer().names == tuple(sorted({w.demand for w in read_wordings(DEMANDS)}))


def test_a_few_wordings_are_told_apart_and_give_the_same_weights_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        standard_demands, "HOW", standard_demands.HOW._replace(units=8, rounds=40, part=8)
    )
    names = sorted({wording.demand for wording in FEW})
    blocks, hidden = fitted(FEW, names)
    said = standard_demands.hidden_sums(matrix(blocks, [w.text for w in FEW]), hidden)
    assert [names[at] for at in said.argmax(axis=1)] == [w.demand for w in FEW]
    one, other = learn(FEW), learn(FEW)
    assert {name: one[name].tolist() for name in one} == {n: other[n].tolist() for n in other}
