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


def command(data: DataFolder, host: Host = HOST, port: Port = PORT) -> None:
    """Serve a data folder on this computer.

    Other computers reach it only if `--host` names an address of the network; put a server with
    TLS in front and list its name in UPHELD_HOSTS.

    Example: `upheld serve --data DIR --port 9000`
    """
    operator = open_folder(data)
    serve(host, port, operator=operator)
