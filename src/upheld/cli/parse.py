"""``upheld parse``: documents to JSON lines, without database, server or network."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track

from upheld.cli.parsed_lines import parsed_lines
from upheld.core.document import Document
from upheld.core.errors import InputProblem, UpheldError
from upheld.core.facts import DocumentFacts
from upheld.reading.limits import Limits, printed_size
from upheld.reading.problems import file_problem
from upheld.reading.sandbox import Sandbox


def command(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="PDF, DOCX, TXT or HTML documents.")
    ],
    folder: Annotated[
        Path,
        typer.Option("--jsonl", metavar="DIR", help="Where FILE.jsonl is written for each FILE."),
    ],
) -> None:
    """Read documents and write what they say as JSON lines; nothing is kept.

    The kind of each document is recognised by its words. `DIR/<name>.jsonl` has one line about
    the document and one for each recommendation. Exits with 2 if a file could not be read; the
    others are written all the same.

    Example: `upheld parse --jsonl out A_HRC_26_6.pdf A_HRC_26_6_Add.1.docx`
    """
    folder.mkdir(parents=True, exist_ok=True)
    failed = 0
    with Sandbox(Limits()) as sandbox:
        for file, target in _shown(list(_targets(files, folder))):
            try:
                _write(target, _read(sandbox, file))
            except UpheldError as problem:
                failed += 1
                _report(file, problem)
    if failed:
        raise typer.Exit(InputProblem.exit_code)


def _targets(files: list[Path], folder: Path) -> Iterator[tuple[Path, Path]]:
    """Each file with the file to write; a name that comes twice gets a number, and is said."""
    taken: dict[str, int] = {}
    for file in files:
        taken[file.stem] = count = taken.get(file.stem, 0) + 1
        name = file.stem if count == 1 else f"{file.stem}-{count}"
        if count > 1:
            print(f"{file}: written as {name}.jsonl, the name was taken", file=sys.stderr)
        yield file, folder / f"{name}.jsonl"


def _shown(pairs: list[tuple[Path, Path]]) -> Iterator[tuple[Path, Path]]:
    """The same pairs, with a bar on a terminal when there are many."""
    console = Console(stderr=True)
    return iter(
        track(
            pairs,
            description="Reading",
            console=console,
            transient=True,
            disable=not console.is_terminal or len(pairs) < 2,
        )
    )


def _read(sandbox: Sandbox, file: Path) -> Iterator[dict[str, Any]]:
    limit = sandbox.limits.file_bytes
    try:
        # Asked before reading, so that an enormous file costs no memory here either.
        if (size := file.stat().st_size) > limit:
            raise file_problem(
                "file.too_large", file.name, size=printed_size(size), limit=printed_size(limit)
            )
        content = file.read_bytes()
    except OSError as error:
        raise InputProblem(
            f"The file cannot be opened: {error.strerror}.",
            next_step="Check the name and whether you may read it.",
        ) from error
    start = perf_counter()
    answer = sandbox.call("upheld.parsing.parser:read_and_parse", file.name, content)
    return parsed_lines(
        Document.from_dict(answer["document"]),
        DocumentFacts.from_dict(answer["facts"]),
        perf_counter() - start,
    )


def _write(target: Path, lines: Iterator[dict[str, Any]]) -> None:
    """Writes beside the target first: a file with that name is always whole."""
    unfinished = target.with_name(f".{target.name}.part")
    with unfinished.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    unfinished.replace(target)


def _report(file: Path, problem: UpheldError) -> None:
    """One line per failure: the file, what is wrong with it, and what to do about it."""
    print(
        " ".join(filter(None, [f"{file}: {problem.message}", problem.next_step])), file=sys.stderr
    )
