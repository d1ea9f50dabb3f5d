"""The workbook that the search of the Universal Human Rights Index gives out ("Export to Excel").

Its head prints "Reccomending Body" and "UPR Reccomending States", and newer files may spell them
right: names are compared folded, with doubled letters once. Dates are numbers of days ("46078").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from upheld.core.fold import fold_words
from upheld.parsing.published import Left, Published
from upheld.parsing.uhri_fields import published

_DOUBLED = re.compile(r"(.)\1+")


def plain_name(printed: str) -> str:
    """The name of a column for comparing: "Reccomending  Body" and "recommending body" are one."""
    return _DOUBLED.sub(r"\1", fold_words(printed)).replace(" ", "")


FIELDS = {
    plain_name(name): field
    for name, field in (
        ("Text", "Text"),
        ("Countries Concerned", "Countries"),
        ("Country Concerned", "Countries"),
        ("Recommending Body", "Body"),
        ("Document Symbol", "Symbol"),
        ("Themes", "Themes"),
        ("Affected Persons", "AffectedPersons"),
        ("Sdgs", "Sdgs"),
        ("Document Publication Date", "PublicationDate"),
        ("UPR Recommending States", "UprRecommendingStates"),
        ("UPR Position", "UprPosition"),
        ("Type", "AnnotationType"),
        ("OHCHR Annotation Id", "AnnotationId"),
        ("Annotation Id", "AnnotationId"),
        ("UPR Session", "UprSession"),
    )
}
REQUIRED = frozenset({"Text", "AnnotationId"})


def columns(head: Iterable[str]) -> dict[int, str]:
    """Which column of a head is which field; empty when this is not the Index's workbook."""
    named = {place: FIELDS.get(plain_name(name)) for place, name in enumerate(head)}
    found = {place: field for place, field in named.items() if field}
    return found if set(found.values()) >= REQUIRED else {}


def rows(
    cells: Iterable[list[str]], told: Callable[[int], None] | None = None
) -> Iterator[Published | Left]:
    """The annotations below the head, which may stand under a title."""
    places: dict[int, str] = {}
    number = 0
    for row in cells:
        if not places:
            places = columns(row)
            continue
        if not any(row):
            continue
        number += 1
        given: dict[str, Any] = {
            field: row[place] for place, field in places.items() if place < len(row)
        }
        yield published(given, number)
