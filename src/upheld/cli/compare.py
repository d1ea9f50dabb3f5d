"""``upheld compare``: is it the same demand? Pairs of texts to probabilities with their reasons."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Annotated, Any

import typer

from upheld.core.errors import InputProblem

AT_ONCE = 256


def command(
    as_json: Annotated[
        bool,
        typer.Option("--json", help="Read and write JSON lines; without it, words to read."),
    ] = False,
) -> None:
    """Say of pairs of English texts whether they ask for the same, and why.

    Reads `{"a": "...", "b": "..."}` a line from standard input. With `--json` answers
    `{"same": probability, "why": [...]}` a line, in the same order. Nothing is kept.

    Example: `upheld compare --json < pairs.jsonl`
    """
    from upheld.analysis.same_demand import compare  # noqa: PLC0415 - slow import, not for --help

    for a, b in _ahead(_pairs(sys.stdin)):
        found = compare(a, b)
        if as_json:
            why = [
                {
                    "feature": reason.feature,
                    "effect": reason.effect,
                    "sentence": reason.sentence,
                    "a": reason.values[0],
                    "b": reason.values[1],
                }
                for reason in found.why
            ]
            answer = {"same": round(found.probability, 4), "softened": found.softened, "why": why}
            print(json.dumps(answer, ensure_ascii=False))
        else:
            print(f"{found.probability:.0%} the same demand")
            for reason in found.why:
                print(f"  {reason.effect:+.1f} {reason.sentence} {_shown(reason.values)}".rstrip())


def _pairs(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The two texts of each line; a line that is none stops the command and says which it is."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            pair: Any = json.loads(line)
            a, b = pair["a"], pair["b"]
        except (ValueError, KeyError, TypeError):
            a = b = None
        if not isinstance(a, str) or not isinstance(b, str):
            raise InputProblem(
                f"Line {number} is no pair of texts.",
                next_step='Write each pair as {"a": "Ratify CAT", "b": "Accede to CAT"}.',
            )
        yield a, b


def _ahead(pairs: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The same pairs, made ready many at once, which is faster."""
    from upheld.analysis.same_demand import understood  # noqa: PLC0415 - slow import

    while block := list(islice(pairs, AT_ONCE)):
        understood([text for pair in block for text in pair])
        yield from block


def _shown(values: tuple[tuple[str, ...], tuple[str, ...]]) -> str:
    one, other = (", ".join(value) for value in values)
    return f"({one or '-'} | {other or '-'})" if one or other else ""
