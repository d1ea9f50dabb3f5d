"""The program starts light: help and ``parse`` load no Django, pages load nothing slow."""

from __future__ import annotations

import subprocess
import sys

import pytest

from upheld.cli.main import VERBS, load

DJANGO = {"django", "asgiref"}
# Half a second each, and needed when a file is read or written, not when the program starts.
SLOW = {"docx", "numpy", "py3langid", "python_calamine", "tantivy", "typst", "xlsxwriter"}

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
    assert loaded_by(code) & (DJANGO | SLOW) == set()


def test_pages_start_without_what_reading_needs() -> None:
    code = (
        "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'upheld.settings.tests'\n"
        "import django; django.setup(); import upheld.web.urls"
    )
    assert loaded_by(code) & SLOW == set()


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(verb: str) -> None:
    assert f"upheld {verb}" in (load(verb).help or "")
