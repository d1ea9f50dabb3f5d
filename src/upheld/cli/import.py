"""``upheld import``: lists that others publish into the data folder, as records."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from upheld.cli.data_folder import DataFolder
from upheld.cli.import_progress import ImportProgress
from upheld.cli.ingest import content_of
from upheld.cli.main import explain
from upheld.cli.stored_data import open_folder
from upheld.core.errors import InputProblem, UpheldError
from upheld.reading.sandbox import Sandbox

if TYPE_CHECKING:
    from upheld.store.models import User


def command(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="JSON, XLSX or CSV as published; tables, lists."),
    ],
    data: DataFolder,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen and keep nothing.")
    ] = False,
    batch: Annotated[
        int,
        typer.Option(
            metavar="ROWS",
            min=1,
            help="Rows that are kept at once; what an interrupted run has to do again at most.",
        ),
    ] = 7_500,
) -> None:
    """Import lists that others publish: OHCHR's Universal Human Rights Index, UPR Info.

    Takes the Index's full export (JSON of any size), the workbook that its search gives out, and
    UPR Info's CSV; a thematic list of OHCHR or a ministry's table is taken in as `upheld ingest`
    does. Says how many records were new, changed and unchanged, which rows were refused, and which
    labels no list has. The same file again changes nothing; a run that was interrupted goes on
    where it stopped. Exits with 2 if a file could not be read; the others are imported.

    Example: `upheld import export-uhri.json`

    Example: `upheld import recommendations.csv --dry-run`
    """
    operator = open_folder(data)
    failed = 0
    with Sandbox() as sandbox, ImportProgress() as shown:
        for file in files:
            try:
                shown.begin(file.name)
                _import(operator, file, dry_run, batch, sandbox, shown)
            except UpheldError as problem:
                failed += 1
                print(f"{file.name}: {explain(problem)}", file=sys.stderr)
        if not dry_run and failed < len(files):
            _make_searchable(shown)
    if not dry_run and failed < len(files):
        _say_what_is_due()
    if failed:
        raise typer.Exit(InputProblem.exit_code)


def _import(
    operator: User, file: Path, dry_run: bool, batch: int, sandbox: Sandbox, shown: ImportProgress
) -> None:
    from upheld.services.import_published import (  # noqa: PLC0415  # needs an open folder
        NotPublished,
        import_list,
    )

    if not file.is_file():
        content_of(file)
    try:
        report = import_list(
            operator,
            path=file,
            dry_run=dry_run,
            progress=shown.step,
            sandbox=sandbox,
            batch=batch,
        )
    except NotPublished:
        _ingest(operator, file, dry_run, sandbox, shown)
    else:
        shown.finish(report)


def _ingest(
    operator: User, file: Path, dry_run: bool, sandbox: Sandbox, shown: ImportProgress
) -> None:
    """A document or a ministry's table: what it brought, in the words of an import."""
    from upheld.services.import_report import ImportReport  # noqa: PLC0415  # needs an open folder
    from upheld.services.ingest import ingest_file  # noqa: PLC0415  # needs an open folder

    taken = ingest_file(
        operator, name=file.name, content=content_of(file), dry_run=dry_run, sandbox=sandbox
    )
    counts = Counter(
        new=len(taken.added),
        changed=len(taken.changed) + len(taken.withdrawn) + taken.positions + taken.labels,
        unchanged=taken.unchanged,
    )
    refused = [finding for finding in taken.findings if finding.code.startswith("row.")]
    shown.finish(
        ImportReport(
            taken.name,
            taken.sha256,
            taken.kind,
            counts=counts,
            refused=Counter(finding.code for finding in refused),
            findings=refused,
            rows=counts.total() + len(refused),
            dry_run=dry_run,
        )
    )


def _make_searchable(shown: ImportProgress) -> None:
    from upheld.store.search_index import search_index  # noqa: PLC0415  # slow import

    shown.begin("search index")
    search_index()


def _say_what_is_due() -> None:
    from upheld.services.propose_labels import waiting_texts  # noqa: PLC0415  # open folder

    if unread := waiting_texts():
        typer.echo(
            f"{unread:,} records wait to be read for labels: upheld serve does that beside the "
            "pages, upheld label at once"
        )
