"""``upheld twins``: make all records ready, so that the same demand is found world-wide."""

from __future__ import annotations

import typer

from upheld.cli.data_folder import DataFolder
from upheld.cli.stored_data import open_folder


def command(data: DataFolder) -> None:
    """Make records ready, so that the same demand is found world-wide.

    Within a State the pages look at all records at once. For the whole world they need lists,
    which this command makes anew from all records in English; about a minute for 270,000. Run it
    after an import. Nothing in the database changes.

    Example: `upheld twins --data DIR`
    """
    operator = open_folder(data)
    from upheld.services.world_twins import make_lists  # noqa: PLC0415  # needs an open folder

    count = make_lists(operator)
    typer.echo(f"{count} records are ready")
