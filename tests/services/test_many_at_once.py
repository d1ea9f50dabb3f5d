"""Twenty people report at once over HTTP, in pairs on the same entry: the short form of the bench.

``bench/workspace.py`` says what is tried and ends with 1 when a write is lost, a conflict is not
shown, a request fails, or the history does not verify.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
@pytest.mark.parametrize(
    "server", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]
)
def test_nothing_is_lost(server: str) -> None:
    more = ["--postgresql", os.environ["UPHELD_TEST_SERVER"]] if server == "postgresql" else []
    kept = {name: value for name, value in os.environ.items() if not name.startswith("UPHELD_")}
    kept.pop("DJANGO_SETTINGS_MODULE", None)
    done = subprocess.run(
        [sys.executable, "bench/workspace.py", "--people", "20", *more],
        cwd=ROOT,
        env=kept,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    assert done.stdout.splitlines()[-2:] == [
        "kept 80, conflicts shown 10, errors 0",
        "nothing lost; the history verifies",
    ]
