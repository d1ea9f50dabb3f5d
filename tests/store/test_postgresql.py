"""The tests of store and services once more, on the database of a ministry's server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.postgres
@pytest.mark.slow
def test_store_and_services_do_the_same_on_postgresql() -> None:
    """In a process of its own, because a process has one database."""
    command = ["-m", "pytest", "tests/store", "tests/services", "-q", "-m", "not postgres"]
    # A killed command takes its folder with it; the tests of killing are about SQLite.
    done = subprocess.run(
        [sys.executable, *command, "--deselect", "tests/services/test_kill.py"],
        cwd=ROOT,
        env=os.environ | {"UPHELD_TEST_POSTGRES": os.environ["UPHELD_TEST_SERVER"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
