"""Judged pairs: ids and verdicts; the texts come out of the reports."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

from bench.linking_reports import UNLEARNED
from train.judged_pairs import (
    OTHER,
    OVERLAPS,
    SAME,
    VERDICTS,
    judged_pairs,
    recommendations,
    report_of,
)


def test_each_pair_is_judged_once_and_of_two_reports() -> None:
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    pairs = Counter((row["earlier"], row["later"]) for row in rows)
    assert [pair for pair, count in pairs.items() if count > 1] == []
    assert {row["verdict"] for row in rows} == {SAME, OVERLAPS, OTHER}
    assert [pair for pair in pairs if report_of(pair[0]) == report_of(pair[1])] == []


def test_nothing_is_learned_from_the_reports_of_the_benchmark() -> None:
    reports = {
        path: {report_of(line.split("\t")[0]) for line in path.read_text("utf-8").splitlines()[1:]}
        for path in (VERDICTS, UNLEARNED)
    }
    assert len(reports[UNLEARNED]) == 3
    assert reports[VERDICTS].isdisjoint(reports[UNLEARNED])


def test_a_number_printed_once_is_an_id_and_of_others_each_part_has_one(tmp_path: Path) -> None:
    rows = [
        {"_meta": {}},
        {"number": "9.1", "text": "Ratify CAT", "kind": "recommendation"},
        {"number": "9.2", "text": "Build schools", "kind": "recommendation"},
        {"number": "9.1", "text": "Ratify CRPD", "kind": "recommendation"},
        {"number": "10", "text": "It will", "kind": "pledge"},
    ]
    parsed = tmp_path / "report.jsonl"
    parsed.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    assert dict(recommendations("A-HRC-1-2", parsed)) == {
        "A-HRC-1-2-9.1-p1": "Ratify CAT",
        "A-HRC-1-2-9.2": "Build schools",
        "A-HRC-1-2-9.1-p2": "Ratify CRPD",
    }


def test_without_the_reports_there_are_no_pairs(tmp_path: Path) -> None:
    assert judged_pairs(reports=tmp_path) == []
