"""``upheld search``: records that answer a question in Vietnamese or English."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from upheld.cli.chosen_records import State, chosen
from upheld.cli.data_folder import DataFolder
from upheld.cli.stored_data import open_folder

if TYPE_CHECKING:
    from upheld.services.search import Answer, Hit

Question = Annotated[str, typer.Argument(metavar="QUERY", help="What is looked for.")]
Theme = Annotated[
    list[str] | None,
    typer.Option("--theme", metavar="THEME", help="Only records with this label; may be repeated."),
]
Mechanism = Annotated[
    list[str] | None,
    typer.Option(
        "--mechanism", metavar="CODE", help="Only of this body: UPR, CCPR, CAT; may be repeated."
    ),
]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=0, help="Records shown.")]


def command(
    data: DataFolder,
    query: Question,
    state: State = "",
    theme: Theme = None,
    mechanism: Mechanism = None,
    limit: Limit = 20,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead.")] = False,
) -> None:
    """Find records by words, phrases, AND OR NOT ( ), beginnings*, and fields such as cycle:3.

    Fields: state, from, theme, position, cycle, body, kind, symbol, number, year. A question in
    Vietnamese, with or without its marks, finds English records; the first line says how it was
    understood.

    Example: `upheld search "chồng đánh vợ chu kỳ 3"`

    Example: `upheld search --json "death penalty NOT moratorium" --state VNM --limit 5`
    """
    operator = open_folder(data)
    from upheld.services.question_words import interpreted_as  # noqa: PLC0415  # open folder
    from upheld.services.search import search  # noqa: PLC0415  # needs an open folder

    wanted = chosen(state, "", None)["state"]
    facets = {"state": [wanted] if wanted else [], "theme": theme or [], "body": mechanism or []}
    answer = search(operator, query, facets=facets, limit=limit)
    told = interpreted_as(answer.question)
    if as_json:
        typer.echo(json.dumps(_as_json(answer, told), ensure_ascii=False))
        return
    typer.echo(told)
    for hit in answer.hits:
        found = _hit(hit)
        typer.echo(f"\n{found['symbol']} {found['number']} [{found['state']}]\n{found['text']}")
    typer.echo(f"\n{len(answer.hits)} of {answer.total} records")


def _as_json(answer: Answer, told: str) -> dict[str, Any]:
    return {
        "total": answer.total,
        "hits": [_hit(hit) for hit in answer.hits],
        "facets": {name: dict(counts) for name, counts in answer.facets.items()},
        "interpreted_as": told,
    }


def _hit(hit: Hit) -> dict[str, Any]:
    record = hit.record
    return {
        "id": record.public_id,
        "text": record.text,
        "symbol": record.document.symbol,
        "number": record.number,
        "state": ", ".join(record.document.states),
        "score": hit.score,
    }
