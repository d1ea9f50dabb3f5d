"""What the parts of a demand are called: the act ``ratify`` is "phê chuẩn hoặc gia nhập".

Pages that say why two records may ask for the same name acts, persons, themes, instruments and
standard demands, in the reader's language. ``data/demand_names.csv`` has the terms and the
instruments, ``data/standard_demands.csv`` the standard demands, each in English and Vietnamese,
written for this. Numbers and articles are called what they are.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from upheld.analysis.demand_terms import TermKind
from upheld.core.treaties import instrument

VIETNAMESE = "vi"

_KIND_OF = {
    "acts": TermKind.ACT,
    "groups": TermKind.GROUP,
    "themes": TermKind.THEME,
    "objects": TermKind.OBJECT,
}
_ILO = re.compile(r"ILO-C(\d{1,3})")


def named(part: str, value: str, language: str) -> str:
    """A value of a part of ``demand_features``, in words of ``language``, "en" or "vi".

    >>> named("instruments", "ILO-C169", "vi")
    'Công ước số 169 của Tổ chức Lao động quốc tế'
    """
    in_vietnamese = language == VIETNAMESE
    if part == "standard":
        return standard_demand_names()[value] if in_vietnamese else value
    if part == "instruments":
        return _vietnamese_title(value) if in_vietnamese else instrument(value).short
    if part in _KIND_OF:
        return term_names()[_KIND_OF[part], value][in_vietnamese]
    return value


@cache
def term_names() -> dict[tuple[TermKind, str], tuple[str, str]]:
    """The English and the Vietnamese name of each term of ``demand_terms``."""
    return {
        (TermKind(row["kind"]), row["name"]): (row["en"], row["vi"])
        for row in _rows("demand_names.csv")
        if row["kind"] != "instrument"
    }


@cache
def instrument_names() -> dict[str, str]:
    """The Vietnamese name of each instrument by its code, those of the ILO's conventions apart."""
    rows = _rows("demand_names.csv")
    return {row["name"]: row["vi"] for row in rows if row["kind"] == "instrument"}


@cache
def standard_demand_names() -> dict[str, str]:
    """The Vietnamese name of each standard demand by its English one."""
    return {row["en"]: row["vi"] for row in _rows("standard_demands.csv")}


def _vietnamese_title(code: str) -> str:
    numbered = _ILO.fullmatch(code)
    if numbered:
        return f"Công ước số {numbered[1]} của Tổ chức Lao động quốc tế"
    return instrument_names()[code]


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("upheld.analysis").joinpath("data", name).read_text(encoding="utf-8")
    return csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
