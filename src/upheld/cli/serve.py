"""``upheld serve``: a data folder as pages on this computer."""

from __future__ import annotations

from typing import Annotated

import typer

from upheld.cli.data_folder import DataFolder
from upheld.cli.serving import HOST, PORT, serve
from upheld.cli.stored_data import open_folder

Host = Annotated[
    str, typer.Option("--host", metavar="ADDRESS", help="The address of this computer to serve on.")
]
Port = Annotated[int, typer.Option("--port", metavar="NUMBER", help="The port; 0 for a free one.")]

Processes = Annotated[
    int,
    typer.Option(
        "--processes",
        metavar="NUMBER",
        min=1,
        help="How many processes answer; one keeps one core of this computer busy.",
    ),
]


def command(
    data: DataFolder, host: Host = HOST, port: Port = PORT, processes: Processes = 1
) -> None:
    """Serve a data folder on this computer.

    Other computers reach it only if `--host` names an address of the network; put a server with
    TLS in front and list its name in UPHELD_HOSTS. Where many people search at the same time,
    `--processes` of as many as the computer has cores answers them sooner; the first of them also
    reads added files and sends reminders. Not on Windows.

    Example: `upheld serve --data DIR --port 9000`
    """
    operator = open_folder(data)
    serve(host, port, operator=operator, processes=processes)
