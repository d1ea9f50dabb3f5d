"""``upheld list``: documents, records or findings on the terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from upheld.cli.chosen_records import Position, State, Symbol, chosen
from upheld.cli.data_folder import DataFolder
from upheld.cli.stored_data import open_folder

if TYPE_CHECKING:
    from upheld.store.models import User


# What people copy must stand in one piece.
UNBROKEN = frozenset({"id", "number", "symbol", "date", "code"})


class What(StrEnum):
    """What is listed."""

    DOCUMENTS = "documents"
    RECORDS = "records"
    FINDINGS = "findings"
    LABELS = "labels"


def command(
    data: DataFolder,
    what: Annotated[What, typer.Argument(help="What to list.")] = What.DOCUMENTS,
    state: State = "",
    symbol: Symbol = "",
    position: Position = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON array instead.")] = False,
) -> None:
    """List the documents, the records, the open findings or the labels of no known list.

    Example: `upheld list`

    Example: `upheld list records --state VNM --position noted --json`
    """
    operator = open_folder(data)
    rows = list(_rows(operator, what, chosen(state, symbol, position)))
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif rows:
        Console(soft_wrap=False).print(_table(rows))
    else:
        typer.echo(f"There are no {what} here.")


def _rows(operator: User, what: What, wanted: dict[str, str]) -> Iterable[dict[str, Any]]:
    from upheld.services.permissions import visible_to  # noqa: PLC0415  # needs an open folder
    from upheld.store.queries import records as queries  # noqa: PLC0415  # needs an open folder
    from upheld.store.queries.library import with_progress  # noqa: PLC0415  # needs an open folder

    if what is What.LABELS:
        yield from _labels(operator)
        return
    narrowed = {"state": wanted["state"], "symbol": wanted["symbol"]}
    if what is What.DOCUMENTS:
        documents = with_progress(visible_to(operator, queries.documents(**narrowed)))
        for document in documents:
            yield {
                "symbol": document.symbol,
                "title": document.title,
                "kind": document.kind,
                "states": [row.iso3 for row in document.states_under_review.all()],
                "date": document.date.isoformat() if document.date else None,
                "records": document.found,  # type: ignore[attr-defined]
                "checked": document.confirmed,  # type: ignore[attr-defined]
                "open_findings": document.open_findings,  # type: ignore[attr-defined]
            }
    elif what is What.FINDINGS:
        for finding in visible_to(operator, queries.open_findings(**narrowed)):
            yield {
                "symbol": finding.document.symbol,
                "page": finding.page,
                "severity": finding.severity,
                "code": finding.code,
                "message": finding.message,
                "next_step": finding.next_step,
            }
    else:
        records = queries.records(queries.RecordFilter(**wanted))
        for record in visible_to(operator, records):
            held = record.current_position
            yield {
                "id": record.public_id,
                "number": record.number,
                "text": record.text,
                "states": [row.iso3 for row in record.states.all()],
                "position": held.value if held else None,
                "review_state": record.review_state,
            }


def _labels(operator: User) -> Iterable[dict[str, Any]]:
    from upheld.services.label_mapping import waiting_labels  # noqa: PLC0415  # needs an open folder

    for row in waiting_labels(operator):
        yield {
            "taxonomy": row.taxonomy,
            "label": row.label,
            "records": row.records,
            "stands_for": row.mapped_to,
        }


def _table(rows: list[dict[str, Any]]) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in rows[0]:
        table.add_column(name.replace("_", " "), overflow="fold", no_wrap=name in UNBROKEN)
    for row in rows:
        table.add_row(*map(_cell, row.values()))
    return table


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(value)
    return "" if value is None else str(value)
