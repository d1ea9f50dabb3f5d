"""``upheld classify``: texts of recommendations to proposed labels, one JSON line for another."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from upheld.core.errors import InputProblem

if TYPE_CHECKING:
    from upheld.analysis.classify import Classification
    from upheld.analysis.issues import Proposal

BATCH = 1024


def command(
    as_lines: Annotated[
        bool, typer.Option("--jsonl", help="Read and write JSON lines; the only form there is.")
    ] = False,
    why: Annotated[
        bool, typer.Option("--why", help="Give with each label the words that spoke for it.")
    ] = False,
) -> None:
    """Propose issues, action category, SDG goals and targets, persons and themes for English texts.

    Reads `{"id": 1, "text": "..."}` a line from standard input and answers a line for each, in the
    same order: `issues` in UPR Info's 54 names, `action` from 1 (minimal) to 5 (specific), `sdgs`
    the goals and `targets` theirs ("16.3"), `persons` and `themes` in OHCHR's names; only labels
    over the threshold, best first. With `--why` also the instruments and bodies named and the marks
    of quality. Nothing is kept.

    Example: `upheld classify --jsonl < texts.jsonl > labels.jsonl`
    """
    from upheld.analysis.classify import classify  # noqa: PLC0415 - slow import, not for --help

    if not as_lines:
        raise InputProblem("Say --jsonl.", next_step="Type: upheld classify --jsonl < FILE")
    units = _units(sys.stdin)
    while batch := list(islice(units, BATCH)):
        found = classify([text for _, text in batch], why=why)
        for (name, text), labels in zip(batch, found, strict=True):
            print(json.dumps(_line(name, text, labels, why), ensure_ascii=False))


def _units(lines: Iterable[str]) -> Iterator[tuple[Any, str]]:
    """Id and text of each line; a line that is none stops the command and says which it is."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            unit = json.loads(line)
            name, text = unit["id"], unit["text"]
        except (ValueError, KeyError, TypeError):
            name = text = None
        if not isinstance(text, str):
            raise InputProblem(
                f"Line {number} is no text with an id.",
                next_step='Write each text as {"id": 1, "text": "Ratify OP-CAT"}.',
            )
        yield name, text


def _line(name: Any, text: str, labels: Classification, why: bool) -> dict[str, Any]:
    line: dict[str, Any] = {
        "id": name,
        "issues": _proposals(labels.issues, why),
        "action": {"label": labels.action, "score": labels.action_score},
        "sdgs": _proposals(labels.sdgs, why),
        "targets": _proposals(labels.targets, why),
        "persons": _proposals(labels.persons, why),
        "themes": _proposals(labels.themes, why),
    }
    if why:
        line["action"]["why"] = list(labels.action_why)
        line |= _named(text)
    return line


def _named(text: str) -> dict[str, Any]:
    """The instruments and bodies that the text names, and its marks of quality."""
    from upheld.analysis.bodies_named import find_bodies  # noqa: PLC0415 - slow import
    from upheld.analysis.instruments import instrument_codes  # noqa: PLC0415 - slow import
    from upheld.analysis.quality_marks import quality_marks  # noqa: PLC0415 - slow import

    return {
        "instruments": list(instrument_codes(text)),
        "bodies": list(dict.fromkeys(mention.code for mention in find_bodies(text))),
        "marks": asdict(quality_marks(text)),
    }


def _proposals(proposals: Iterable[Proposal], why: bool) -> list[dict[str, Any]]:
    return [
        {"label": found.label, "score": found.score} | ({"why": list(found.why)} if why else {})
        for found in proposals
    ]
