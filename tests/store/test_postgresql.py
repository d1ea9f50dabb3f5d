"""What asks the database is tried once more on that of a ministry's server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.postgres
@pytest.mark.slow
@pytest.mark.timeout(2400)
def test_all_that_asks_the_database_does_the_same_on_postgresql() -> None:
    """In processes of their own, because a process has one database.

    Slow tests are left out: they kill commands, which keep their own folder with SQLite. The
    journeys in the browser take too long to be walked twice each time: ``./test --on-postgresql``
    walks them too.
    """
    folders = ["tests/store", "tests/services", "tests/search", "tests/web"]
    command = ["-m", "pytest", *folders, "-q", "-m", "not postgres and not slow", "-n", "2"]
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=os.environ | {"UPHELD_TEST_POSTGRES": os.environ["UPHELD_TEST_SERVER"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
