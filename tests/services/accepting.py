"""Accepts every proposed label of a data folder, as a process that can be killed.

    python -m tests.services.accepting DATA

Says "open" before it begins and the number of labels when it is done.
"""

from __future__ import annotations

import sys
from pathlib import Path

from upheld.cli.stored_data import open_folder


def main(data: Path) -> None:
    operator = open_folder(data)
    from upheld.services.label_bulk import accept_all  # noqa: PLC0415  # needs an open folder

    print("open", flush=True)
    print(accept_all(operator, above=0.0).accepted, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
