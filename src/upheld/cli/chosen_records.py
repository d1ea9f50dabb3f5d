"""The options by which `list` and `export` choose records."""

from __future__ import annotations

from typing import Annotated

import typer

from upheld.core.errors import InputProblem
from upheld.core.positions import Position as Positions
from upheld.core.states import find_state
from upheld.core.states import state as state_of

State = Annotated[
    str,
    typer.Option(
        "--state", metavar="STATE", help='The State under review, as code or name: VNM, "Viet Nam".'
    ),
]
Symbol = Annotated[
    str, typer.Option("--symbol", metavar="SYMBOL", help='The document: "A/HRC/26/6".')
]
Position = Annotated[Positions | None, typer.Option("--position", help="What the State answered.")]


def chosen(state: str, symbol: str, position: Positions | None) -> dict[str, str]:
    """The fields of a record filter; a State given by name becomes its code."""
    return {
        "state": _iso3(state) if state else "",
        "symbol": symbol,
        "position": position.value if position else "",
    }


def _iso3(named: str) -> str:
    try:
        return state_of(named.upper()).iso3
    except KeyError:
        found = find_state(named)
    if found is None:
        raise InputProblem(
            f"{named} is no State that the UN names.",
            next_step="Give its name in English, or its three-letter code such as VNM.",
        )
    return found.iso3
