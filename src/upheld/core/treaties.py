"""International instruments: "Optional Protocol to the Convention against Torture", OP-CAT.

The nine core treaties and their protocols, the conventions of the International Labour
Organization that reviews name, refugee, humanitarian, arms, environment and regional treaties, and
the declarations and principles that recommendations cite. ``data/instruments.csv`` holds the table
with its sources. A code stands for exactly one instrument; OP-CRC alone stands for a text that
names an Optional Protocol to the Convention on the Rights of the Child without saying which.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files


class InstrumentKind(StrEnum):
    """What an instrument is: CORE for the nine treaties that have a treaty body."""

    CORE = "core"
    PROTOCOL = "protocol"
    UNSPECIFIED = "unspecified"
    UNIVERSAL = "universal"
    ILO = "ilo"
    HUMANITARIAN = "humanitarian"
    ARMS = "arms"
    UNESCO = "unesco"
    PRIVATE = "private"
    ENVIRONMENT = "environment"
    REGIONAL = "regional"
    DECLARATION = "declaration"
    PRINCIPLES = "principles"


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument: code "OP-CAT", its title as adopted, a short name, year of adoption.

    ``untc`` is its number in the UN Treaty Collection ("IV-9-b") or empty; ``body`` the code of
    the treaty body that supervises it ("SPT"); ``parent`` the code of the treaty to which it is a
    protocol. In ``abbreviations`` a hyphen stands for a hyphen, a blank or nothing.
    """

    code: str
    title: str
    short: str
    kind: InstrumentKind
    year: int | None
    untc: str
    body: str
    parent: str
    abbreviations: tuple[str, ...]


def _read() -> tuple[Instrument, ...]:
    text = files("upheld.core").joinpath("data", "instruments.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        Instrument(
            code=row["code"],
            title=row["title"],
            short=row["short"],
            kind=InstrumentKind(row["kind"]),
            year=int(row["year"]) if row["year"] else None,
            untc=row["untc"],
            body=row["body"],
            parent=row["parent"],
            abbreviations=tuple(filter(None, row["abbreviations"].split("|"))),
        )
        for row in rows
    )


INSTRUMENTS: tuple[Instrument, ...] = _read()
_BY_CODE = {instrument.code: instrument for instrument in INSTRUMENTS}
_ILO = re.compile(r"ILO-C(\d{1,3})")


def instrument(code: str) -> Instrument:
    """The instrument of a code; ``ILO-C77`` and its like exist for every convention of the ILO.

    Raises KeyError for a code that is none.
    """
    numbered = _ILO.fullmatch(code)
    if code not in _BY_CODE and numbered:
        name = f"ILO Convention No. {numbered[1]}"
        return Instrument(code, name, name, InstrumentKind.ILO, None, "", "", "", ())
    return _BY_CODE[code]


def is_instrument(code: str) -> bool:
    """Whether an instrument has this code, a convention of the ILO by its number among them."""
    return code in _BY_CODE or bool(_ILO.fullmatch(code))


def protocols_of(code: str) -> tuple[str, ...]:
    """Codes of the protocols to a treaty, the oldest first: ICCPR gives ICCPR-OP1, ICCPR-OP2."""
    return tuple(
        found.code
        for found in INSTRUMENTS
        if found.parent == code and found.kind is not InstrumentKind.UNSPECIFIED
    )
