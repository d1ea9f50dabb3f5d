"""The table of States and other parties that UN human-rights documents name, read once.

193 Members of the United Nations; the Holy See and the State of Palestine (observers); the Cook
Islands and Niue; Kosovo and the European Union (entities); and Sarovia, the specimen State of the
project's own test documents. Sources and dates stand at the head of ``data/states.csv``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType

# Codes that UN symbols and older lists print where ISO 3166 has another: FIJ stands beside FJI in
# Council session reports.
CODES_BESIDE_ISO = {"FIJ": "FJI", "ROM": "ROU", "ZAR": "COD", "TMP": "TLS"}

LANGUAGES_OF_NAMES = ("en", "fr", "es", "ru", "ar", "zh", "vi")


class StateKind(StrEnum):
    """What the United Nations holds the party to be."""

    MEMBER = "member"
    OBSERVER = "observer"
    NON_MEMBER = "non_member"
    ENTITY = "entity"
    SPECIMEN = "specimen"


class RegionalGroup(StrEnum):
    """The five regional groups of Member States; NONE for parties outside them."""

    AFRICAN = "african"
    ASIA_PACIFIC = "asia_pacific"
    EASTERN_EUROPEAN = "eastern_european"
    LATIN_AMERICAN_CARIBBEAN = "latin_american_caribbean"
    WESTERN_EUROPEAN_OTHER = "western_european_other"
    NONE = ""


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """A State or other party: "Viet Nam", ISO 3166 code VNM, "Socialist Republic of Viet Nam".

    ``name`` is the current UN short name in English; ``names`` the short names by language code
    (en, fr, es, ru, ar, zh, vi), ``formal_names`` the same without Vietnamese. ``m49`` keeps its
    zeros ("004"). ``footnote`` is what the UN prints beneath the name, for Kosovo.
    There is one object per State: compare with ``is`` or by ``iso3``.
    """

    iso3: str
    iso2: str
    m49: str
    kind: StateKind
    group: RegionalGroup
    names: Mapping[str, str]
    formal_names: Mapping[str, str]
    footnote: str = ""

    @property
    def name(self) -> str:
        return self.names["en"]

    @property
    def formal_name(self) -> str:
        return self.formal_names["en"]

    def name_in(self, language: str) -> str:
        """The short name in ``language``, in English where there is none."""
        return self.names.get(language, self.name)


@dataclass(frozen=True, slots=True)
class Alias:
    """Another printed form of a State's name: "Libyan Arab Jamahiriya" for LBY, historical."""

    iso3: str
    language: str
    form: str
    historical: bool


def read_states() -> tuple[State, ...]:
    """All rows of ``data/states.csv``, in the order of their codes."""
    return tuple(
        State(
            iso3=row["iso3"],
            iso2=row["iso2"],
            m49=row["m49"],
            kind=StateKind(row["kind"]),
            group=RegionalGroup(row["group"]),
            names=MappingProxyType({c: row[f"name_{c}"] for c in LANGUAGES_OF_NAMES}),
            formal_names=MappingProxyType(
                {c: row[f"formal_{c}"] for c in LANGUAGES_OF_NAMES if f"formal_{c}" in row}
            ),
            footnote=row["footnote"],
        )
        for row in _rows("states.csv")
    )


def read_aliases() -> tuple[Alias, ...]:
    """All rows of ``data/state_aliases.csv``."""
    return tuple(
        Alias(row["iso3"], row["language"], row["form"], row["remark"] == "historical")
        for row in _rows("state_aliases.csv")
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("upheld.core").joinpath("data", name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return iter(csv.DictReader(lines))
