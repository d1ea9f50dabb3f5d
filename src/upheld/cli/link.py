"""``upheld link``: a new one-time sign-in link, for a new user too."""

from __future__ import annotations

from typing import Annotated

import typer

from upheld.cli.data_folder import DataFolder
from upheld.cli.serving import ADDRESS, link_for
from upheld.cli.stored_data import open_folder
from upheld.core.errors import InputProblem
from upheld.core.roles import Role


def command(
    data: DataFolder,
    user: Annotated[
        str, typer.Option("--user", metavar="NAME", help="Whom the link lets in.")
    ] = "",
    roles: Annotated[
        list[Role] | None,
        typer.Option("--role", help="Makes the user, if there is none; several may be given."),
    ] = None,
    address: Annotated[
        str, typer.Option("--address", metavar="URL", help="Where the server is reached.")
    ] = ADDRESS,
) -> None:
    """Make a sign-in link that works once, within 24 hours.

    Without `--user` it is for the administrator of this computer. With `--role` a user who does
    not exist yet is made.

    Example: `upheld link --user huong --role coordinator --address https://upheld.example.gov`
    """
    operator = open_folder(data)
    from upheld.services.accounts import add_user  # noqa: PLC0415  # needs an open folder
    from upheld.store.models import User  # noqa: PLC0415  # needs an open folder

    person = User.objects.filter(username=user).first() if user else operator
    if person is None and roles:
        person = add_user(operator, username=user, roles=roles)
    if person is None:
        raise InputProblem(
            f"There is no user named {user}.",
            next_step=f"To make one: upheld link --user {user} --role reader",
        )
    typer.echo(link_for(operator, person, address))
