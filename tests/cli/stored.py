"""Commands on a data folder as a person types them, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.factories import demands
from tests.small_pdf import print_pdf

UPHELD = (sys.executable, "-m", "upheld.cli")


def upheld(*arguments: object, data: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run one command; ``more`` are variables of its environment."""
    return subprocess.run(
        [*UPHELD, *map(str, arguments), "--data", str(data)],
        capture_output=True,
        text=True,
        check=False,
        env=environment(**more),
        timeout=120,
    )


def environment(**more: str) -> dict[str, str]:
    """This process's environment without what the tests' own settings put there."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("UPHELD_")}
    kept.pop("DJANGO_SETTINGS_MODULE", None)
    return kept | {"COLUMNS": "200"} | more


def write_report(folder: Path, symbol: str = "A/HRC/90/7", count: int = 6) -> Path:
    """A small report on Sarovia as a PDF file."""
    items = [f"{item.number} {item.text} (France, Spain);" for item in demands(count)]
    lines = [
        "Human Rights Council",
        "Ninetieth session",
        "Agenda item 6",
        "Universal Periodic Review",
        "Report of the Working Group on the Universal Periodic Review*",
        "Sarovia",
        "II. Conclusions and/or recommendations",
        "140. The recommendations listed below enjoy the support of Sarovia:",
        *items,
    ]
    file = folder / f"{symbol.replace('/', '_')}.pdf"
    file.write_bytes(print_pdf(lines, header=symbol))
    return file
