"""Pairs of real recommendations with what was judged of them: two reviews each of seven States.

``judged_pairs.tsv`` holds no text: a line names two records by their ids ("A-HRC-8-22-75.1") and
says "same", "overlaps" (one holds the other, or asks for it more generally) or "other". For each
recommendation of the first review that was drawn, those of the second that share most words with
it and those that were scored highest were judged, by reading, without the score. So most
neighbours are another demand here, as they are in a report; of written pairs it is half.

The texts are read out of the reports of ../shared/corpus/upr_reports, as ``upheld parse`` reads
them.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
VERDICTS = ROOT / "train" / "judged_pairs.tsv"
REPORTS = ROOT.parent / "shared" / "corpus" / "upr_reports"

SAME, OVERLAPS, OTHER = "same", "overlaps", "other"


class Judged(NamedTuple):
    """Two texts, what was judged of them, and the report that the first one is from."""

    a: str
    b: str
    verdict: str
    report: str


def judged_pairs(verdicts: Path = VERDICTS, reports: Path = REPORTS) -> list[Judged]:
    """The pairs whose reports are at hand, in the order of the list."""
    with verdicts.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    wanted = {report_of(row[side]) for row in rows for side in ("earlier", "later")}
    texts = texts_of(wanted, reports)
    return [
        Judged(
            texts[row["earlier"]], texts[row["later"]], row["verdict"], report_of(row["earlier"])
        )
        for row in rows
        if row["earlier"] in texts and row["later"] in texts
    ]


def report_of(record: str) -> str:
    """The document of a record: "A-HRC-8-22" of "A-HRC-8-22-75.1"."""
    return "-".join(record.split("-")[:4])


def texts_of(symbols: set[str], reports: Path) -> dict[str, str]:
    """The text of each recommendation of the reports with these symbols, by id."""
    found = {}
    for path in sorted((reports / "gold").glob("*.json")):
        listed = json.loads(path.read_text("utf-8"))
        if listed["symbol"].replace("/", "-") in symbols:
            found[listed["symbol"].replace("/", "-")] = reports / "pdf" / listed["pdf"]
    texts: dict[str, str] = {}
    if not found:
        return texts
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "upheld.cli", "parse", "--jsonl", folder]
        subprocess.run(  # noqa: S603 - our own command
            [*command, *map(str, found.values())], check=True, capture_output=True
        )
        for symbol, path in found.items():
            texts.update(recommendations(symbol, Path(folder) / f"{path.stem}.jsonl"))
    return texts


def recommendations(symbol: str, parsed: Path) -> Iterator[tuple[str, str]]:
    """Ids and texts: a number printed once ends the id; of others each part has its own."""
    rows = [json.loads(line) for line in parsed.read_text("utf-8").splitlines()]
    own = [row for row in rows if row.get("kind") == "recommendation"]
    often, so_far = Counter(row["number"] for row in own), Counter[str]()
    for row in own:
        number = row["number"]
        so_far[number] += 1
        part = f"-p{so_far[number]}" if often[number] > 1 else ""
        yield f"{symbol}-{number}{part}", row["text"]
