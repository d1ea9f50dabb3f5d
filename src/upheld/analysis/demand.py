"""What a recommendation asks for, taken apart: "Raise the age of criminal responsibility to 14".

The parts are those by which practitioners tell demands apart: the instruments it names, the act
that is asked for, the groups of persons, the themes, numbers and ages, articles, names of places,
and the words that remain. Read from an English sentence by tables; nothing here is learned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from upheld.analysis.demand_terms import TermKind, TermTable, term_table
from upheld.analysis.demand_words import Word, words
from upheld.analysis.instruments import Mention, find_instruments
from upheld.core.fold import fold_words
from upheld.core.states import find_state
from upheld.core.treaties import InstrumentKind, instrument, protocols_of

_ARTICLE = re.compile(
    r"\b(?:articles?|arts?\.|resolutions?)\s+(\d+[\w ()]{0,8}?)(?=[\s,;.)]|$)", re.IGNORECASE
)
_COMPLAINTS = re.compile(
    r"\b(?:individual|person|victim|wom[ae]n|child(?:ren)?)s?(?: to)?(?: bring| lodge| submit)?"
    r" (?:complain|complaint|communication|petition)s?\b|\bcommunications procedure\b"
    r"|\b(?:complain|complaints|communications) (?:to|before) the (?:Human Rights )?Committee\b",
    re.IGNORECASE,
)
_COMPLAINTS_UNDER = {
    "CRPD": "OP-CRPD",
    "CEDAW": "OP-CEDAW",
    "CRC": "OP-CRC-IC",
    "ICESCR": "OP-ICESCR",
    "ICCPR": "ICCPR-OP1",
}
"""Instruments whose individual complaints are in a protocol of their own."""

_YEARS = range(1900, 2101)
_STANDARDS = frozenset({InstrumentKind.PRINCIPLES, InstrumentKind.DECLARATION})
_GENERAL_ACTS = frozenset({"strengthen_body", "implement", "cooperate", "recognize"})
_BEFORE_COMMITTEES = frozenset({"reporting", "declaration"})
_FORMAL_WORDS = (
    "articl paragraph convention convent protocol treati instrument act commission council offic "
    "organiz ministri law bill agreement declar januari februari march april mai jun juli august "
    "september october november december op"
)
_FORMAL = frozenset(_FORMAL_WORDS.split())


@dataclass(frozen=True, slots=True)
class Demand:
    """The parts of one demand. ``softened`` says that it asks to consider and not to do.

    ``objects`` say what of a theme is to be changed: the crowding of prisons, the number of judges.
    ``words`` are the stems that no table knows; ``names`` those of them that are printed as names
    in mid-sentence ("Karvia"); ``stems`` all that the sentence says, for comparing the wording.
    """

    instruments: frozenset[str]
    acts: frozenset[str]
    groups: frozenset[str]
    themes: frozenset[str]
    objects: frozenset[str]
    numbers: frozenset[int]
    articles: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    softened: bool
    stems: tuple[str, ...]


@lru_cache(maxsize=20_000)
def read_demand(text: str) -> Demand:
    """Take one English sentence or paragraph apart."""
    return take_apart(text, term_table())


def take_apart(text: str, table: TermTable) -> Demand:
    """The same by another table of terms."""
    named = find_instruments(text)
    said = [word for word in words(text) if not any(_within(word, found) for found in named)]
    parts: dict[TermKind, set[str]] = {kind: set() for kind in TermKind}
    acts: list[str] = []
    rest: list[Word] = []
    for terms, start, end in table.find(said):
        for kind, name in terms:
            parts[kind].add(name)
            if kind is TermKind.ACT:
                acts.append(name)
        if not terms:
            rest += said[start:end]
    articles = frozenset(found[1].replace(" ", "") for found in _ARTICLE.finditer(text))
    numbers = {word.number for word in rest} - {None, *map(_whole, articles)}
    names = frozenset(_names(text, rest)) - _FORMAL
    asked = frozenset(parts[TermKind.THEME])
    # To report to a committee is to report under its instrument; elsewhere it only asks.
    before = _BEFORE_COMMITTEES & set(acts) or _COMPLAINTS.search(text)
    committees = asked & table.committees.keys() if before else frozenset()
    themes = asked - committees
    groups = parts[TermKind.GROUP].union(*(table.implied.get(theme, ()) for theme in themes))
    codes = frozenset(_codes(named, standards=not (themes or groups)))
    codes |= {table.committees[name] for name in committees}
    if _COMPLAINTS.search(text):
        codes = frozenset(_COMPLAINTS_UNDER.get(code, code) for code in codes)
    return Demand(
        instruments=codes,
        acts=_as_one(acts),
        groups=frozenset(groups),
        themes=themes,
        objects=frozenset(parts[TermKind.OBJECT]),
        numbers=frozenset(number for number in numbers if number and number not in _YEARS),
        articles=articles,
        names=names,
        words=frozenset(word.stem for word in rest if word.number is None) - names - _FORMAL,
        softened=bool(parts[TermKind.SOFT]),
        stems=tuple(sorted({word.stem for word in said} | codes)),
    )


def subjects_of(demand: Demand) -> frozenset[str]:
    """What the instruments of a demand are about: CRPD is about persons with disabilities."""
    subjects = term_table().subjects
    return frozenset(name for code in demand.instruments for name in subjects.get(code, ()))


def _codes(named: list[Mention], *, standards: bool) -> Iterator[str]:
    """The instruments asked about. Principles and declarations are mostly the measure of what is
    asked ("in line with the Paris Principles"): they count where nothing else is asked about.
    """
    for mention in named:
        kind = instrument(mention.code).kind
        if kind is InstrumentKind.UNSPECIFIED:
            # "its Optional Protocols": each of them is meant as much as the others.
            yield from protocols_of(instrument(mention.code).parent)
        elif standards or kind not in _STANDARDS:
            yield mention.code


def _as_one(said: list[str]) -> frozenset[str]:
    """Acts that are one when they stand together; general ones only where nothing else is said."""
    acts = frozenset(said)
    for name, parts, first in term_table().together:
        if parts <= acts and (not first or said[0] == first):
            acts = acts - parts | {name}
    return acts - _GENERAL_ACTS if acts - _GENERAL_ACTS else acts


def _whole(article: str) -> int | None:
    found = re.match(r"\d+", article)
    return int(found[0]) if found else None


def stands_over(one: str, other: str) -> bool:
    """Whether a group or theme is the other or stands over it: children over girls."""
    return one == other or one in term_table().wider.get(other, ())


def families(act: str) -> frozenset[str]:
    """The families of an act: to enact and to prohibit are both *law*."""
    return term_table().families[act]


def is_decisive(acts: frozenset[str]) -> bool:
    """Whether a demand with these acts is another one than a demand that names no act."""
    return bool(acts) and acts <= term_table().decisive


def opposed(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Acts of two demands that undo each other: abolish and reintroduce."""
    pairs = term_table().opposites
    return frozenset(
        act for a in one for b in other if frozenset({a, b}) in pairs for act in (a, b)
    )


