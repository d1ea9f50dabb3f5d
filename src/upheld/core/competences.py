"""Which body is usually competent for a theme: "Death penalty" is led by a ministry of justice.

Two small tables, ``data/competences.csv`` (label to portfolio) and ``data/portfolios.csv``
(portfolio to words in the names of ministries), give a new folder something to propose from, in
any State. They were recalled and compared with no act; confirmed assignments soon outweigh them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from upheld.core.fold import fold
from upheld.core.national_bodies import NationalBodyKind
from upheld.core.wording import Wording

COMPETENT_KINDS = frozenset(
    {
        NationalBodyKind.MINISTRY,
        NationalBodyKind.AGENCY,
        NationalBodyKind.COURT,
        NationalBodyKind.PROSECUTION,
        NationalBodyKind.PARLIAMENT,
    }
)
"""Kinds of bodies that the table can name; a union of workers is no ministry of labour."""


def competent_bodies(
    bodies: Iterable[tuple[str, str, Wording]],
) -> dict[str, tuple[str, tuple[str, ...]]]:
    """For each label of the table the code of the lead, and those of supporting bodies.

    ``bodies`` are code, kind and names. Labels whose portfolio no body has are left out.
    """
    named = [
        (code, fold(" · ".join(names.values())))
        for code, kind, names in bodies
        if kind in COMPETENT_KINDS
    ]
    holder = {name: _holder(levels, named) for name, levels in _portfolios().items()}
    found = {}
    for label, lead, support in _competences():
        code = holder[lead]
        others = tuple(dict.fromkeys(one for name in support if (one := holder[name])))
        if code:
            found[label] = (code, tuple(one for one in others if one != code))
    return found


def _holder(levels: list[list[re.Pattern[str]]], named: list[tuple[str, str]]) -> str:
    """The first body with words of the first level that any has; "" for none."""
    for level in levels:
        for code, name in named:
            if any(word.search(name) for word in level):
                return code
    return ""


@lru_cache(maxsize=1)
def _portfolios() -> Mapping[str, list[list[re.Pattern[str]]]]:
    return {
        row["portfolio"]: [
            [re.compile(r"\b" + re.escape(word.strip())) for word in level.split(";")]
            for level in row["words"].split(">")
        ]
        for row in _rows("portfolios.csv")
    }


@lru_cache(maxsize=1)
def _competences() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return tuple(
        (row["label"], row["lead"], tuple(filter(None, row["support"].split(";"))))
        for row in _rows("competences.csv")
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("upheld.core").joinpath("data", name).read_text(encoding="utf-8")
    yield from csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
