"""``upheld verify``: the proof that a data folder is whole."""

from __future__ import annotations

from typing import Annotated

import typer

from upheld.cli.data_folder import DataFolder
from upheld.cli.stored_data import open_folder
from upheld.core.errors import Conflict

Seals = Annotated[
    list[str] | None,
    typer.Option("--seal", help="A seal noted earlier: a head of the history, a printed line."),
]
Repair = Annotated[
    bool, typer.Option("--repair", help="Remove bytes of files that were destroyed already.")
]


def command(data: DataFolder, seal: Seals = None, repair: Repair = False) -> None:
    """Prove that the history, the files and the records are whole.

    Checks that each entry of the history seals the one before it, that records hold what their
    history says, that files have the fingerprint under which they were taken in, and that each
    record leads to its printed words. Exits with 4 and the findings if something is not so.
    The last line names the head of the history: give it to an outside witness, and not even
    a rewriting of all of it goes unnoticed: whoever kept one asks for it with --seal.

    Example: `upheld verify --data DIR`
    """
    operator = open_folder(data)
    from upheld.services.history import find_seals, head  # noqa: PLC0415  # needs an open folder
    from upheld.services.leftovers import remove_leftovers  # noqa: PLC0415  # as above
    from upheld.services.verify import verify  # noqa: PLC0415  # needs an open folder

    if repair:
        for sha256 in remove_leftovers(operator):
            typer.echo(f"Removed {sha256}, which was destroyed already")
    findings = [*verify(operator), *find_seals(seal or ())]
    for finding in findings:
        typer.echo(f"{finding.severity}: {finding.message} {finding.next_step}")
    seq, newest = head()
    if findings:
        typer.echo(f"{len(findings)} findings; the history has {seq} entries, head {newest}")
        raise typer.Exit(Conflict.exit_code)
    typer.echo(f"Everything is whole; the history has {seq} entries, head {newest}")
