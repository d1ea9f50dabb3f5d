"""A process that is killed while it takes documents in leaves a whole folder behind.

``bench/kill.py`` does the same fifty times.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from bench.kill import killed_runs, records, upheld
from tests.factories import demands
from tests.small_pdf import print_pdf

KILLS = 3


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    """Three reports of 40 recommendations each."""
    files = []
    for n in range(3):
        symbol = f"A/HRC/90/{n + 1}"
        lines = [f"{item.number} {item.text} (France, Spain);" for item in demands(40)]
        opening = [
            "Report of the Working Group on the Universal Periodic Review",
            "Sarovia",
            "II. Conclusions and/or recommendations",
            "140. The recommendations listed below enjoy the support of Sarovia:",
        ]
        file = tmp_path / f"report-{n}.pdf"
        file.write_bytes(print_pdf([*opening, *lines], header=symbol))
        files.append(file)
    return files


@pytest.mark.slow
def test_what_is_killed_is_whole_and_a_rerun_completes_it(documents, tmp_path):
    whole = tmp_path / "whole"
    start = time.perf_counter()
    taken = upheld("ingest", "--data", str(whole), *map(str, documents))
    seconds = time.perf_counter() - start
    assert taken.returncode == 0, taken.stderr
    runs = killed_runs(KILLS, tmp_path / "killed", documents, seconds, random.Random())  # noqa: S311
    for when, verified in runs:
        assert verified.returncode == 0, f"after {when} s: {verified.stdout}{verified.stderr}"
    for begun in (tmp_path / "killed").iterdir():
        assert upheld("ingest", "--data", str(begun), *map(str, documents)).returncode == 0
        assert records(begun) == records(whole)
    assert len(records(whole)) == 120
