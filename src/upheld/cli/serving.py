"""Serving a data folder from this process: pages, and beside them reading, labels and reminders."""

from __future__ import annotations

import errno
import signal
import socket
from contextlib import suppress
from typing import TYPE_CHECKING

import typer

from upheld.cli.serving_processes import ServingProcesses
from upheld.core.errors import Unavailable

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

    from upheld.store.models import User

HOST = "127.0.0.1"
PORT = 8000
ADDRESS = f"http://{HOST}:{PORT}"
THREADS = 8


def link_for(operator: User, person: User, address: str, destination: str = "") -> str:
    """A new sign-in link for ``person``; ``destination`` is the page that opens after it."""
    from django.urls import reverse  # noqa: PLC0415  # needs an open folder
    from django.utils.http import urlencode  # noqa: PLC0415  # needs an open folder

    from upheld.services.sign_in import make_link  # noqa: PLC0415  # needs an open folder

    link = address.rstrip("/") + reverse("enter", args=[make_link(operator, user=person)])
    return f"{link}?{urlencode({'next': destination})}" if destination else link


def serve(
    host: str, port: int, *, operator: User, destination: str = "", processes: int = 1
) -> None:
    """Serve until interrupted; prints the address and a sign-in link once the port is open.

    The first of ``processes`` reads added files, has labels proposed and sends reminders.
    """
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415  # needs an open folder
    from django.db import connection  # noqa: PLC0415  # needs an open folder

    from upheld.services.label_worker import LabelWorker  # noqa: PLC0415  # needs a folder
    from upheld.services.reading_worker import ReadingWorker  # noqa: PLC0415  # needs a folder
    from upheld.services.reminder_worker import ReminderWorker  # noqa: PLC0415  # needs a folder

    application = get_wsgi_application()
    listening = _listening(host, port)
    address = f"http://{host}:{listening.getsockname()[1]}"
    for signal_ in (signal.SIGINT, signal.SIGTERM):
        # Also where it was started in the background, by a shell that has Ctrl-C ignored there.
        signal.signal(signal_, signal.default_int_handler)
    # On PostgreSQL other processes may read for the same database; in a folder this one is alone.
    worker = ReadingWorker(alone=connection.vendor == "sqlite")
    others = ServingProcesses(processes - 1, lambda: _answer(application, listening))
    # Waitress ends quietly by Ctrl-C; one that comes before or after it ends as quietly.
    with others, suppress(KeyboardInterrupt), worker, LabelWorker(), ReminderWorker():
        typer.echo(f"Upheld serves on {address}")
        typer.echo("Sign in with this link; it works once, within 24 hours:")
        typer.echo(f"  {link_for(operator, operator, address, destination)}")
        typer.echo("Stop with Ctrl-C.")
        _answer(application, listening)


def _listening(host: str, port: int) -> socket.socket:
    """The open port; ``Unavailable`` when another program has it."""
    family, *_rest, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    try:
        return socket.create_server(place[:2], family=family)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise Unavailable(
            f"Port {port} is taken by another program.",
            next_step=f"Type the same command with --port {port + 1}.",
        ) from None


def _answer(application: WSGIApplication, listening: socket.socket) -> None:
    """Answer with pages until interrupted."""
    from waitress.server import create_server  # noqa: PLC0415  # only servers need it

    create_server(
        application,
        sockets=[listening],
        threads=THREADS,
        ident="upheld",
        # Only a program on this machine may say where the reader is and came over TLS.
        trusted_proxy=HOST,
        trusted_proxy_headers={"x-forwarded-for", "x-forwarded-proto"},
    ).run()
