"""States as documents print them: "Iran (Islamic Republic of)", "USA", "Viet Nam3", "Việt Nam".

``find_state`` takes any form in the six official languages and Vietnamese, former names ("the
former Yugoslav Republic of Macedonia"), inverted and short ones, footnote marks glued to the name,
and small misspellings. It answers None rather than guess between two States.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from upheld.core.fold import fold_words
from upheld.core.states_spelling import nearest
from upheld.core.states_table import (
    CODES_BESIDE_ISO,
    RegionalGroup,
    State,
    StateKind,
    read_aliases,
    read_states,
)

__all__ = [
    "STATES",
    "RegionalGroup",
    "State",
    "StateKind",
    "english_forms",
    "find_state",
    "state",
]

STATES: tuple[State, ...] = read_states()
_BY_ISO3 = {party.iso3: party for party in STATES}
_ALIASES = read_aliases()

_LEADING = re.compile(r"^(?:(?:the|and|by|from|la|le|les|el|las|los|l|las|y|et|и|va) )+")
_TRAILING_MARKS = re.compile(r"[\s*†‡§.,;:\d¹²³⁰⁴-⁹]+$")
_INVERTED = re.compile(r"^(?P<name>[^(,]+?)\s*[(,]\s*(?:the\s+)?(?P<form>.+?)\s*\)?$")
_FORM_OF_STATE = re.compile(
    r"^(?:state|kingdom|republic|commonwealth|sultanate|principality|government) of (?:the )?"
)
_NO_STATE = frozenset({"republic of china", "northern ireland", "western sahara"})
_LONGEST_NAME = 90  # "United Kingdom of Great Britain and Northern Ireland (the)" is 58 letters


def state(iso3: str) -> State:
    """The State with this ISO 3166 three-letter code; KeyError if there is none.

    Codes that only UN symbols use are understood: ``state("FIJ").iso3 == "FJI"``.
    """
    return _BY_ISO3[CODES_BESIDE_ISO.get(iso3, iso3)]


@lru_cache(maxsize=8192)
def find_state(printed: str) -> State | None:
    """The State that ``printed`` names, or None: ``find_state("Viet Nam3").iso3 == "VNM"``.

    Abbreviations and names of up to three letters are taken only as printed ("US", "Úc", not
    "us"). Misspellings are mended in English, from six letters on, never between two States.
    """
    printed = printed.strip()
    if not printed or len(printed) > _LONGEST_NAME:
        return None
    found = _exact(printed) or _exact(_TRAILING_MARKS.sub("", printed))
    if found:
        return found
    words = _key(_TRAILING_MARKS.sub("", printed))
    if words in _NO_STATE:
        return None
    inverted = _INVERTED.match(printed)
    if inverted:
        found = _exact(f"{inverted['form']} {inverted['name']}")
        if found:
            return found
    bare = _BY_WORDS.get(_FORM_OF_STATE.sub("", words))
    if bare:
        return _BY_ISO3[bare]
    if not any(letter.isupper() for letter in printed):
        return None
    code = nearest(words, _ENGLISH.items())
    return _BY_ISO3[code] if code else None


def english_forms() -> dict[str, State]:
    """Every printed English form with its State, for finding States in running text."""
    forms: dict[str, State] = {}
    for party in STATES:
        forms[party.name] = party
        forms[party.formal_name] = party
    for alias in _ALIASES:
        if alias.language == "en":
            forms[alias.form] = _BY_ISO3[alias.iso3]
    return forms


def _exact(printed: str) -> State | None:
    short = _short_key(printed)
    code = _SHORT.get(short)
    if code is None and not _is_short(short):
        code = _BY_WORDS.get(_key(printed))
    return _BY_ISO3[code] if code else None


def _key(printed: str) -> str:
    return _LEADING.sub("", fold_words(printed))


def _short_key(printed: str) -> str:
    plain = unicodedata.normalize("NFC", printed).replace(".", "").replace(" ", "")
    return plain.removeprefix("the").removeprefix("The")


def _is_short(short_key: str) -> bool:
    """Up to three letters of an alphabet that knows capitals; Chinese names are not short."""
    return len(short_key) <= 3 and short_key.lower() != short_key.upper()


def _index() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    forms: list[tuple[str, str, str]] = [
        (form, language, party.iso3)
        for party in STATES
        for names in (party.names, party.formal_names)
        for language, form in names.items()
    ]
    forms += [(alias.form, alias.language, alias.iso3) for alias in _ALIASES]
    by_words: dict[str, str] = {}
    english: dict[str, str] = {}
    short: dict[str, str] = {}
    for form, language, code in forms:
        key = _short_key(form)
        if _is_short(key):
            short.setdefault(key, code)
            short.setdefault(key.upper(), code)
            continue
        by_words.setdefault(_key(form), code)
        if language == "en":
            english.setdefault(_key(form), code)
    return by_words, english, short


_BY_WORDS, _ENGLISH, _SHORT = _index()
