"""``upheld remind``: send the digests that are due today, or list them."""

from __future__ import annotations

from typing import Annotated

import typer

from upheld.cli.data_folder import DataFolder
from upheld.cli.stored_data import open_folder

DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Print what would be sent, and send nothing.")
]


def command(data: DataFolder, dry_run: DryRun = False) -> None:
    """Send each person the digest that is due today: late, due soon, waiting, changed.

    A person gets at most one a day, or one a week by choice. `upheld serve` does the same by
    itself; without `UPHELD_SMTP` each mail is a file in the folder `mail/`.

    Example: `upheld remind --data DIR --dry-run`
    """
    operator = open_folder(data)
    from upheld.services.reminders import remind  # noqa: PLC0415  # needs an open folder

    reminders = remind(operator, dry_run=dry_run)
    for reminder in reminders:
        typer.echo(f"{reminder.person.username}: {reminder.subject}")
        if dry_run:
            typer.echo(reminder.text)
        elif not reminder.sent:
            typer.echo("  not sent; the next run tries again")
    if not reminders:
        typer.echo("nobody has anything due today")
