"""A process that is killed while it proposes labels leaves whole batches, and no half one."""

from __future__ import annotations

import random
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from bench.kill import IMPORT, kill_after, upheld
from tests.services.published import annotation, write

KILLS = 3
LABEL = ("label", "--batch", "50")


def read(data: Path, question: str) -> list[tuple[object, ...]]:
    # Closed here and now: the last to close takes SQLite's own files away, also under a copy.
    with closing(sqlite3.connect(data / "upheld.sqlite3")) as database:
        return database.execute(question).fetchall()


def proposals(data: Path) -> list[tuple[object, ...]]:
    return read(
        data,
        "SELECT r.public_id, t.taxonomy, t.value, p.score FROM store_proposedlabel p"
        " JOIN store_record r ON r.id = p.record_id JOIN store_term t ON t.id = p.term_id"
        " ORDER BY 1, 2, 3",
    )


@pytest.mark.slow
def test_what_is_killed_is_whole_and_a_rerun_completes_it(tmp_path: Path) -> None:
    rows = [annotation(n, Text=f"Reduce overcrowding in prison {n}") for n in range(1500)]
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    taken = upheld(*IMPORT, "--data", str(whole), str(write(tmp_path, rows)))
    assert taken.returncode == 0, taken.stderr
    shutil.copytree(whole, killed)
    start = time.perf_counter()
    done = upheld(*LABEL, "--data", str(whole))
    seconds = time.perf_counter() - start
    assert done.returncode == 0, done.stderr
    assert "for 1,500 records" in done.stdout
    chance = random.Random()  # noqa: S311
    for _ in range(KILLS):
        kill_after(chance.uniform(0, seconds), killed, [], LABEL)
        half = read(
            killed,
            "SELECT 1 FROM store_proposedlabel p LEFT JOIN store_labelledtext t"
            " ON t.record_id = p.record_id WHERE t.record_id IS NULL",
        )
        assert half == []
        assert upheld("verify", "--data", str(killed)).returncode == 0
    assert upheld(*LABEL, "--data", str(killed)).returncode == 0
    assert proposals(killed) == proposals(whole) != []
    again = upheld(*LABEL, "--data", str(whole))
    assert again.stdout.startswith("0 labels proposed for 0 records in ")
    assert "1,500 records were up to date" in again.stdout
