"""How well the same demand is told from a look-alike: AUC, errors, pairs a second.

    .venv/bin/python bench/linking.py [--part test] [--misses]
    .venv/bin/python bench/linking.py --clusters [FILE...]   twins among reports of one State
    .venv/bin/python bench/linking.py --many 270000          cost of candidates among many

The pairs stand in bench/linking_pairs.jsonl, written for this; weights were learned from those
marked "dev", so the figure that counts is that of "test". AUC is the chance that a pair of the same
demand is scored above a look-alike; by category, pairs of the category against all of the other
side.
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from itertools import cycle, islice
from pathlib import Path

import numpy as np

from upheld.analysis.candidates import CandidateIndex, candidate_pairs
from upheld.analysis.demand import read_demand
from upheld.analysis.same_demand import LIKELY, Comparison, compare, understood

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
REPORTS = ("vietnam2009.pdf", "vietnam2014.pdf")
INSTEAD = ("albania2010.pdf", "albania2014.pdf")
SURE = 0.9
QUESTIONS = 200
PAIRS = Path(__file__).with_name("linking_pairs.jsonl")
TARGET = 0.97


def main() -> int:
    """Score the pairs and print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pairs", type=Path, default=PAIRS)
    arguments.add_argument("--part", choices=("dev", "test", "all"), default="test")
    arguments.add_argument("--misses", action="store_true", help="print pairs on the wrong side")
    arguments.add_argument("--clusters", nargs="*", type=Path, metavar="FILE")
    arguments.add_argument("--many", type=int, metavar="COUNT")
    chosen = arguments.parse_args()
    if chosen.clusters is not None:
        return clusters(chosen.clusters or known_reports())
    if chosen.many:
        return many(chosen.many)
    pairs = [json.loads(line) for line in chosen.pairs.read_text("utf-8").splitlines()]
    pairs = [p for p in pairs if chosen.part in ("all", p.get("part", chosen.part))]
    compare("Ratify CAT.", "Ratify CAT.")  # the tables are read once
    read_demand.cache_clear()
    start = time.process_time()
    understood([pair[side] for pair in pairs for side in "ab"])
    scores = np.array([compare(pair["a"], pair["b"]).probability for pair in pairs])
    seconds = time.process_time() - start
    same = np.array([pair["same"] for pair in pairs])
    print(f"{len(pairs)} pairs ({chosen.part}): {same.sum()} the same, {(~same).sum()} look-alikes")
    print(f"AUC        {area(scores[same], scores[~same]):.3f}   target {TARGET}")
    right = (scores >= 0.5) == same
    print(f"right at .5 {right.mean():.3f}; above .9: {precision(scores, same, 0.9)}")
    print(f"pairs/s    {len(pairs) / seconds:,.0f}   target 500 (processor time)")
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


def known_reports() -> list[Path]:
    """Viet Nam's two reports; where one of them is not at hand, two of another State."""
    folder = CORPUS / "upr_reports" / "pdf"
    here = [folder / name for name in REPORTS if (folder / name).exists()]
    if len(here) < len(REPORTS):
        print(f"of {', '.join(REPORTS)} only {len(here)} at hand; {', '.join(INSTEAD)} besides")
    other = [folder / name for name in INSTEAD if (folder / name).exists()]
    return here if len(here) == len(REPORTS) else here + other


def clusters(reports: list[Path]) -> int:
    """Take the reports into an empty folder; print what the program would propose as one demand."""
    if not reports:
        print(f"no reports in {CORPUS}")
        return 2
    by_state = {}
    with tempfile.TemporaryDirectory() as folder:
        upheld("ingest", "--data", folder, *map(str, reports))
        for document in json.loads(upheld("list", "documents", "--json", "--data", folder)):
            for iso3 in document["states"]:
                listed = upheld("list", "records", "--state", iso3, "--json", "--data", folder)
                by_state[iso3] = json.loads(listed)
    for name, rows in sorted(by_state.items()):
        texts = [row["text"] for row in rows]
        pairs = list(candidate_pairs(texts, at_least=SURE))
        found = joined(texts, pairs)
        across = [c for c in found if len({report(rows[place]) for place in c}) > 1]
        print(f"{name}: {len(rows)} records, {len(pairs)} pairs above {SURE}")
        print(f"{len(found)} clusters, {len(across)} of them with records of several reports")
        for cluster in sorted(across or found, key=len, reverse=True):
            print()
            for place in sorted(cluster):
                row = rows[place]
                print(f"  {row['id']:22} {row['position'] or '':9} {row['text']}")
    return 0


def joined(texts: list[str], pairs: list[tuple[int, int, Comparison]]) -> list[set[int]]:
    """Clusters in which every two records are likely the same, the surest pairs joined first."""
    cluster = {place: {place} for place in range(len(texts))}
    for a, b, _ in sorted(pairs, key=lambda pair: -pair[2].probability):
        one, other = cluster[a], cluster[b]
        if one is not other and all(
            compare(texts[x], texts[y]).probability >= LIKELY for x in one for y in other
        ):
            one |= other
            cluster.update(dict.fromkeys(other, one))
    return [set(c) for c in {frozenset(c) for c in cluster.values()} if len(c) > 1]


def upheld(*arguments: str) -> str:
    """What a command prints."""
    told = [sys.executable, "-m", "upheld.cli", *arguments]
    return subprocess.run(told, check=True, capture_output=True, text=True).stdout


def report(row: dict[str, str]) -> str:
    """The document of a record: "A-HRC-12-11" of "A-HRC-12-11-99.1"."""
    return "-".join(row["id"].split("-")[:4])


def many(count: int) -> int:
    """Time and memory of candidates among ``count`` records, UPR Info's list over and over."""
    source = CORPUS / "upr_info" / "recommendations.csv"
    with source.open(encoding="utf-8", newline="") as file:
        texts = list(islice(cycle([row["Text"] for row in csv.DictReader(file)]), count))
    start = time.perf_counter()
    index = CandidateIndex(texts)
    built = time.perf_counter() - start
    times = []
    for text in texts[:: max(1, count // QUESTIONS)][:QUESTIONS]:
        start = time.perf_counter()
        index.find(text)
        times.append(1000 * (time.perf_counter() - start))
    middle, high = np.percentile(times, [50, 95])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count:,} records: built in {built:.1f} s ({1000 * built / count:.2f} ms a record)")
    print(f"one question: median {middle:.1f} ms, 95th {high:.1f} ms; memory {memory:.0f} MB")
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
