"""The command line starts light: help, ``parse`` and ``doctor`` never load Django."""

from __future__ import annotations

import subprocess
import sys

import pytest

from upheld.cli.main import VERBS, load

AFTERWARDS = """
import atexit, sys
atexit.register(lambda: print("loaded:", *sorted({n.split(".")[0] for n in sys.modules})))
"""


def loaded_by(code: str) -> set[str]:
    """The names of the packages that a fresh Python has loaded after running ``code``."""
    done = subprocess.run(
        [sys.executable, "-c", AFTERWARDS + code], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return set(done.stdout.rpartition("loaded:")[2].split())


@pytest.mark.parametrize(
    "code",
    [
        "sys.argv = ['upheld', '--help']; from upheld.cli.main import main; main()",
        "sys.argv = ['upheld', 'parse', '--help']; from upheld.cli.main import main; main()",
        "sys.argv = ['upheld', 'doctor', '--help']; from upheld.cli.main import main; main()",
        "import upheld.parsing.parser, upheld.reading.read",
    ],
    ids=["help", "parse", "doctor", "reading and parsing"],
)
def test_no_django(code: str) -> None:
    assert loaded_by(code) & {"django", "asgiref", "numpy", "docx", "typst"} == set()


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(verb: str) -> None:
    assert f"upheld {verb}" in (load(verb).help or "")
