"""``upheld fetch``: a document from the UN document service by its symbol."""

from __future__ import annotations

from typing import Annotated

import typer

from upheld.cli.data_folder import DataFolder
from upheld.cli.ingest_progress import IngestProgress
from upheld.cli.stored_data import open_folder


def command(
    symbol: Annotated[str, typer.Argument(metavar="SYMBOL", help='Such as "A/HRC/57/6".')],
    data: DataFolder,
    language: Annotated[
        str, typer.Option("--lang", metavar="CODE", help="en, fr, es, ar, ru or zh.")
    ] = "en",
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="pdf or docx.")] = "pdf",
) -> None:
    """Take in a document from the UN document service by its symbol.

    This is the one command that asks another computer, and only for this document. Where the
    service does not hand it out, download the file in a browser and use `upheld ingest`.

    Example: `upheld fetch A/HRC/57/6 --lang en`
    """
    operator = open_folder(data)
    from upheld.services.fetch import fetch  # noqa: PLC0415  # needs an open folder
    from upheld.services.ingest import ingest_file  # noqa: PLC0415  # needs an open folder

    with IngestProgress(1) as shown:
        shown.begin(symbol)
        fetched = fetch(operator, symbol=symbol, language=language, format=format)
        report = ingest_file(
            operator,
            name=fetched.name,
            content=fetched.content,
            symbol_hint=symbol,
            progress=shown.step,
        )
        shown.finish(report)
