"""``upheld verify``: the proof that a data folder is whole."""

from __future__ import annotations

import typer

from upheld.cli.data_folder import DataFolder
from upheld.cli.stored_data import open_folder
from upheld.core.errors import Conflict


def command(data: DataFolder) -> None:
    """Prove that the history, the files and the records are whole.

    Checks that each entry of the history seals the one before it, that records hold what their
    history says, that files have the fingerprint under which they were taken in, and that each
    record leads to its printed words. Exits with 4 and the findings if something is not so.
    The last line names the head of the history: give it to an outside witness, and not even
    a rewriting of all of it goes unnoticed.

    Example: `upheld verify --data DIR`
    """
    operator = open_folder(data)
    from upheld.services.history import head  # noqa: PLC0415  # needs an open folder
    from upheld.services.verify import verify  # noqa: PLC0415  # needs an open folder

    findings = verify(operator)
    for finding in findings:
        typer.echo(f"{finding.severity}: {finding.message} {finding.next_step}")
    seq, seal = head()
    if findings:
        typer.echo(f"{len(findings)} findings; the history has {seq} entries, head {seal}")
        raise typer.Exit(Conflict.exit_code)
    typer.echo(f"Everything is whole; the history has {seq} entries, head {seal}")
