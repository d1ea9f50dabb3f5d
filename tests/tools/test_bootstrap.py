"""The first minute on a machine where something is missing: it is said, with what to type."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.house.sources import ROOT

SHELL = shutil.which("sh") or "/bin/sh"


def shell(code: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs ``code`` after tools/bootstrap.sh, in ``folder``."""
    return subprocess.run(
        [SHELL, "-euc", f". {ROOT}/tools/bootstrap.sh\n{code}"],
        cwd=folder,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def program(folder: Path, name: str, script: str) -> Path:
    """A program of that name that does what ``script`` says."""
    path = folder / name
    path.write_text(f"#!{SHELL}\n{script}\n")
    path.chmod(0o755)
    return path


def test_a_python_too_old_is_passed_over(tmp_path: Path) -> None:
    old = program(tmp_path, "python3", "exit 1")
    done = shell("find_python", tmp_path, UPHELD_PYTHON=str(old))
    assert done.returncode == 0
    assert done.stdout.strip() != str(old)


def test_no_python_at_all_is_explained(tmp_path: Path) -> None:
    for name in ("python3.13", "python3.12", "python3.11", "python3", "python"):
        program(tmp_path, name, "exit 1")
    done = shell("find_python", tmp_path, PATH=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.splitlines()[:2] == [
        "Upheld needs Python 3.11 or later, and none was found.",
        "On Debian or Ubuntu: apt-get install python3 python3-venv",
    ]


def test_a_python_without_venv_is_explained(tmp_path: Path) -> None:
    bare = program(tmp_path, "bare", 'case "$2" in *ensurepip*) exit 1;; esac')
    done = shell("make_venv", tmp_path, UPHELD_PYTHON=str(bare))
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"{bare} cannot make a virtual environment: its venv module is not complete.",
        "On Debian or Ubuntu: apt-get install python3-venv",
    ]


def test_what_is_installed_already_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("")
    (tmp_path / "lock.txt").write_text("")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    program(tmp_path / ".venv" / "bin", "python", 'echo "$@"')
    done = shell(
        'printf "lock.txt %s\\n" "$(lock_sum lock.txt)" >.venv/.stamp; bootstrap lock.txt', tmp_path
    )
    assert done.stdout == "tools/messages.py compile\n"


def test_a_changed_lock_is_installed(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("")
    (tmp_path / "lock.txt").write_text("new")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / ".stamp").write_text("lock.txt 0 0\n")
    program(tmp_path / ".venv" / "bin", "python", 'echo "$2" "$3"')
    done = shell(
        'bootstrap lock.txt; grep -cxF "lock.txt $(lock_sum lock.txt)" .venv/.stamp', tmp_path
    )
    assert done.stdout == "pip install\npip install\ncompile \n1\n"
