"""The same code on a bigger machine: what is kept and changed works on PostgreSQL as on SQLite."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.house.sources import ROOT


@pytest.mark.postgres
@pytest.mark.timeout(900)
def test_the_store_and_its_services_work_on_postgresql() -> None:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    alone = ["-p", "no:cacheprovider", "-p", "no:xdist"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *alone, "tests/store", "tests/services"],
        cwd=ROOT,
        env={**inherited, "UPHELD_TEST_POSTGRES": os.environ["UPHELD_TEST_SERVER"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
