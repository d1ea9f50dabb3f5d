"""One numbered item → its recommendations: words, States, and their place in the item.

"104.3 Establish a moratorium (Uruguay); abolish the death penalty (Burundi) (Spain);" is two
recommendations. ``upr_segments`` cuts the item behind its brackets, ``upr_shared_words`` gives each
State of a sentence its full words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from upheld.parsing.demand_verbs import begins_demand, lacks_object, verb_length
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
BETWEEN = re.compile(r"[\s;,./⁰¹²³⁴-⁹]*(?=\w)")
LETTERS = re.compile(r"[^\W\d_⁰¹²³⁴-⁹]{2,}")
# A heading between two items stands on a line of its own: "(Spain)." / "B. Rights of the child"
HEADING = re.compile(r"[\s;.,\d⁰¹²³⁴-⁹*]*\n\s*[A-Z\d]{1,4}\.\s+[A-Z][^\n;.:]{2,90}\s*")
ENDS_SENTENCE = re.compile(rf"[\s\d⁰¹²³⁴-⁹*]*[.;:]|{HEADING.pattern}\Z")


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
    """The recommendations of an item, and its words from ``left_start`` on that fit none."""

    clauses: tuple[Clause, ...]
    left_over: str = ""
    left_start: int = 0


def split_clauses(text: str, *, collected: bool = False) -> ItemClauses:
    """The recommendations of one item, in printed order; at least one, even without States.

    ``collected``: in the reports of the first sessions (2008) one number collects the demands of
    a State, "To pursue its efforts; to better distribute food (Cameroon)", parted by semicolons.
    """
    segments, rest = read_segments(text)
    if not segments:
        return ItemClauses((Clause(clean(text), (), (), 0, len(text)),))
    patterns = (COLLECTED, ENUMERATED) if collected else (RECOMMENDED,)
    clauses: list[Clause] = []
    *sentences, last = sentences_of(segments)
    for sentence in sentences:
        clauses.extend(_read_sentence(sentence, ""))
    behind = "" if ENDS_SENTENCE.match(rest) else rest.split(";")[0]
    clauses.extend(_read_sentence(last, behind))
    if any(clause.end > segments[-1].end for clause in clauses):
        rest = rest[len(behind) :]  # an object that the verbs before the brackets waited for
    parted = tuple(
        replace(part, start=_first_word(text, part.start))
        for clause in clauses
        for part in _uncollected(clause, patterns)
    )
    left_over = "" if HEADING.fullmatch(rest) else untied(rest)
    if not LETTERS.search(left_over):
        left_over = ""  # "; and", a footnote's mark
    return ItemClauses(parted, left_over, len(text) - len(rest))


def _first_word(text: str, start: int) -> int:
    """Where the words behind "); " begin, perhaps on the next page."""
    between = BETWEEN.match(text, start)
    return between.end() if between else start


def _read_sentence(sentence: Sequence[Segment], rest: str) -> Iterator[Clause]:
    """Each State's words within a sentence; States with the same words make one recommendation."""
    if len(sentence) == 1 and not (rest and lacks_object(sentence[0].bare)):
        yield from _alternatives(sentence[0])
        return
    objects = [shared_object(sentence, index, rest) for index in range(len(sentence))]
    speakers: dict[str, list[str]] = {}
    places: dict[str, tuple[int, int]] = {}
    for speaker in dict.fromkeys(name for segment in sentence for name in _speakers(segment)):
        own = [i for i, segment in enumerate(sentence) if speaker in _speakers(segment)]
        for demand in demands_of(sentence, own, objects):
            composed = compose(sentence, demand, objects)
            speakers.setdefault(composed.text, []).append(speaker)
            first, last = sentence[composed.segments[0]], sentence[composed.segments[-1]]
            end = sentence[-1].end + len(rest.rstrip()) if composed.takes_rest else last.end
            places.setdefault(composed.text, (first.start, end))
    states = {code for segment in sentence for code in segment.states}
    for text in sorted(speakers, key=lambda text: places[text][0]):
        known = tuple(name for name in speakers[text] if name in states)
        unrecognised = tuple(name for name in speakers[text] if name not in states)
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
            # "To take steps to (a) ratify CED; (b) train judges"
            head = f"{parts.pop(0)} " if lacks_object(clean(parts[0])) else ""
            for part in parts:
                yield replace(clause, text=f"{head}{untied(part)}")
            return
    yield clause