def _within(word: Word, mention: Mention) -> bool:
    return mention.start <= word.start < mention.end


def _names(text: str, rest: list[Word]) -> Iterator[str]:
    """Words printed with a capital in mid-sentence, unless together they name a State."""
    for printed, run in groupby(_runs(text, rest), key=lambda pair: pair[0]):
        if not _is_state(printed):
            yield from (word.stem for _, word in run)


def _runs(text: str, rest: list[Word]) -> Iterator[tuple[str, Word]]:
    """Each such word with all that stands beside it in capitals: "Viet" and "Nam" in Viet Nam."""
    run: list[Word] = []
    for word in rest:
        before = text[: word.start].rstrip()
        if not word.capital or not before or before[-1] in ".:;!?•\n":
            continue
        if run and text[run[-1].end : word.start].strip():
            yield from ((text[run[0].start : run[-1].end], found) for found in run)
            run = []
        run.append(word)
    yield from ((text[run[0].start : run[-1].end], found) for found in run)


@lru_cache(maxsize=5_000)
def _is_state(printed: str) -> bool:
    """Whether it names a State in so many words; "Karvia" is no misspelt Latvia here."""
    found = find_state(printed)
    if found is None:
        return False
    known = fold_words(" ".join((found.formal_name, *found.names.values()))).split()
    return set(fold_words(printed).split()) <= set(known)
