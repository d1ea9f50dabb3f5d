"""Learns how much each feature says about two demands being the same.

    python -m train.same_demand [--corpus FILE] [--check]

Comes after ``python -m train.classification``, whose proposed issues are one of the features, and
after ``python -m train.word_meaning`` and ``python -m train.standard_demands``.

From the pairs in bench/linking_pairs.jsonl that are marked "dev", from judged pairs out of reports
(``train.judged_pairs``), in which most neighbours are another demand, and from pairs out of UPR
Info's list (``train.silver_pairs``), which weigh less. Writes
src/upheld/analysis/data/same_demand.json; ``--check`` only says whether the file would come out the
same. Nothing of the list goes into the file but how many recommendations have a stem in common.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from train.judged_pairs import SAME, judged_pairs
from train.silver_pairs import Pair, found_pairs, silver_pairs
from upheld.analysis.demand import read_demand, take_apart
from upheld.analysis.demand_features import FEATURES, Likeness, Rarity, compare_parts
from upheld.analysis.demand_terms import TermTable, read_terms, term_table
from upheld.analysis.issue_vectors import issue_likeness, issue_vectors
from upheld.analysis.main_clause import main_clause, without_praise
from upheld.analysis.standard_demands import standard_demands, standard_likeness

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus" / "upr_info" / "recommendations.csv"
PAIRS = ROOT / "bench" / "linking_pairs.jsonl"
TARGET = ROOT / "src" / "upheld" / "analysis" / "data" / "same_demand.json"
TERMS = TARGET.with_name("demand_terms.txt")
HIDEABLE = frozenset({"act", "group", "theme", "object"})
VERSION = "2026-11"

SEED = 7
SILVER = 3000
SILVER_WEIGHT = 0.02
"""Pairs made by rule count less than pairs written by a person."""

FOUND = 1500
FOUND_WEIGHT = 0.3
"""Nor do pairs whose answer follows from labels."""

JUDGED_WEIGHT = 0.3
"""What the judged pairs weigh, against written ones: with 1 look-alikes were told worse."""

HIDDEN = 0.35
COPIES = 4
"""Each written pair is learned from once as it is read and so often with a part of the ways of the
table hidden: what nobody has read has words that the table does not know."""

RIDGE = 0.0001
"""How strongly weights are held to ``EXPECTED``, where practitioners would begin."""

EXPECTED = {
    "bias": -2.0,
    "instruments_same": 2.5,
    "instruments_differ": -6.0,
    "instruments_more": -1.0,
    "instruments_one_side": -1.0,
    "acts_same": 1.0,
    "acts_differ": -3.0,
    "acts_more": -0.5,
    "acts_one_side": -0.3,
    "acts_decisive": -2.0,
    "acts_opposed": -2.0,
    "groups_same": 1.0,
    "groups_differ": -4.0,
    "groups_more": -0.5,
    "groups_one_side": -0.5,
    "themes_same": 2.0,
    "themes_differ": -4.0,
    "themes_more": -1.0,
    "themes_one_side": -1.0,
    "objects_same": 0.5,
    "objects_differ": -3.0,
    "objects_more": -0.5,
    "objects_one_side": -0.7,
    "essentials_exchanged": -2.0,
    "essentials_exchanged_short": -1.0,
    "numbers_same": 1.0,
    "numbers_differ": -8.0,
    "articles_differ": -8.0,
    "names_same": 1.0,
    "names_differ": -8.0,
    "issues_same": 1.0,
    "issues_differ": -2.0,
    "meaning_same": 2.0,
    "meaning_differs": -2.0,
    "meaning_and_issues": 1.0,
    "standard_same": 2.0,
    "standard_main": 1.0,
    "standard_main_other": -1.0,
    "standard_general": 1.0,
    "general_particular": -1.0,
    "standard_differs": -2.0,
    "standard_other": -2.0,
    "demand_same": 1.5,
}
FIXED = {"all_same": 8.0, "names_differ": -6.0}
"""Not learned: the same words ask for the same by definition; what is asked for one place is not
asked for another."""

PATIENCE = {"maxiter": 5000, "maxfun": 20_000, "ftol": 1e-13, "gtol": 1e-9}
SEEN_OFTEN = 3
"""Stems in fewer recommendations than this count as never seen."""


def main() -> int:
    """Learn, and write or compare the file."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--corpus", type=Path, default=CORPUS)
    arguments.add_argument("--check", action="store_true")
    chosen = arguments.parse_args()
    if not chosen.corpus.exists():
        print(f"no list at {chosen.corpus}")
        return 2
    rows = read_rows(chosen.corpus)
    texts = [row["Text"] for row in rows]
    rarity = count_rarity(texts)
    written = [Pair(p["a"], p["b"], p["same"], written=True) for p in read_pairs("dev")]
    chance = random.Random(SEED)  # noqa: S311 - reproducible, not secret
    made = [(pair, SILVER_WEIGHT) for pair in silver_pairs(texts, SILVER, chance)]
    made += [(pair, FOUND_WEIGHT) for pair in found_pairs(rows, FOUND, chance)]
    judged = [Pair(p.a, p.b, p.verdict == SAME, written=True) for p in judged_pairs()]
    if not judged:
        print("no reports of the judged pairs at hand")
        return 2
    bias, learned = fit(written, made, judged, lambda stem: rarity.get(stem, 1.0))
    answer = json.dumps(
        {"version": VERSION, "bias": bias, "features": learned, "rarity": rarity},
        indent=0,
        sort_keys=True,
        ensure_ascii=False,
    )
    if chosen.check:
        same = TARGET.read_text("utf-8") == answer + "\n"
        print("the same" if same else "different")
        return 0 if same else 1
    TARGET.write_text(answer + "\n", "utf-8")
    print(f"bias {bias}; {len(rarity)} stems")
    print(f"{len(written)} written pairs, {len(judged)} judged, {len(made)} made")
    for name, weight in learned.items():
        print(f"{weight:8.3f} {name}")
    return 0


