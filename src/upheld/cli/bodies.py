"""``upheld bodies``: the tree of a State's bodies on the terminal, and as a table in and out."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from upheld.cli.data_folder import DataFolder
from upheld.cli.ingest import content_of
from upheld.cli.stored_data import open_folder
from upheld.core.errors import InputProblem
from upheld.core.typed_days import day_typed

if TYPE_CHECKING:
    from upheld.services.body_import import TreeReport
    from upheld.services.body_tree import Group
    from upheld.store.models import User


class Act(StrEnum):
    """What is done with the tree."""

    LIST = "list"
    LOAD = "load"
    IMPORT = "import"
    EXPORT = "export"


def command(
    act: Annotated[Act, typer.Argument(help="What to do.")],
    data: DataFolder,
    what: Annotated[
        str,
        typer.Argument(
            metavar="STATE|FILE", help="A State by its three letters, or a table to import."
        ),
    ] = "",
    on: Annotated[str, typer.Option(metavar="DAY", help="The tree as of this day.")] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change and keep nothing.")
    ] = False,
) -> None:
    """List a State's bodies, load the tree that comes with Upheld, import or export a table.

    Trees for VNM (Viet Nam) and XSP (the specimen State) come with Upheld; any other State's is
    imported. An import is taken whole or not at all, and names the line and column of what cannot
    be used; the same table again changes nothing.

    Example: `upheld bodies load VNM`

    Example: `upheld bodies list VNM --on 2025-06-30`

    Example: `upheld bodies export VNM > bodies.csv`

    Example: `upheld bodies import bodies.csv --dry-run`
    """
    operator = open_folder(data)
    from upheld.services.body_export import export_bodies  # noqa: PLC0415  # needs an open folder
    from upheld.services.body_import import import_bodies  # noqa: PLC0415  # needs an open folder
    from upheld.services.body_trees import shipped_tree  # noqa: PLC0415  # needs an open folder

    match act:
        case Act.LIST:
            _list(operator, what.upper(), on)
        case Act.EXPORT:
            sys.stdout.buffer.write(export_bodies(operator, state=what.upper()).encode())
        case Act.LOAD:
            text = shipped_tree(what.upper())
            _say(import_bodies(operator, text=text, dry_run=dry_run))
        case Act.IMPORT:
            text = _text(Path(what))
            _say(import_bodies(operator, text=text, dry_run=dry_run))


def _list(operator: User, state: str, on: str) -> None:
    from django.utils import timezone  # noqa: PLC0415  # needs an open folder

    from upheld.services.body_tree import tree  # noqa: PLC0415  # needs an open folder

    day = day_typed(on) if on else timezone.localdate()
    if day is None:
        raise InputProblem(f"“{on}” is no day.", next_step="Write it as 30/06/2025.")
    groups = tree(operator, day=day, state=state)
    if not groups:
        typer.echo("There are no bodies here. Type: upheld bodies load VNM")
    _branches(groups, 0)


def _branches(groups: list[Group], depth: int) -> None:
    for group in groups:
        for branch in group.branches:
            body = branch.body
            mark = "" if body.checked else " ?"
            typer.echo(f"{'  ' * depth}{body.code}  {body.name_in('en')} ({body.kind}){mark}")
            _branches(branch.groups, depth + 1)


def _text(file: Path) -> str:
    try:
        return content_of(file).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputProblem(
            f"{file.name} is no text in UTF-8.",
            next_step="Save it in the spreadsheet program as “CSV UTF-8”.",
        ) from error


def _say(report: TreeReport) -> None:
    if report.findings:
        raise InputProblem("Nothing was taken in.", findings=report.findings)
    begin = "nothing was kept; it would be: " if report.dry_run else ""
    typer.echo(
        f"{begin}{len(report.new)} new, {len(report.changed)} changed, "
        f"{report.unchanged} unchanged; assignments handed on: {report.moved.assignments}"
    )
    for code, fields in report.changed.items():
        for name, (old, new) in fields.items():
            typer.echo(f"  {code} {name}: {old} > {new}")
