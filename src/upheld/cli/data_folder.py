"""The option ``--data DIR`` that every command with stored data takes.

The folder holds everything there is to back up: the database, the files and the pages. Without
the option the variable ``UPHELD_DATA`` counts, and without that the system's own place for data.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from upheld.settings.data_folder import default_data_folder

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
