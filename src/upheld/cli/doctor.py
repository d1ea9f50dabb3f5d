"""``upheld doctor``: what is installed, what is missing, and what to type."""

from __future__ import annotations

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from upheld import __version__
from upheld.cli.data_folder import DataFolder
from upheld.cli.health import Check, Health, examine
from upheld.core.errors import Unavailable

SIGNS = {Health.GOOD: "✓ good", Health.ABSENT: "– absent", Health.BAD: "✗ bad"}


def command(data: DataFolder) -> None:
    """Say what is installed, what is missing and what to type; changes nothing.

    Exits with 5 if something is missing that Upheld cannot do without.

    Example: `upheld doctor`, or `upheld doctor --data DIR` to look at another data folder.
    """
    checks = list(examine(data))
    console = Console()
    console.print(f"Upheld {__version__}")
    console.print(_table(checks))
    if any(check.health is Health.BAD for check in checks):
        raise typer.Exit(Unavailable.exit_code)


def _table(checks: list[Check]) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    for column in ("name", "health", "found and next step"):
        table.add_column(column, overflow="fold")
    for check in checks:
        table.add_row(check.name, SIGNS[check.health], escape(check.found))
        if check.next_step:
            table.add_row("", "", f"→ {escape(check.next_step)}", style="bold")
    return table
