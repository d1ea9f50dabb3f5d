"""A process that is killed while it imports a list leaves whole batches behind, and no half one.

``bench/kill.py --import`` does the same fifty times, and ``--index`` for the search index.
"""

from __future__ import annotations

import random
import time

import pytest

from bench.kill import IMPORT, INDEX, index_killed, killed_runs, records, upheld
from tests.services.published import annotation, write

KILLS = 3


@pytest.mark.slow
def test_what_is_killed_is_whole_and_a_rerun_completes_it(tmp_path):
    files = [write(tmp_path, [annotation(n) for n in range(2000)])]
    whole = tmp_path / "whole"
    start = time.perf_counter()
    taken = upheld(*IMPORT, "--data", str(whole), str(files[0]))
    seconds = time.perf_counter() - start
    assert taken.returncode == 0, taken.stderr
    chance = random.Random()  # noqa: S311
    runs = killed_runs(KILLS, tmp_path / "killed", files, seconds, chance, IMPORT)
    for when, verified in runs:
        assert verified.returncode == 0, f"after {when} s: {verified.stdout}{verified.stderr}"
    for begun in (tmp_path / "killed").iterdir():
        assert upheld(*IMPORT, "--data", str(begun), str(files[0])).returncode == 0
        assert records(begun) == records(whole)
    assert len(records(whole)) == 2000


@pytest.mark.slow
def test_an_index_whose_build_is_killed_is_built_by_the_next_question(tmp_path):
    first = write(tmp_path, [annotation(n) for n in range(1500)])
    other = [annotation(n, Text=f"{n}.Other words for women, {n}") for n in range(1500)]
    later = write(tmp_path, other, name="later.json")
    failures = index_killed(2, tmp_path / "folder", [first, later], random.Random())  # noqa: S311
    assert failures == 0
    asked = upheld(*INDEX, "--data", str(tmp_path / "folder" / "killed"))
    assert '"total": 1500' in asked.stdout, asked.stdout[:400] + asked.stderr
