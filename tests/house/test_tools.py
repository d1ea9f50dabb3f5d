"""Style, types and layers are tests like all others, so that one number says how things stand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import ROOT

SCRIPTS = Path(sys.executable).parent


def outcome(*command: str) -> str:
    """Empty when the command succeeds, else everything it said."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_ruff_finds_nothing() -> None:
    assert outcome(str(SCRIPTS / "ruff"), "check", "--quiet", ".") == ""


def test_every_file_is_formatted() -> None:
    assert outcome(str(SCRIPTS / "ruff"), "format", "--check", "--quiet", ".") == ""


@pytest.mark.timeout(600)
def test_types_hold() -> None:
    assert outcome(str(SCRIPTS / "mypy")) == ""


def test_imports_go_one_way() -> None:
    assert outcome(str(SCRIPTS / "lint-imports"), "--no-cache") == ""
