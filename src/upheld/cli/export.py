"""``upheld export``: records as a file, with the columns that lead back to their source."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from upheld.cli.chosen_records import Position, State, Symbol, chosen
from upheld.cli.data_folder import DataFolder
from upheld.cli.serving import ADDRESS
from upheld.cli.stored_data import open_folder


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write; - for the screen.")],
    data: DataFolder,
    format: Annotated[
        str,
        typer.Option("--format", metavar="FORMAT", help="csv, xlsx, json; else by FILE's ending."),
    ] = "",
    state: State = "",
    symbol: Symbol = "",
    position: Position = None,
    query: Annotated[
        str, typer.Option("--query", metavar="QUERY", help="What `upheld search` would find.")
    ] = "",
    address: Annotated[
        str, typer.Option("--address", metavar="URL", help="Where links lead.")
    ] = ADDRESS,
) -> None:
    """Write records as CSV, XLSX or JSON, with their source columns.

    Without a choice every record in force is written, noted ones beside supported ones. With a
    question they come in the order of its results. Each row says what was asked for and when.

    Example: `upheld export vietnam.xlsx --state "Viet Nam"`

    Example: `upheld export children.csv --query "quyền trẻ em" --state VNM`

    Example: `upheld export - --format csv --symbol A/HRC/26/6 --position noted`
    """
    operator = open_folder(data)
    from django.urls import reverse  # noqa: PLC0415  # needs an open folder

    from upheld.services.export import export_records  # noqa: PLC0415  # needs an open folder
    from upheld.services.record_view import RecordView  # noqa: PLC0415  # needs an open folder
    from upheld.services.selection import Selection  # noqa: PLC0415  # needs an open folder

    view = RecordView.of([("q", query), *chosen(state, symbol, position).items()])
    export = export_records(
        operator,
        selection=Selection(view=view),
        format=format or file.suffix.lstrip(".").lower() or "csv",
        link_to=lambda public_id: address.rstrip("/") + reverse("recommendation", args=[public_id]),
    )
    if str(file) == "-":
        sys.stdout.buffer.write(export.content)
    else:
        file.write_bytes(export.content)
