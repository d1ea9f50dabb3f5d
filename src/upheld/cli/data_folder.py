"""The option ``--data DIR`` that every command with stored data takes, and its default.

The folder holds everything there is to back up: the database, the files and the pages. Without
the option the variable ``UPHELD_DATA`` counts, and without that the system's own place for data.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer


def default_data_folder() -> Path:
    """Where data is kept when nobody says: ``~/.local/share/upheld`` on Linux."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "Upheld"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Upheld"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "upheld"


DataFolder = Annotated[
    Path,
    typer.Option(
        "--data",
        envvar="UPHELD_DATA",
        metavar="DIR",
        default_factory=default_data_folder,
        show_default="the system's place for data",
        help="The data folder; an empty one is prepared at first use.",
    ),
]
