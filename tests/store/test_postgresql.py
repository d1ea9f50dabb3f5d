"""The tests of store, services and search once more, on the database of a ministry's server."""

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
def test_store_services_and_search_do_the_same_on_postgresql() -> None:
    """In processes of their own, because a process has one database.

    Slow tests are left out: they kill commands, which keep their own folder with SQLite. The pages
    and the journeys take too long to be tried twice each time: ``./test --on-postgresql`` does it.
    """
    folders = ["tests/store", "tests/services", "tests/search"]
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
