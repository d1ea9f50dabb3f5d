"""How often proposed targets of the Sustainable Development Goals are right.

    .venv/bin/python bench/sdg_targets.py [SHARED] [--card]

Two sets of demands written for this: those of ``tests/analysis/target_demands.txt``, by whoever
wrote the rules, and ``sdg_targets.jsonl``, by somebody who had not seen them. The rules were
measured on the second before anybody who works on them had read it; that figure stays in the card,
and ``--card`` writes today's beside it. SHARED is the folder with ``corpus/sdg``: paragraphs of the
General Assembly, another kind of text, labelled unevenly; for information only.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from upheld.analysis.issues import read_issues
from upheld.analysis.ohchr_labels import propose_targets
from upheld.core.sdg_targets import TARGETS

ROOT = Path(__file__).resolve().parent.parent
CARD = ROOT / "src/upheld/analysis/models/target_card.json"


class Demand(NamedTuple):
    """A text, the targets that a reader gives it, and others that are not wrong."""

    text: str
    targets: frozenset[str]
    also: frozenset[str]


def written_with_the_rules() -> Iterator[Demand]:
    """The demands of the tests."""
    for line in (ROOT / "tests/analysis/target_demands.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            targets, also, text = line.split("|", 2)
            yield Demand(text.strip(), frozenset(targets.split()), frozenset(also.split()))


def written_without() -> Iterator[Demand]:
    """The demands of somebody who had not seen the rules."""
    for line in (ROOT / "bench/sdg_targets.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Demand(row["text"], frozenset(row["targets"]), frozenset(row["also"]))


def of_the_assembly(shared: Path) -> Iterator[Demand]:
    """Paragraphs of the General Assembly; "0" in their labels stands for none."""
    for name in ("set-A.json", "set-B.json"):
        for row in json.loads((shared / "corpus/sdg" / name).read_text("utf-8")):
            said = {label for goal in row["annotation"] for labels in goal[1:] for label in labels}
            yield Demand(row["paragraph"], frozenset(said & TARGETS.keys()), frozenset())


def measured(demands: Iterator[Demand]) -> dict[str, float]:
    """Precision over all proposed targets, recall over those that a reader gives."""
    rows = list(demands)
    proposed = right = found = meant = 0
    for row, reading in zip(rows, read_issues([row.text for row in rows]), strict=True):
        labels = {one.label for one in propose_targets(row.text, reading.issues)}
        proposed += len(labels)
        right += len(labels & (row.targets | row.also))
        found += len(labels & row.targets)
        meant += len(row.targets)
    return {
        "texts": len(rows),
        "proposed": proposed,
        "precision": round(right / proposed, 3),
        "recall": round(found / meant, 3),
    }


def main() -> None:
    """Measures, prints, and writes the card if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("shared", type=Path, nargs="?")
    parser.add_argument("--card", action="store_true")
    chosen = parser.parse_args()
    card = json.loads(CARD.read_text("utf-8"))
    today = {
        "written_with_the_rules": measured(written_with_the_rules()),
        "written_without": measured(written_without()),
    }
    print(f"{'written_without, before it was read':40} {card['before_it_was_read']}")
    for name, figures in today.items():
        print(f"{name:40} {figures}")
    if chosen.shared:
        print(f"{'General Assembly':40} {measured(of_the_assembly(chosen.shared))}")
    if chosen.card:
        CARD.write_text(json.dumps(card | {"today": today}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
