"""How well the same demand is told from a look-alike: AUC, errors, pairs a second.

    .venv/bin/python bench/linking.py [--part test] [--misses]

The pairs stand in bench/linking_pairs.jsonl, written for this; weights were learned from those
marked "dev", so the figure that counts is that of "test". AUC is the chance that a pair of the same
demand is scored above a look-alike; by category, pairs of the category against all of the other
side.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from pathlib import Path

import numpy as np

from upheld.analysis.demand import read_demand
from upheld.analysis.same_demand import compare

PAIRS = Path(__file__).with_name("linking_pairs.jsonl")
TARGET = 0.97


def main() -> int:
    """Score the pairs and print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pairs", type=Path, default=PAIRS)
    arguments.add_argument("--part", choices=("dev", "test", "all"), default="test")
    arguments.add_argument("--misses", action="store_true", help="print pairs on the wrong side")
    chosen = arguments.parse_args()
    pairs = [json.loads(line) for line in chosen.pairs.read_text("utf-8").splitlines()]
    pairs = [p for p in pairs if chosen.part in ("all", p.get("part", chosen.part))]
    compare("Ratify CAT.", "Ratify CAT.")  # the tables are read once
    read_demand.cache_clear()
    start = time.perf_counter()
    scores = np.array([compare(pair["a"], pair["b"]).probability for pair in pairs])
    seconds = time.perf_counter() - start
    same = np.array([pair["same"] for pair in pairs])
    print(f"{len(pairs)} pairs ({chosen.part}): {same.sum()} the same, {(~same).sum()} look-alikes")
    print(f"AUC        {area(scores[same], scores[~same]):.3f}   target {TARGET}")
    right = (scores >= 0.5) == same
    print(f"right at .5 {right.mean():.3f}; above .9: {precision(scores, same, 0.9)}")
    print(f"pairs/s    {len(pairs) / seconds:,.0f}   target 500")
    categories = defaultdict(list)
    for place, pair in enumerate(pairs):
        categories[pair.get("category", "?"), pair["same"]].append(place)
    for (category, is_same), places in sorted(categories.items(), key=lambda c: not c[0][1]):
        own = scores[places]
        auc = area(own, scores[~same]) if is_same else area(scores[same], own)
        kind = "same" if is_same else "look-alike"
        print(f"  {category:14} {kind:10} {len(places):3}  AUC {auc:.3f}")
    if chosen.misses:
        for place in np.flatnonzero(~right):
            pair = pairs[place]
            print(f"{scores[place]:.2f} {pair.get('id', '')} same={pair['same']}")
            print(f"     {pair['a']}\n     {pair['b']}")
            print("     ", [(r.feature, r.effect) for r in compare(pair["a"], pair["b"]).why])
    return 0


def area(positive: np.ndarray, negative: np.ndarray) -> float:
    """The chance that one of ``positive`` is above one of ``negative``; ties count half."""
    above = (positive[:, None] > negative[None, :]).mean()
    return float(above + (positive[:, None] == negative[None, :]).mean() / 2)


def precision(scores: np.ndarray, same: np.ndarray, threshold: float) -> str:
    """How many of the pairs scored above ``threshold`` are the same demand."""
    chosen = scores >= threshold
    return f"{(chosen & same).sum()} of {chosen.sum()} right" if chosen.any() else "none"


if __name__ == "__main__":
    sys.exit(main())
