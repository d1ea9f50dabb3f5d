"""Figures of ``upheld classify`` on States that training did not see.

    .venv/bin/python bench/classification.py SHARED [--model FILE.npz] [--card]

SHARED is the folder with ``corpus/upr_info`` and ``score/classification/score.py``. Without
``--model`` the weights are first trained without the suggested validation States (needs the extra
``train``, some minutes). The shipped weights have seen all States of the list: their own figures on
it would say nothing. ``--card`` writes the figures to the model's card.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from upheld.analysis.issues import Reading, read_issues
from upheld.analysis.model_file import Model, unpack
from upheld.analysis.ohchr_labels import propose_goals, propose_persons, propose_themes

ROOT = Path(__file__).resolve().parent.parent
MODELS = ROOT / "src/upheld/analysis/models"
CARD = MODELS / "card.json"


def trained_without(shared: Path, folder: Path) -> Path:
    """Weights trained without the validation States."""
    out = folder / "held_out.npz"
    listed = shared / "corpus/upr_info"
    subprocess.run(
        [sys.executable, ROOT / "train/classification.py", listed, "--without",
         listed / "validation_states.json", "--out", out],
        check=True,
    )  # fmt: skip
    return out


def scored(shared: Path, folder: Path, model: Model) -> tuple[dict[str, Any], list[Any], list[Any]]:
    """The scorer's figures with those of speed, the readings, and the labels by hand."""
    scorer = shared / "score/classification/score.py"
    listed = shared / "corpus/upr_info"
    units, gold, answers = (folder / f"{name}.jsonl" for name in ("units", "gold", "answers"))
    subprocess.run(
        [sys.executable, scorer, "units", listed / "recommendations.csv", "--states",
         listed / "validation_states.json", "--in", units, "--gold", gold],
        check=True,
    )  # fmt: skip
    texts = [json.loads(line) for line in units.read_text("utf-8").splitlines()]
    rounds = []
    readings: list[Reading] = []
    for _ in range(3):
        start = process_time()
        readings = read_issues([unit["text"] for unit in texts], model=model)
        rounds.append(len(texts) / (process_time() - start))
    answers.write_text(
        "".join(
            json.dumps(
                {
                    "id": unit["id"],
                    "issues": [{"label": i.label, "score": i.score} for i in reading.issues],
                    "action": {"label": reading.action, "score": reading.action_score},
                }
            )
            + "\n"
            for unit, reading in zip(texts, readings, strict=True)
        ),
        "utf-8",
    )
    done = subprocess.run(
        [sys.executable, scorer, "score", answers, gold], check=True, capture_output=True, text=True
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    figures["texts_per_second_of_processor"] = round(sorted(rounds)[1])
    wanted = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    return figures, readings, wanted


def by_label(readings: list[Any], wanted: list[Any]) -> dict[str, dict[str, float]]:
    """Precision, recall, F1 and number of texts for each issue."""
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    meant: Counter[str] = Counter()
    for reading, gold in zip(readings, wanted, strict=True):
        found = {issue.label for issue in reading.issues}
        said.update(found)
        meant.update(gold["issues"])
        right.update(found & set(gold["issues"]))
    return {
        name: {
            "precision": round(right[name] / max(1, said[name]), 3),
            "recall": round(right[name] / max(1, meant[name]), 3),
            "f1": round(2 * right[name] / max(1, said[name] + meant[name]), 3),
            "texts": meant[name],
        }
        for name in sorted(meant | said)
    }


def on_slovenia(shared: Path, model: Model) -> dict[str, float]:
    """Micro-F1 of themes, goals and persons on OHCHR's list of 2025 for Slovenia."""
    listed = shared / "corpus/slovenia/gold/slovenia_cycle4.json"
    rows = json.loads(listed.read_text("utf-8"))["recs"]
    texts = [row["parts"][0]["text"] if row["parts"] else row["text"] for row in rows]
    readings = read_issues(texts, model=model)
    questions = (
        ("themes", propose_themes, "themes"),
        ("sdgs", propose_goals, "sdgs"),
        ("persons", propose_persons, "groups"),
    )
    figures = {}
    for name, propose, column in questions:
        right = said = meant = 0
        for row, text, reading in zip(rows, texts, readings, strict=True):
            found = {proposal.label for proposal in propose(text, reading.issues)}
            # OHCHR's list names public officials for all but one of 254: it says nothing.
            gold = {str(label) for label in row[column]} - {"Public officials"}
            right += len(found & gold)
            said += len(found - {"Public officials"})
            meant += len(gold)
        figures[name] = round(2 * right / (said + meant), 3)
    return figures


def main() -> None:
    """Trains if asked to, measures, prints, and writes the card."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--card", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        file = chosen.model or trained_without(chosen.shared, folder)
        content = file.read_bytes()
        start = perf_counter()
        model = unpack(content)
        loaded = perf_counter() - start
        figures, readings, wanted = scored(chosen.shared, folder, model)
    figures["bytes_shipped"] = (MODELS / "classification.npz").stat().st_size
    figures["seconds_to_load"] = round(loaded, 2)
    ohchr = on_slovenia(chosen.shared, model)
    for name, value in (figures | {f"slovenia_2025_{k}": v for k, v in ohchr.items()}).items():
        print(f"{name:32} {value}")
    if chosen.card:
        card = json.loads(CARD.read_text("utf-8"))
        kept = {k: v for k, v in figures.items() if k not in {"worst", "unknown_labels"}}
        card["figures"] = {
            "issues": {"all": kept, "by_label": by_label(readings, wanted)},
            "ohchr": ohchr,
        }
        CARD.write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
