"""``upheld ingest``: documents into the data folder, as records to check."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from upheld.cli.data_folder import DataFolder
from upheld.cli.ingest_progress import IngestProgress
from upheld.cli.main import explain
from upheld.cli.stored_data import open_folder
from upheld.core.errors import InputProblem, UpheldError
from upheld.reading.limits import in_force, printed_size
from upheld.reading.problems import file_problem
from upheld.reading.sandbox import Sandbox

if TYPE_CHECKING:
    from upheld.store.models import User

LISTS = (".json", ".csv", ".xlsx", ".xls", ".ods")
"""Endings of files that may be a list which OHCHR or UPR Info publish; their content decides."""

Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="COLUMN=FIELD",
        help="How a column of a national table is to be read; may be given several times.",
    ),
]


def command(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="PDF, DOCX, XLSX, CSV, JSON, HTML, TXT.")
    ],
    data: DataFolder,
    columns: Columns = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen and keep nothing.")
    ] = False,
) -> None:
    """Take documents into the data folder, as records to check.

    The same file again changes nothing; a corrected or final version updates its records and
    keeps their ids. Exits with 2 if a file could not be read; the others are taken in all the
    same. A list that OHCHR or UPR Info publish is recognised and imported, as `upheld import` does.

    Example: `upheld ingest A_HRC_26_6.pdf A_HRC_26_6_Add.1.pdf`

    Example: `upheld ingest table.xlsx --map "Khuyến nghị=text" --dry-run`
    """
    mapping = dict(_pairs(columns or []))
    operator = open_folder(data)
    failed = 0
    with Sandbox() as sandbox, IngestProgress(len(files)) as shown:
        for file in files:
            try:
                shown.begin(file.name)
                _take_in(operator, file, mapping, dry_run, sandbox, shown)
            except UpheldError as problem:
                failed += 1
                shown.fail()
                print(f"{file.name}: {explain(problem)}", file=sys.stderr)
    if failed:
        raise typer.Exit(InputProblem.exit_code)


def _take_in(
    operator: User,
    file: Path,
    mapping: dict[str, str],
    dry_run: bool,
    sandbox: Sandbox,
    shown: IngestProgress,
) -> None:
    from upheld.services.import_published import (  # noqa: PLC0415  # needs an open folder
        NotPublished,
        import_list,
    )
    from upheld.services.ingest import ingest_file  # noqa: PLC0415  # needs an open folder

    if file.suffix.lower() in LISTS and not mapping:
        content_of(file)
        with suppress(NotPublished):
            brought = import_list(operator, path=file, dry_run=dry_run, sandbox=sandbox)
            shown.finish_list(brought)
            return
    report = ingest_file(
        operator,
        name=file.name,
        content=content_of(file),
        mapping=mapping,
        dry_run=dry_run,
        progress=shown.step,
        sandbox=sandbox,
    )
    shown.finish(report)


def content_of(file: Path) -> bytes:
    """The bytes of a file that the user named, refused before reading when it is enormous."""
    limit = in_force().file_bytes
    try:
        if (size := file.stat().st_size) > limit:
            raise file_problem(
                "file.too_large", file.name, size=printed_size(size), limit=printed_size(limit)
            )
        return file.read_bytes()
    except OSError as error:
        raise InputProblem(
            f"The file cannot be opened: {error.strerror}.",
            next_step="Check the name and whether you may read it.",
        ) from error


def _pairs(columns: list[str]) -> Iterator[tuple[str, str]]:
    for column in columns:
        name, equals, field = column.rpartition("=")
        if not equals or not name or not field:
            raise InputProblem(
                f"--map {column} is not COLUMN=FIELD.",
                next_step='Write it like --map "Khuyến nghị=text".',
            )
        yield name.strip(), field.strip()
