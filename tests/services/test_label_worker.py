"""The thread beside the pages has imported records read for labels, in a process of its own."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bench.kill import IMPORT
from tests.cli.stored import environment, upheld
from tests.cli.test_serve import serving
from tests.services.published import annotation, write

WORKS = """
import sys
from pathlib import Path
from upheld.cli.stored_data import open_folder
open_folder(Path(sys.argv[1]))
from upheld.services.label_worker import LabelWorker
with LabelWorker(pause=0.05):
    print("works", flush=True)
    sys.stdin.readline()
"""


def unread(data: Path) -> int:
    with closing(sqlite3.connect(data / "upheld.sqlite3")) as database:
        [[count]] = database.execute(
            "SELECT count(*) FROM store_record r WHERE NOT EXISTS"
            " (SELECT 1 FROM store_labelledtext t WHERE t.record_id = r.id)"
        ).fetchall()
    return int(count)


def imported(folder: Path, rows: int) -> Path:
    texts = [annotation(n, Text=f"Reduce overcrowding in prison {n}") for n in range(rows)]
    taken = upheld(*IMPORT, write(folder, texts), data=folder / "data")
    assert taken.returncode == 0, taken.stderr
    return folder / "data"


@contextmanager
def worker(data: Path) -> Iterator[None]:
    """A serving process without its pages; its end must come within the time of a worker's."""
    process = subprocess.Popen(
        [sys.executable, "-c", WORKS, str(data)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    with process:
        assert process.stdout
        assert process.stdin
        assert process.stdout.readline() == "works\n"
        yield
        process.stdin.write("\n")
        process.stdin.flush()
        assert process.wait(60) == 0


@pytest.mark.slow
def test_what_was_imported_is_read_while_pages_are_served(tmp_path: Path) -> None:
    data = imported(tmp_path, 40)
    assert unread(data) == 40
    with worker(data):
        end = time.monotonic() + 60
        while unread(data) and time.monotonic() < end:
            time.sleep(0.2)
    assert unread(data) == 0
    assert upheld("verify", data=data).returncode == 0


@pytest.mark.slow
def test_reading_ends_with_the_pages_and_goes_on_with_them(tmp_path: Path) -> None:
    data = imported(tmp_path, 3000)
    with worker(data):
        time.sleep(1)
    left = unread(data)
    assert left > 0
    time.sleep(2)
    assert unread(data) == left, "the process outlived the pages"
    with worker(data):
        end = time.monotonic() + 120
        while unread(data) and time.monotonic() < end:
            time.sleep(0.2)
    assert unread(data) == 0


@pytest.mark.slow
def test_serving_has_them_read(tmp_path: Path) -> None:
    data = imported(tmp_path, 5)
    with serving("serve", data):
        end = time.monotonic() + 90
        while unread(data) and time.monotonic() < end:
            time.sleep(0.5)
    assert unread(data) == 0
