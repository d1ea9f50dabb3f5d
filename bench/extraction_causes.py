"""Why recommendations of the hand-made lists were not found: every miss, by cause.

    .venv/bin/python bench/extraction.py --keep DIR
    .venv/bin/python bench/extraction_causes.py DIR [--show 20]

A miss is put down to the list when the list's words are a part of one printed recommendation that
was read whole (the list divides it, often by what the State answered to each part), or when the
list carries one State's several demands as one. The rest is reworded, put together otherwise, or
not found.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from rapidfuzz import fuzz

SHARED = Path(__file__).resolve().parents[2] / "shared"
PART = "the list has a part of what is printed"
WHOLE = "the list has more than is printed in one place for that State"
OTHERS = "the same words stand in the list for other States too"
REWORDED = "reworded by the list, or shared words put together otherwise"
NOT_FOUND = "not found"


def main() -> int:
    """Count the causes, by year; show some misses word by word when asked."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("parsed", type=Path)
    arguments.add_argument("--gold", type=Path, default=SHARED / "corpus" / "upr_reports" / "gold")
    arguments.add_argument("--scorer", type=Path, default=SHARED / "score" / "extraction")
    arguments.add_argument("--show", type=int, default=0)
    chosen = arguments.parse_args()
    misses = list(_misses(_scorer(chosen.scorer), chosen.parsed, chosen.gold))
    years = sorted({year for year, _, _ in misses})
    print(f"{len(misses)} recommendations of the lists were not found as the lists have them")
    for cause, count in Counter(cause for _, cause, _ in misses).most_common():
        by_year = Counter(year for year, other, _ in misses if other == cause)
        print(f"{count:5}  {cause}: " + ", ".join(f"{year} {by_year[year]}" for year in years))
    for year, cause, words in random.Random(7).sample(misses, min(chosen.show, len(misses))):  # noqa: S311
        print(f"{year} {cause}\n     {words}")
    return 0


def _scorer(folder: Path) -> ModuleType:
    """The scorer that lies beside the documents, with its own table of States."""
    sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer in {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _misses(score: ModuleType, parsed: Path, gold: Path) -> Iterator[tuple[int, str, str]]:
    for path in sorted(gold.glob("*.json")):
        listed = json.loads(path.read_text("utf-8"))
        read, meta, _, _ = score.load_pred(str(parsed / f"{path.stem}.jsonl"))
        _, (found, wanted, similarity, pairs, _, _) = score.score_doc(listed, read, meta, 90)
        matched = {column for _, column in pairs}
        for column, item in enumerate(wanted):
            if column not in matched:
                yield listed["year"], _cause(item, found, similarity[:, column]), item["text"]


def _cause(item: dict[str, Any], found: list[dict[str, Any]], similarity: Any) -> str:
    same = [(row, other) for row, other in enumerate(found) if item["states"] & other["states"]]
    words = item["_n"]
    longer = (other["_n"] for _, other in same if len(other["_n"]) >= len(words))
    shorter = (other["_n"] for _, other in same if 25 < len(other["_n"]) < len(words))
    if any(fuzz.partial_ratio(words, other) >= 92 for other in longer):
        return PART
    if any(fuzz.partial_ratio(other, words) >= 92 for other in shorter):
        return WHOLE
    if len(found) and similarity.max() >= 90:
        return OTHERS
    return REWORDED if any(similarity[row] >= 70 for row, _ in same) else NOT_FOUND


if __name__ == "__main__":
    sys.exit(main())
