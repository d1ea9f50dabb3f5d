"""How well and how fast questions are answered.

    .venv/bin/python bench/search.py --quality [--corpus DIR] [--misses]
    .venv/bin/python bench/search.py --speed EXPORT.json   (as bench/search_speed.py EXPORT.json)

``--quality`` puts the questions of tests/search/questions.jsonl to UPR Info's recommendations and
prints P@10: the share of the first ten answers (or of those there are, when fewer) whose labels,
given by hand, contain one that the question expects. Vietnamese questions are asked with and
without their marks. A text that several States recommended counts once. Questions marked
``kept_apart`` were written after the glossary and are never used to extend it: their figure is the
one to expect of questions that nobody thought of. With the extra ``semantic`` installed, Vietnamese
questions in other words are answered by the nearest line of the glossary; the first line says so.
"""

from __future__ import annotations

import argparse
import csv
import json
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tantivy

from upheld.analysis.nearest_line import encoder
from upheld.analysis.query import parse_question
from upheld.analysis.understanding import understand
from upheld.core.fold import fold
from upheld.store.search_index_engine import ask
from upheld.store.search_index_schema import EVERYONE, IndexRow, document_of, schema

ROOT = Path(__file__).resolve().parents[1]
QUESTIONS = ROOT / "tests" / "search" / "questions.jsonl"
CORPUS = ROOT.parent / "shared" / "corpus" / "upr_info"
FIVE = ("state", "theme", "position", "body", "cycle")
# The table has other names for two issues than the list of names.
NAMES = {
    "NHRI": "National Human Rights Institution",
    "Right to water": "Right to water and sanitation",
}


def questions() -> list[dict[str, Any]]:
    lines = QUESTIONS.read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def index_of(rows: Iterable[IndexRow], place: str) -> tantivy.Index:
    index = tantivy.Index(schema(), path=place)
    writer = index.writer(200_000_000, 1)
    for row in rows:
        writer.add_document(document_of(row))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def quality(corpus: Path, show_misses: bool) -> None:
    labels: dict[str, set[str]] = defaultdict(set)
    with (corpus / "recommendations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            given = (name.strip() for name in row["Issue"].split(","))
            labels[row["Text"].strip()] |= {NAMES.get(name, name) for name in given}
    texts = list(labels)
    print(f"sentence encoder: {'installed' if encoder() else 'not installed'}")
    with tempfile.TemporaryDirectory() as place:
        index = index_of((IndexRow(n, text) for n, text in enumerate(texts)), place)
        for name, language, marked, apart in (
            ("Vietnamese", "vi", True, False),
            ("Vietnamese without marks", "vi", False, False),
            ("English", "en", True, False),
            ("Vietnamese, kept apart", "vi", True, True),
            ("Vietnamese without marks, kept apart", "vi", False, True),
            ("English, kept apart", "en", True, True),
        ):
            scores = []
            for asked in questions():
                if (asked["language"], asked.get("kept_apart", False)) != (language, apart):
                    continue
                text = asked["question"] if marked else fold(asked["question"])
                found = ask(
                    index, understand(parse_question(text)).root, visible=[EVERYONE], limit=10
                )
                expected = set(asked["issues"])
                right = [bool(labels[texts[key]] & expected) for key, _ in found.hits]
                score = sum(right) / len(right) if right else 0.0
                scores.append(score)
                if show_misses and score < 0.8:
                    print(
                        f"  {score:.2f} {text} ({found.full} with all of it, {found.total} found)"
                    )
                    for (key, _), hit in zip(found.hits, right, strict=True):
                        if not hit:
                            print(f"         {sorted(labels[texts[key]])} {texts[key][:110]}")
            print(f"{name}: P@10 {statistics.mean(scores):.3f} over {len(scores)} questions")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quality", action="store_true")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--misses", action="store_true", help="show the questions under .8")
    parser.add_argument("--speed", type=Path, metavar="EXPORT.json")
    given = parser.parse_args()
    if given.speed:
        speed = Path(__file__).with_name("search_speed.py")
        subprocess.run([sys.executable, speed, given.speed], check=True)
    if given.quality:
        quality(given.corpus, given.misses)


if __name__ == "__main__":
    main()