def read_rows(corpus: Path) -> list[dict[str, str]]:
    """Each recommendation of the list once, in the order of the list."""
    with corpus.open(encoding="utf-8", newline="") as file:
        rows = {row["Text"].strip(): row for row in csv.DictReader(file)}
    return [row | {"Text": text} for text, row in rows.items()]


def read_pairs(part: str) -> Iterator[dict[str, object]]:
    """The written pairs of one part, "dev" or "test"."""
    for line in PAIRS.read_text("utf-8").splitlines():
        pair = json.loads(line)
        if pair["part"] == part:
            yield pair


def count_rarity(texts: list[str]) -> dict[str, float]:
    """How much stems and themes say: 0.05 for those of nearly every text, 1 for those of one."""
    counts: Counter[str] = Counter()
    for text in texts:
        demand = read_demand(text)
        counts.update({*demand.stems, *demand.themes})
    whole = math.log(len(texts))
    return {
        stem: round(max(0.05, 1 - math.log(count) / whole), 3)
        for stem, count in sorted(counts.items())
        if count >= SEEN_OFTEN
    }


def fit(
    written: list[Pair], made: list[tuple[Pair, float]], judged: list[Pair], rarity: Rarity
) -> tuple[float, dict[str, float]]:
    """Logistic regression in which agreements cannot weigh against, nor differences for."""
    tables = [term_table(), *(hidden_table(seed) for seed in range(COPIES))]
    blocks = [values_of(written, table, rarity) for table in tables]
    others = [*(pair for pair, _ in made), *judged]
    values = np.vstack([*blocks, values_of(others, tables[0], rarity)])
    every = [pair for _ in tables for pair in written] + others
    truth = np.array([float(pair.same) for pair in every])
    own = [1 / len(tables)] * (len(tables) * len(written)) + [weight for _, weight in made]
    drawn = np.array([1.0] * len(own) + [0.0] * len(judged))
    return solve(values, truth, np.array([*own, *[JUDGED_WEIGHT] * len(judged)]), drawn)


def values_of(pairs: list[Pair], table: TermTable, rarity: Rarity) -> NDArray[np.float64]:
    """The features of each pair, a row for each, when its demands are read by ``table``."""
    values = np.zeros((len(pairs), len(FEATURES)))
    place = {name: column for column, name in enumerate(FEATURES)}
    for row, pair in enumerate(pairs):
        # The issues were learned from the list as well: for pairs out of it they say too much.
        issues = issue_likeness(*issue_vectors((pair.a, pair.b))) if pair.written else None
        said = without_praise(pair.a), without_praise(pair.b)
        a, b = (take_apart(text, table) for text in said)
        made = standard_demands(said)
        mainly = standard_demands((main_clause(pair.a), main_clause(pair.b)))
        likeness = Likeness(issues, standard_likeness(*made), standard_likeness(*mainly))
        for name, value in compare_parts(a, b, rarity, likeness).items():
            values[row, place[name]] = value
    return values


def hidden_table(seed: int) -> TermTable:
    """The table of terms without ``HIDDEN`` of the ways of its acts, groups, themes, objects."""
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    lines, section = [], ""
    for line in TERMS.read_text("utf-8").splitlines():
        section = line.strip("[]") if line.startswith("[") else section
        head, colon, said = line.partition(": ")
        if colon and section in HIDEABLE and not line.startswith("#"):
            ways = said.split(";")
            kept = [way for way in ways if chance.random() >= HIDDEN] or ways[:1]
            line = f"{head}: {';'.join(kept)}"
        lines.append(line)
    return read_terms("\n".join(lines))


def solve(
    values: NDArray[np.float64],
    truth: NDArray[np.float64],
    share: NDArray[np.float64],
    drawn: NDArray[np.float64],
) -> tuple[float, dict[str, float]]:
    """The bias and the weight of each feature; ``share`` is how much each row counts.

    Of the pairs that were made for learning (``drawn`` is 1) half ask for the same, of neighbours
    in reports one in six: the former have a bias of their own, which is not kept.
    """
    share = share / share.sum()
    expected = np.array([EXPECTED["bias"], 0.0, *(EXPECTED.get(name, 0.0) for name in FEATURES)])
    inputs = np.hstack([np.ones((len(values), 1)), drawn[:, None], values])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds, away = inputs @ weights, weights - expected
        error = share @ (np.logaddexp(0, odds) - truth * odds) + RIDGE / 2 * away @ away
        return float(error), inputs.T @ (share * (odds_to_chance(odds) - truth)) + RIDGE * away

    bounds = [(None, None), (None, None), *map(allowed, FEATURES)]
    found = minimize(loss, expected, jac=True, bounds=bounds, method="L-BFGS-B", options=PATIENCE)
    bias, _, *learned = (round(float(weight), 3) for weight in found.x)
    return bias, dict(zip(FEATURES, learned, strict=True))


def allowed(name: str) -> tuple[float | None, float | None]:
    """The least and the most that a feature may weigh."""
    if name in FIXED:
        return FIXED[name], FIXED[name]
    return (0.0, None) if FEATURES[name].agrees else (None, 0.0)


def odds_to_chance(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log-odds to probabilities."""
    return 1 / (1 + np.exp(-odds))


if __name__ == "__main__":
    sys.exit(main())
