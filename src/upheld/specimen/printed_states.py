"""Names of States as a document of a given year prints them.

"(Iran (Islamic Republic of))" until 2021, "(Islamic Republic of Iran)" since; "Turkey", then
"Türkiye". The table is kept apart from ``upheld.core.states`` on purpose: the specimen must not
be printed with the very table that its readers are tested with.
"""

from __future__ import annotations

import re
from functools import cache

from upheld.specimen.content_lines import content_table


@cache
def _forms() -> dict[str, tuple[tuple[int, str], ...]]:
    forms: dict[str, tuple[tuple[int, str], ...]] = {}
    for code, first, *later in content_table("states"):
        changes = [(0, first)]
        for change in later:
            year, name = change.split(" = ")
            changes.append((int(year), name))
        forms[code] = tuple(changes)
    return forms


def _form(code: str, year: int) -> str:
    return [name for since, name in _forms()[code] if since <= year][-1]


def bracket_name(code: str, year: int) -> str:
    """The name after a recommendation: ``bracket_name("CZE", 2013) == "Czech Republic"``."""
    return _form(code, year).removeprefix("the ")


def running_name(code: str, year: int) -> str:
    """The name within a sentence: "the Czech Republic", "the Islamic Republic of Iran"."""
    name = _form(code, year)
    inverted = re.fullmatch(r"(\w+) \((.+ of)\)", name)
    return f"the {inverted[2]} {inverted[1]}" if inverted else name


def sentence_name(code: str, year: int) -> str:
    """The name that begins a sentence: "The Czech Republic"."""
    name = running_name(code, year)
    return name[:1].upper() + name[1:]


def enumerated(names: list[str]) -> str:
    """ "Belgium, Germany and Spain" """
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
