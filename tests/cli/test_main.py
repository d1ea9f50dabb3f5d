"""The command line as a whole: its verbs, its version, and how it says no."""

from __future__ import annotations

import subprocess
import sys

import pytest

from upheld import __version__
from upheld.cli.main import VERBS, explain
from upheld.core.errors import Conflict, InputProblem, Refused
from upheld.core.findings import Finding


def upheld(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the command as a person would."""
    return subprocess.run(
        [sys.executable, "-m", "upheld.cli", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


def test_help_lists_every_verb_with_its_line() -> None:
    shown = upheld("--help").stdout
    listed = [line.split()[1] for line in shown.splitlines() if line[2:3].isalpha()]
    assert [verb for verb in listed if verb in VERBS] == list(VERBS)


def test_version() -> None:
    assert upheld("--version").stdout == f"upheld {__version__}\n"


def test_a_mistyped_verb_is_answered_with_the_nearest() -> None:
    done = upheld("pars")
    assert done.returncode == 2
    assert "Did you mean 'parse'?" in done.stderr


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            InputProblem(
                "The file a.pdf is empty.",
                findings=[Finding("file.empty", None, {"name": "a.pdf"})],
            ),
            "upheld: The file a.pdf is empty.\n  Download or ask for the file again.",
        ),
        (
            Refused("You may not do this.", next_step="Ask a coordinator."),
            "upheld: You may not do this.\n  Ask a coordinator.",
        ),
        (Conflict("Someone changed it first."), "upheld: Someone changed it first."),
    ],
)
def test_a_refusal_is_told_with_its_next_step(error: InputProblem, told: str) -> None:
    assert explain(error) == told
