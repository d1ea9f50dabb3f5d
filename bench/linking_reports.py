"""How well the same demand is told among the recommendations of two real reviews of a State.

    .venv/bin/python bench/linking_reports.py [--pairs FILE]

Prints the figures of bench/judged_reports.tsv, which nothing was learned from, then those of
train/judged_pairs.tsv, from which the shipped weights were learned as well. Both hold ids and
verdicts; the texts are read out of the reports of ../shared/corpus. "same" is told from "overlaps"
(one holds the other, or asks for it more generally) and from "other".
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from train.judged_pairs import OTHER, SAME, VERDICTS, Judged, judged_pairs  # noqa: E402
from upheld.analysis.same_demand import LIKELY, compare_demands, understood  # noqa: E402

THRESHOLDS = (0.99, 0.9, 0.5, LIKELY)
UNLEARNED = Path(__file__).with_name("judged_reports.tsv")


def main() -> int:
    """Print the figures of each list, by report and of all."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pairs", type=Path, action="append")
    files = arguments.parse_args().pairs or [UNLEARNED, VERDICTS]
    return max(told(file) for file in files)


def told(file: Path) -> int:
    """Score the pairs of one file; 2 where their reports are not at hand."""
    print(file.name)
    pairs = judged_pairs(file)
    if not pairs:
        print("no judged pairs whose reports are at hand")
        return 2
    scores = shipped(pairs)
    verdicts = np.array([pair.verdict for pair in pairs])
    reports = np.array([pair.report for pair in pairs])
    for report in dict.fromkeys(reports):
        own = reports == report
        print(f"{report:12} {figures(scores[own], verdicts[own])}")
    print(f"{'all':12} {figures(scores, verdicts)}")
    return 0


def shipped(pairs: Sequence[Judged]) -> NDArray[np.float64]:
    """The probabilities that the program gives."""
    texts = list(dict.fromkeys(text for pair in pairs for text in pair[:2]))
    read = dict(zip(texts, understood(texts), strict=True))
    return np.array([compare_demands(read[p.a], read[p.b]).probability for p in pairs])


def figures(scores: NDArray[np.float64], verdicts: NDArray[np.str_]) -> str:
    """AUC of the same demand against the rest; what is right from a probability on."""
    same = verdicts == SAME
    said = [f"{len(scores):4} pairs, {same.sum():3} the same  AUC {area(scores, same):.3f}"]
    for least in THRESHOLDS:
        chosen = scores >= least
        if chosen.any():
            right, near = same[chosen].mean(), (verdicts[chosen] != OTHER).mean()
            said.append(
                f">= {least}: {chosen.sum():3} pairs {right:.2f} same {near:.2f} same or"
                f" overlapping, {chosen[same].mean():.2f} of the same found"
            )
    return "  |  ".join(said)


def area(scores: NDArray[np.float64], same: NDArray[np.bool_]) -> float:
    """The chance that a pair of the same demand is scored above one of the rest."""
    higher = scores[same][:, None] - scores[~same][None, :]
    return float((higher > 0).mean() + (higher == 0).mean() / 2)


if __name__ == "__main__":
    sys.exit(main())
