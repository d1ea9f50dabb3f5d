"""One annotation of OHCHR's Universal Human Rights Index, whichever export it comes from.

The fields are those of the full export (AnnotationId, Symbol, Text …); the workbook's columns are
brought to the same names. Values may begin with "- ", stand in one cell with line breaks between
them, or be missing. Source: OHCHR's exports, and public programs that read them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from upheld.core.bodies import find_body
from upheld.core.fold import fold_words
from upheld.core.items import ItemKind
from upheld.core.positions import Position
from upheld.core.states import find_state, state
from upheld.core.symbols import Symbol
from upheld.parsing.observation_kinds import kind_of
from upheld.parsing.published import Left, Published, printed_labels, sound
from upheld.parsing.uhri_words import words

_LONGEST_SYMBOL = 200
_EPOCH = date(1899, 12, 30)  # day 0 of a spreadsheet
_SERIAL = re.compile(r"\d{4,6}(?:\.\d+)?")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_SESSION = re.compile(r"\d{1,2}")
_GOAL = re.compile(r"(?:sdg |goal )?(\d{1,2}(?:\.[\da-z]{1,2})?)\b", re.I)
_STARRED = re.compile(r"[\s*†]+$")
# Complaints by persons: CCPR/C/115/D/2163/2012; letters of special procedures: "UA VNM 3/2019".
_CASE = re.compile(r"/D/\d+/\d{4}\b|\bcommunication", re.I)
_LETTER = re.compile(r"^(?:AL|UA|JUA|JAL|OL)[ -][A-Z]{3}\b")
_CASE_TYPES = ("view", "jurisprudence", "communication", "decision", "complaint", "case")
_POSITIONS = {
    "supported": Position.SUPPORTED,
    "accepted": Position.SUPPORTED,
    "noted": Position.NOTED,
    "not supported": Position.NOTED,
    "rejected": Position.NOTED,
    "pending": Position.PENDING,
}
_SPELT_OUT = {"universal periodic review": "UPR"}


def published(row: Mapping[str, Any], number: int) -> Published | Left:
    """The annotation of ``row``, the ``number``-th of its file, or why it is not taken in."""
    given = str(row.get("AnnotationId") or "").strip()
    if not given:
        return Left("row.no_id", number)
    symbol = _symbol(row.get("Symbol"))
    kinds = values(row.get("AnnotationType"))
    if is_of_a_person(symbol, kinds):
        return Left("row.private", number, given)
    number_printed, text, printed = words(str(row.get("Text") or ""))
    if not text:
        return Left("row.no_text", number, given)
    concerned, unknown = states(values(row.get("Countries")))
    if not concerned:
        concerned = _state_of_symbol(symbol)
    recommending, unknown_by = states(values(row.get("UprRecommendingStates")))
    answer = " ".join(values(row.get("UprPosition")))
    body = body_of(row.get("Body"))
    return Published(
        key=_key(given),
        symbol=symbol,
        body=body,
        states=concerned,
        day=day_of(row.get("PublicationDate")),
        session=_session(row.get("UprSession")),
        kind=_kind(kinds, body, text),
        number=number_printed,
        text=text,
        printed=printed,
        recommending=recommending,
        position=_POSITIONS.get(_folded(answer)),
        position_words=answer,
        labels=printed_labels(
            values(row.get("Themes")),
            values(row.get("AffectedPersons")),
            [goal_of(label) for label in values(row.get("Sdgs"))],
        ),
        unknown=unknown + unknown_by,
    )


def is_of_a_person(symbol: str, kinds: list[str]) -> bool:
    """Whether it speaks about the case of one person: such rows are never taken in."""
    if _CASE.search(symbol) or _LETTER.match(symbol):
        return True
    return any(_folded(kind).startswith(_CASE_TYPES) for kind in kinds)


_folded = lru_cache(maxsize=4096)(fold_words)


def values(field: Any) -> list[str]:
    """The values of a field, each on one line without its "- ": a list, or lines of one cell."""
    if not field:
        return []
    given = field if isinstance(field, list) else str(field).splitlines()
    return list(filter(None, map(_value, given)))


@lru_cache(maxsize=65536)
def _value(printed: Any) -> str:
    text = " ".join(html.unescape(sound(str(printed))).split()) if printed is not None else ""
    return text[1:].lstrip() if text.startswith(("- ", "– ", "• ")) else text.strip("-•")


def states(names: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(ISO3 codes, each once; names that are no State, as "European Union")."""
    if len(names) == 1:
        return _one_state(names[0])
    codes: list[str] = []
    unknown: list[str] = []
    for name in names:
        found, other = _one_state(name)
        codes += found
        unknown += other
    return tuple(dict.fromkeys(codes)), tuple(unknown)


@lru_cache(maxsize=4096)
def _one_state(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """ "State of Palestine*" and "Kosovo*" carry a mark; "VN" is a stub of two letters."""
    found = find_state(_STARRED.sub("", name))
    return ((found.iso3,), ()) if found else ((), (name,))


def body_of(field: Any) -> str:
    """The body by its code: "- CCPR", "Committee on the Rights of the Child" → "CRC".

    Mandates keep their printed name: "IE  Albinism" → "IE Albinism".
    """
    printed = " ".join(values(field)[:1])
    return _body(printed)


@lru_cache(maxsize=1024)
def _body(printed: str) -> str:
    spelt = _SPELT_OUT.get(fold_words(printed))
    found = None if spelt else find_body(printed)
    return spelt or (found.code if found else printed)


def day_of(field: Any) -> date | None:
    """The day of "2016-11-23T00:00:00", or of a spreadsheet's 46078 (25 February 2026)."""
    printed = str(field or "").strip()
    if found := _DAY.match(printed):
        try:
            return date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            return None
    if _SERIAL.fullmatch(printed):
        return _EPOCH + timedelta(days=int(float(printed)))
    return None


def goal_of(label: str) -> str:
    """The number of a goal or target: "16.3 - Promote the rule of law" → "16.3"."""
    found = _GOAL.match(label)
    return found[1] if found else label


def _session(field: Any) -> int | None:
    found = _SESSION.search(str(field or ""))
    return int(found[0]) if found else None


def _symbol(field: Any) -> str:
    printed = " ".join(sound(str(field or "")).split())[:_LONGEST_SYMBOL]
    found = Symbol.parse(printed) if printed else None
    return found.text if found else printed


def _state_of_symbol(symbol: str) -> tuple[str, ...]:
    found = Symbol.parse(symbol) if symbol else None
    if not found or not found.state:
        return ()
    try:
        return (state(found.state).iso3,)
    except KeyError:
        return ()


def _kind(kinds: list[str], body: str, text: str) -> ItemKind:
    """What the type says; where it is missing or an id, the words."""
    for kind in map(_folded, kinds):
        if kind.startswith("recommendation"):
            return ItemKind.RECOMMENDATION
        if kind.startswith("concern"):
            return ItemKind.CONCERN
    if body == "UPR":
        return ItemKind.RECOMMENDATION
    return kind_of(text, None) or ItemKind.CONCERN


def _key(given: str) -> UUID:
    try:
        return UUID(given)
    except ValueError:
        return uuid5(NAMESPACE_URL, f"uhri:{given}")
