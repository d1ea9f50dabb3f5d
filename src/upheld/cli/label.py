"""``upheld label``: proposed labels for every record that lacks them."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from upheld.cli.data_folder import DataFolder
from upheld.cli.stored_data import open_folder


def command(
    data: DataFolder,
    batch: Annotated[
        int,
        typer.Option(
            metavar="RECORDS",
            min=1,
            help="Records that are kept at once; what a stopped run has to do again at most.",
        ),
    ] = 4000,
) -> None:
    """Propose issues, themes, groups, goals and instruments for records that lack proposals.

    Records of a document get theirs when it is taken in. After `upheld import`, and after a new
    version of Upheld with another classifier, this command reads what has not been read: a few
    minutes for 270,000 records. (`upheld serve` has the same done beside the pages.) It can be
    stopped at any moment and goes on where it stopped. What a publisher printed and what a person
    decided stays as it is.

    Example: `upheld label --data DIR`
    """
    operator = open_folder(data)
    from upheld.core.labels import ReadAs  # noqa: PLC0415  # needs an open folder
    from upheld.services.propose_labels import propose_labels  # noqa: PLC0415  # open folder

    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.completed:,} of {task.total:,} records"),
        BarColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as shown:
        task = shown.add_task("", total=0)
        done = propose_labels(
            operator,
            progress=lambda at, of: shown.update(task, completed=at, total=of),
            batch=batch,
        )
    read = done.read
    typer.echo(
        f"{done.proposed:,} labels proposed for {read.total():,} records in {done.seconds:.1f} s; "
        f"{done.passed:,} records were up to date"
    )
    if glossary := read[ReadAs.GLOSSARY]:
        typer.echo(f"  {glossary:,} in Vietnamese were read through the glossary")
    if unread := read[ReadAs.NOT_AT_ALL]:
        typer.echo(f"  {unread:,} are in other languages and get no proposals")
