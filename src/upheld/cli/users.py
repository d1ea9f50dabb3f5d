"""``upheld users``: accounts and their roles on the terminal, as this folder's administrator."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from upheld.cli.data_folder import DataFolder
from upheld.cli.serving import ADDRESS
from upheld.cli.stored_data import open_folder
from upheld.core.errors import InputProblem
from upheld.core.roles import Role

if TYPE_CHECKING:
    from upheld.store.models import Body, User


class Act(StrEnum):
    """What is done."""

    LIST = "list"
    INVITE = "invite"
    ROLE = "role"
    TAKE_ROLE = "take-role"
    DEACTIVATE = "deactivate"
    REACTIVATE = "reactivate"


def command(
    data: DataFolder,
    act: Annotated[Act, typer.Argument(help="What to do.")] = Act.LIST,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The sign-in name; of who is invited the name.")
    ] = "",
    role: Annotated[Role | None, typer.Option("--role", help="The role.")] = None,
    body: Annotated[
        str,
        typer.Option("--body", metavar="CODE", help="For which body; without it for everything."),
    ] = "",
    alternate: Annotated[
        bool, typer.Option("--alternate", help="As alternate, who stands in for the main one.")
    ] = False,
    email: Annotated[
        str, typer.Option("--email", metavar="ADDRESS", help="Where an invitation is sent.")
    ] = "",
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why an account is closed.")
    ] = "",
    address: Annotated[
        str, typer.Option("--address", metavar="URL", help="Where the server is reached.")
    ] = ADDRESS,
) -> None:
    """List accounts, invite people, give and take roles, close and open accounts.

    Example: `upheld users`

    Example: `upheld users invite "Trần Thị Hương" --role focal_point --body VNM-MOJ`

    Example: `upheld users role huong --role validator --body VNM-MOJ --alternate`

    Example: `upheld users deactivate huong --reason "moved to another ministry"`
    """
    operator = open_folder(data)
    if act is Act.LIST:
        _list(operator, role, body)
    elif act is Act.INVITE:
        _invite(operator, name, _given(role), _body(body), alternate, email, address)
    else:
        _change(operator, act, _person(name), role, _body(body), alternate, reason)


def _list(operator: User, role: Role | None, body: str) -> None:
    from upheld.services.user_list import (  # noqa: PLC0415  # needs an open folder
        UserFilter,
        bindings_shown,
        users_found,
    )

    table = Table("sign-in name", "name", "roles", box=None, pad_edge=False)
    wanted = UserFilter(role=role.value if role else "", body=body, closed=True)
    for user in users_found(operator, wanted):
        roles = [
            " ".join(filter(None, [row.role, row.body.code if row.body else ""]))
            for row in bindings_shown(operator, user)
        ]
        held = "; ".join(roles) + ("" if user.is_active else " (closed)")
        table.add_row(user.username, user.get_full_name(), held)
    Console(soft_wrap=False).print(table)


def _invite(
    operator: User,
    name: str,
    role: Role,
    body: Body | None,
    alternate: bool,
    email: str,
    address: str,
) -> None:
    from django.urls import reverse  # noqa: PLC0415  # needs an open folder

    from upheld.services import invitations  # noqa: PLC0415  # needs an open folder
    from upheld.services.user_roles import Grant  # noqa: PLC0415  # needs an open folder

    def link(secret: str) -> str:
        return address.rstrip("/") + reverse("invitation", args=[secret])

    grants = [Grant(role, body, alternate)]
    made, secret = invitations.invite(operator, grants=grants, name=name, email=email)
    if invitations.send_link(operator, invitation=made, secret=secret, address_of=link):
        typer.echo(f"Sent to {email}.")
    typer.echo(link(secret))


def _change(
    operator: User,
    act: Act,
    person: User,
    role: Role | None,
    body: Body | None,
    alternate: bool,
    reason: str,
) -> None:
    from upheld.services import user_roles, user_status  # noqa: PLC0415  # needs an open folder

    match act:
        case Act.ROLE:
            user_roles.give_role(
                operator, user=person, role=_given(role), body=body, alternate=alternate
            )
        case Act.TAKE_ROLE:
            user_roles.take_role(operator, user=person, role=_given(role), body=body)
        case Act.DEACTIVATE:
            user_status.deactivate(operator, user=person, reason=reason)
        case _:
            user_status.reactivate(operator, user=person)
    typer.echo(f"{person.username}: done")


def _given(role: Role | None) -> Role:
    if role is None:
        raise InputProblem("No role is named.", next_step="For example: --role focal_point")
    return role


def _body(code: str) -> Body | None:
    from upheld.store.models import Body  # noqa: PLC0415  # needs an open folder

    if not code:
        return None
    found = Body.objects.filter(code=code).first()
    if found is None:
        raise InputProblem(f"There is no body {code}.", next_step="Type: upheld bodies list")
    return found


def _person(name: str) -> User:
    from upheld.store.models import User  # noqa: PLC0415  # needs an open folder

    found = User.objects.filter(username=name).first()
    if found is None:
        raise InputProblem(f"There is no user named {name}.", next_step="Type: upheld users")
    return found
