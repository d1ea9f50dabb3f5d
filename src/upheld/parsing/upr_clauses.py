"""One numbered item → its recommendations: words, States, and their place in the item.

"104.3 Establish a moratorium (Uruguay); abolish the death penalty (Burundi) (Spain);" is two
recommendations. ``upr_segments`` cuts the item behind its brackets, ``upr_shared_words`` gives each
State of a sentence its full words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from upheld.parsing.demand_verbs import begins_demand, verb_length
from upheld.parsing.item_words import clean, untied
from upheld.parsing.upr_segments import Segment, read_segments, sentences_of
from upheld.parsing.upr_shared_words import compose, demands_of, shared_object

# Where one State's demands part: always before "recommends that", in 2008 at each semicolon.
RECOMMENDED = re.compile(
    r"[;.]\s+(?:and\s+)?(?:it\s+)?(?:also\s+|further\s+)?"
    r"(?=(?:recommend(?:s|ed)|encourages|urges)\s)",
    re.I,
)
COLLECTED = re.compile(RECOMMENDED.pattern + r"|;\s+(?:and\s+)?|\.\s+(?=To\s)", re.I)
ENUMERATED = re.compile(r"[\s,;]*(?:and\s+)?\((?:[a-h]|i{1,3}|iv|vi{0,3})\)\s+")
LETTERS = re.compile(r"[^\W\d_]{2,}")
# A heading between two lists stands on a line of its own: "(Spain)." / "B. Rights of the child"
HEADING = re.compile(r"[\s;.,\d⁰¹²³⁴-⁹*]*\n\s*(?:[A-Z\d]{1,4}\.\s+)?[A-Z][^\n;.:]{2,90}\s*")


@dataclass(frozen=True, slots=True)
class Clause:
    """One recommendation of an item; ``start``/``end`` are its stretch of the item's text."""

    text: str
    states: tuple[str, ...]
    unrecognised: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ItemClauses:
    """The recommendations of an item, and the words behind its last bracket that fit none."""

    clauses: tuple[Clause, ...]
    left_over: str = ""


def split_clauses(text: str, *, collected: bool = False) -> ItemClauses:
    """The recommendations of one item, in printed order; at least one, even without States.

    ``collected``: in the reports of the first sessions (2008) one number collects the demands of
    a State, "To pursue its efforts; to better distribute food (Cameroon)", parted by semicolons.
    """
    segments, rest = read_segments(text)
    if not segments:
        return ItemClauses((Clause(clean(text), (), (), 0, len(text)),))
    patterns = (COLLECTED, ENUMERATED) if collected else (RECOMMENDED,)
    sentences = sentences_of(segments)
    clauses: list[Clause] = []
    for sentence in sentences[:-1]:
        clauses.extend(_read_sentence(sentence, ""))
    last = list(_read_sentence(sentences[-1], rest))
    used = (
        not LETTERS.search(rest)
        or HEADING.fullmatch(rest) is not None
        or any(clean(rest.split(";")[0]) in clause.text for clause in last)
    )
    clauses.extend(last)
    parted = tuple(part for clause in clauses for part in _uncollected(clause, patterns))
    return ItemClauses(parted, "" if used else clean(rest))


def _read_sentence(sentence: Sequence[Segment], rest: str) -> Iterator[Clause]:
    """Each State's words within a sentence; States with the same words make one recommendation."""
    if len(sentence) == 1:
        yield from _alternatives(sentence[0])
        return
    objects = [shared_object(sentence, index, rest) for index in range(len(sentence))]
    speakers: dict[str, list[str]] = {}
    places: dict[str, tuple[int, int]] = {}
    for speaker in dict.fromkeys(name for segment in sentence for name in _speakers(segment)):
        own = [i for i, segment in enumerate(sentence) if speaker in _speakers(segment)]
        for demand in demands_of(sentence, own, objects):
            text = compose(sentence, demand, objects)
            speakers.setdefault(text, []).append(speaker)
            places.setdefault(text, (sentence[demand[0]].start, sentence[demand[-1]].end))
    states = {code for segment in sentence for code in segment.states}
    for text, names in speakers.items():
        known = tuple(name for name in names if name in states)
        unrecognised = tuple(name for name in names if name not in states)
        yield Clause(text, known, unrecognised, *places[text])


def _speakers(segment: Segment) -> tuple[str, ...]:
    """The States of a segment and the names that are none we know: neither loses its words."""
    return segment.states + segment.unrecognised


def _alternatives(segment: Segment) -> Iterator[Clause]:
    """ "Ratify/consider ratifying the CRPD (France, Mexico)": as many verbs as States, in order."""
    words = segment.bare
    verbs = words[: verb_length(words)].split("/")
    if len(verbs) < 2 or len(verbs) != len(segment.states):
        yield Clause(words, segment.states, segment.unrecognised, segment.start, segment.end)
        return
    wanted = words[verb_length(words) :]
    for verb, state in zip(verbs, segment.states, strict=True):
        yield Clause(clean(f"{verb.strip()}{wanted}"), (state,), (), segment.start, segment.end)


def _uncollected(clause: Clause, patterns: Sequence[re.Pattern[str]]) -> Iterator[Clause]:
    """The demands of one State under one number, each on its own.

    A part that is no demand goes on with the one before it, as in "to adopt (a) laws; (b) plans".
    """
    for pattern in patterns:
        parts = [part for part in pattern.split(clause.text) if part.strip(" ;,.")]
        if len(parts) > 1 and all(begins_demand(part) for part in parts[1:]):
            for part in parts:
                yield replace(clause, text=untied(part))
            return
    yield clause
