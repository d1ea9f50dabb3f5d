"""``upheld link``: a new one-time sign-in link."""

from __future__ import annotations

from typing import Annotated

import typer

from upheld.cli.data_folder import DataFolder
from upheld.cli.serving import ADDRESS, link_for
from upheld.cli.stored_data import open_folder
from upheld.core.errors import InputProblem


def command(
    data: DataFolder,
    user: Annotated[
        str, typer.Option("--user", metavar="NAME", help="Whom the link lets in.")
    ] = "",
    address: Annotated[
        str, typer.Option("--address", metavar="URL", help="Where the server is reached.")
    ] = ADDRESS,
) -> None:
    """Make a sign-in link that works once, within 24 hours.

    Without `--user` it is for the administrator of this computer.

    Example: `upheld link --user huong --address https://upheld.example.gov`
    """
    operator = open_folder(data)
    from upheld.store.models import User  # noqa: PLC0415  # needs an open folder

    person = User.objects.filter(username=user).first() if user else operator
    if person is None:
        raise InputProblem(
            f"There is no user named {user}.", next_step="Look at the names under Settings."
        )
    typer.echo(link_for(operator, person, address))
