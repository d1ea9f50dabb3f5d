"""One numbered item → its recommendations: words, States, and their place in the item.

"104.3 Establish a moratorium (Uruguay); abolish the death penalty (Burundi) (Spain);" is two
recommendations. Within a sentence States may share words: "Ratify (Spain)/consider ratifying
(Mexico) the ICRMW" gives both the object, "Adopt a plan (Chile, Peru), including for children
(Peru)" gives Peru the longer demand, "Ratify CAT (Togo), CED (Benin)" gives Benin the verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from upheld.parsing.demand_verbs import (
    begins_demand,
    begins_gerund,
    begins_recommending,
    gerund_start,
    is_adverb,
    verb_length,
)
from upheld.parsing.recommending_states import StatesBracket, find_brackets

# What may stand between two brackets of the same words: "(France) (Lithuania)", "(A), (B)".
ONLY_PUNCTUATION = re.compile(r"[\s,;:.&\d*]*(?:and\s*)?")
NEW_SENTENCE = re.compile(r"\s*\d{0,2}\s*[;.]\s*(?!/)")
CONNECTOR = re.compile(
    r"[\s,;:./–]*(?:(?:and|or|but|as well as|while|also|furthermore|in addition|moreover)\b[\s,/]*)*",
    re.I,
)
# A verb phrase whose object comes later: "Consider ratifying", "the publication and implementation of"
INCOMPLETE = re.compile(
    r"\b(?:of|to|the|for|with|in|on|by|from|into|a|an|its|all|and|ratification(?: process)?|accession|"
    r"party|becoming party|the possibility|signature)$",
    re.I,
)
WHEN = (
    r"(?:as (?:soon|early|quickly|rapidly) as possible|in the near future|without (?:further )?delay|"
    r"at (?:the|an|its) earl\w+ \w+(?: \w+)?|promptly|positively|rapidly|in due (?:course|time)|urgently)"
)
# Where one State's demands part: always before "recommends that", in 2008 at each semicolon.
RECOMMENDED = re.compile(
    r"[;.]\s+(?:and\s+)?(?:it\s+)?(?:also\s+|further\s+)?(?=(?:recommend(?:s|ed)|encourages|urges)\s)",
    re.I,
)
COLLECTED = re.compile(RECOMMENDED.pattern + r"|;\s+(?:and\s+)?|\.\s+(?=To\s)", re.I)
ENUMERATED = re.compile(r"[\s,;]*(?:and\s+)?\((?:[a-h]|i{1,3}|iv|vi{0,3})\)\s+")
# "Encourages Tunisia to work closely …": who encourages whom is said by the States in brackets.
FRAME = re.compile(
    r"^(?:(?i:regarding|with regards? to) the recommendation (?:to|that)\s+|"
    r"(?i:also |further )?(?i:recommend(?:s|ed)?|encourag(?:es|ed)|urg(?:es|ed)|call(?:s|ed) (?:up)?on|invit(?:es|ed))"
    r" (?:that )?(?:(?:the )?(?:authorities of |Government of )?(?:[A-Z][\w’'\-]+|State|Government|country|it)"
    r"(?: (?:[A-Z][\w’'\-]+|and|of|the))*) (?:to|should)\b\s*(?=[a-z]))"
)
ADVERBIAL = re.compile(WHEN + r"(?:\s*/\s*" + WHEN + ")*", re.I)
# Words of a further demand that point back to the one before: they cannot stand alone.
REFERS_BACK = re.compile(
    r"\b(?:it|them|thereto|therein|accordingly|its provisions|its implementation|relevant committee|"
    r"in this (?:regard|respect|context)|to this end|this (?:instrument|treaty|convention|law|end)|"
    r"that (?:instrument|convention|protocol))\b",
    re.I,
)
# … and cannot be understood without it, even when another State says them
POINTS_BACK = re.compile(
    r"\b(?:relevant committee|related committee|competence of the committee|accordingly|in this regard)\b",
    re.I,
)
ON_INSTRUMENTS = re.compile(
    r".*\b(?:ratif\w+|acced\w+|accession|sign\w*|adher\w+|party|withdraw\w*|lift\w*|adopt\w*|implement\w*|invit\w+|extend\w*)\b",
    re.I | re.S,
)
NOUN = re.compile(r"(?:the|its|an?|ILO|Convention|Optional|First|Second|[A-Z]{2,}\w*|OP)\b")
DETERMINER = re.compile(
    r"\b(?:the|its|their|an?|all|this|that|these|[A-Z][A-Za-z\-]*[A-Z]\w*|[A-Z][a-z]+)\b"
)

BROKEN_WORD = re.compile(r"(\w)-\n\s*(\w)")
RAISED_MARKS = re.compile(r"[⁰¹²³⁴-⁹]+")
BLANK_BEFORE_PUNCTUATION = re.compile(r" +([,;.:])")


@dataclass(frozen=True, slots=True)
class Clause:
    """One recommendation of an item; ``start``/``end`` are its stretch of the item's text."""

    text: str
    states: tuple[str, ...]
    unrecognised: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Segment:
    """Words and the States behind them: "consider ratifying" (Mexico)."""

    words: str
    states: tuple[str, ...]
    unrecognised: tuple[str, ...]
    start: int
    end: int

    @property
    def bare(self) -> str:
        """The words without what ties them to the words before."""
        return clean(CONNECTOR.sub("", self.words, count=1))

    @property
    def is_demand(self) -> bool:
        """True for words that could stand alone; "to eliminate torture" behind no "and" is a purpose."""
        purpose = re.match(r"to\b", self.bare) and not re.match(
            r"\s*(?:[,;./]|and\b|or\b)", self.words
        )
        return begins_demand(self.bare) and not (
            self.start and (purpose or begins_gerund(self.bare))
        )


def split_clauses(text: str, *, collected: bool = False) -> list[Clause]:
    """The recommendations of one item, in printed order; at least one, even without States.

    ``collected``: in the reports of the first sessions (2008) one number collects the demands of
    a State, "To pursue its efforts; to better distribute food (Cameroon)", parted by semicolons.
    """
    segments, rest = _segments(text)
    if not segments:
        return [Clause(clean(text), (), (), 0, len(text))]
    clauses: list[Clause] = []
    sentences = _sentences(segments)
    for index, sentence in enumerate(sentences):
        tail = rest if index == len(sentences) - 1 else ""
        for clause in _read_sentence(sentence, tail):
            patterns = (COLLECTED, ENUMERATED) if collected else (RECOMMENDED,)
            clauses.extend(_uncollected(clause, patterns))
    return clauses


def _uncollected(clause: Clause, patterns: Sequence[re.Pattern[str]]) -> Iterator[Clause]:
    """The demands of one State under one number, each on its own.

    A part that is no demand goes on with the one before it, as in "to adopt (a) laws; (b) plans".
    """
    for pattern in patterns:
        parts = [part for part in pattern.split(clause.text) if part.strip(" ;,.")]
        if len(parts) > 1 and all(begins_demand(part) for part in parts[1:]):
            for part in parts:
                yield replace(clause, text=clean(CONNECTOR.sub("", part, count=1)))
            return
    yield clause


def _segments(text: str) -> tuple[list[_Segment], str]:
    """The item cut behind each group of brackets, and the words that remain behind the last."""
    segments: list[_Segment] = []
    position = 0
    for group in _grouped_brackets(text):
        states = tuple(dict.fromkeys(code for bracket in group for code in bracket.states))
        unrecognised = tuple(name for bracket in group for name in bracket.unrecognised)
        end = group[-1].end
        segments.append(
            _Segment(text[position : group[0].start], states, unrecognised, position, end)
        )
        position = end
    for index in range(len(segments) - 2, -1, -1):
        # "Positively (Canada) consider ratification (Netherlands, Spain)"
        if is_adverb(segments[index].bare):
            words = f"{segments[index].words.rstrip()} {segments[index + 1].words.lstrip()}"
            segments[index] = replace(segments[index], words=words)
    return segments, text[position:]


def _grouped_brackets(text: str) -> list[list[StatesBracket]]:
    groups: list[list[StatesBracket]] = []
    for bracket in find_brackets(text):
        if groups and ONLY_PUNCTUATION.fullmatch(text[groups[-1][-1].end : bracket.start]):
            groups[-1].append(bracket)
        else:
            groups.append([bracket])
    return groups


def _sentences(segments: Sequence[_Segment]) -> list[list[_Segment]]:
    """Segments that share one sentence: a semicolon or full stop before a demand parts them."""
    sentences: list[list[_Segment]] = []
    for segment in segments:
        parted = NEW_SENTENCE.match(segment.words) and (
            segment.is_demand or not sentences or ":" not in sentences[-1][0].words
        )
        if not sentences or parted:
            sentences.append([segment])
        else:
            sentences[-1].append(segment)
    return sentences


def _read_sentence(sentence: Sequence[_Segment], rest: str) -> Iterator[Clause]:
    """Each State's words within a sentence; States with the same words make one recommendation."""
    if len(sentence) == 1:
        yield from _alternatives(sentence[0])
        return
    objects = [_shared_object(sentence, index, rest) for index in range(len(sentence))]
    by_text: dict[str, list[str]] = {}
    places: dict[str, tuple[int, int]] = {}
    for state in dict.fromkeys(code for segment in sentence for code in segment.states):
        own = [index for index, segment in enumerate(sentence) if state in segment.states]
        for demand in _demands(sentence, own, objects):
            text = _compose(sentence, demand, objects)
            if text:
                by_text.setdefault(text, []).append(state)
                places.setdefault(text, (sentence[demand[0]].start, sentence[demand[-1]].end))
    unrecognised = tuple(name for segment in sentence for name in segment.unrecognised)
    for text, states in by_text.items():
        yield Clause(text, tuple(states), unrecognised, *places[text])
        unrecognised = ()


@dataclass(frozen=True, slots=True)
class _Object:
    """What a verb without an object acts on, and the segment it was taken from (-1: the rest)."""

    words: str
    segment: int


def _shared_object(sentence: Sequence[_Segment], index: int, rest: str) -> _Object | None:
    """The object that the words of a segment wait for, or None when they are complete.

    "Ratify (A)/consider ratifying (B) the ICRMW": it stands behind the last bracket.
    "Sign (A) and ratify (B) the Covenant (A, B)": it is a segment of its own.
    "The publication of (A)/Finalise its plan (B)": it belongs to the next complete demand.
    """
    waiting = sentence[index]
    after_waiting = index > 0 and _lacks_object(sentence[index - 1].bare)
    if not _lacks_object(waiting.bare) and not (after_waiting and _is_adverbial(waiting)):
        return None
    for later in range(index + 1, len(sentence)):
        words = sentence[later].bare
        if _lacks_object(words) or _is_adverbial(sentence[later]):
            continue
        if not sentence[later].is_demand:
            return _Object(words, later)
        found = DETERMINER.search(words, max(verb_length(words), 1))
        return _Object(words[found.start() :], later) if found else None
    words = clean(re.split(r";", rest)[0])
    return _Object(words, -1) if words else None


def _is_adverbial(segment: _Segment) -> bool:
    """ "as soon as possible", "in the near future": says when or how, not what."""
    return ADVERBIAL.fullmatch(segment.bare) is not None


def _lacks_object(words: str) -> bool:
    if not words or len(words) > 90:
        return False
    return INCOMPLETE.search(words) is not None or verb_length(words) >= len(words)


def _demands(
    sentence: Sequence[_Segment], own: Sequence[int], objects: Sequence[_Object | None]
) -> Iterator[list[int]]:
    """A State's segments, grouped into demands that stand alone.

    "Ban child labour (Ireland) and ratify ILO Convention No. 138 (Ireland)" is two demands;
    "ratify CAT (Benin) and establish a mechanism in line with it (Benin)" is one.
    """
    demand: list[int] = []
    for index in own:
        segment = sentence[index]
        waits = bool(demand) and objects[demand[-1]] is not None
        goes_on = re.match(r"\s*,?\s*and\s+(?!to\b)", segment.words) or REFERS_BACK.search(
            segment.bare
        )
        if (
            demand
            and segment.is_demand
            and (begins_recommending(segment.bare) or (not waits and not goes_on))
        ):
            yield demand
            demand = []
        demand.append(index)
    if demand:
        yield demand


def _compose(
    sentence: Sequence[_Segment], demand: Sequence[int], objects: Sequence[_Object | None]
) -> str:
    """The words of one demand, with the head and the object it shares with its neighbours."""
    first = demand[0]
    parts = list(demand)
    text = ""
    points_back = sentence[first].is_demand and POINTS_BACK.search(sentence[first].bare)
    if first and (points_back or not sentence[first].is_demand):
        head = next((i for i in range(first - 1, 0, -1) if sentence[i].is_demand), 0)
        head_words = sentence[head].bare
        if begins_gerund(sentence[first].bare) and (plain := gerund_start(head_words)):
            text = head_words[:plain].rstrip()
        elif _is_object(sentence[first], sentence[head]) and "thereto" not in sentence[first].bare:
            text = head_words[: verb_length(head_words)]
        else:
            parts.insert(0, head)
    waiting = [index for index in parts if objects[index] is not None]
    for index in parts:
        text = _joined(text, sentence[index]) if text else sentence[index].bare
        shared = objects[index]
        if shared and index == waiting[-1] and shared.segment not in parts:
            text = _with_object(text, shared.words)
    return clean(text)


def _with_object(text: str, words: str) -> str:
    """ "consider accession" + "the Protocol" → "consider accession to the Protocol"."""
    if re.search(r"\b(?:ratification(?: process)?|signature|process)$", text):
        return f"{text} of {words.removeprefix('of ')}"
    if re.search(r"\b(?:accession|party)$", text):
        return f"{text} to {words.removeprefix('to ')}"
    return f"{text} {words}"


def _is_object(segment: _Segment, head: _Segment) -> bool:
    """True for a noun that takes the head's verb: "Ratify CAT (Togo), CED (Benin)"."""
    follows = re.match(r"\s*(?:[,/;]|and\b|or\b|as well as\b)", segment.words) is not None
    is_noun = NOUN.match(segment.bare) is not None
    takes_nouns = ON_INSTRUMENTS.match(head.bare[: verb_length(head.bare)]) is not None
    return follows and is_noun and takes_nouns


def _joined(text: str, segment: _Segment) -> str:
    tie = re.match(r"\s*([,;]?)\s*/?\s*((?:and|or|as well as)\b)?", segment.words)
    comma = "," if tie and tie[1] and verb_length(text) < len(text) else ""
    connector = f" {tie[2]}" if tie and tie[2] else ""
    return f"{text}{comma}{connector} {segment.bare}"


def clean(text: str) -> str:
    """Words as a reader wants them: one line, no trailing punctuation, broken words mended."""
    if "-\n" in text:
        text = BROKEN_WORD.sub(r"\1-\2", text)
    text = " ".join(text.split())
    if not text.isascii():
        text = RAISED_MARKS.sub("", text)
    text = BLANK_BEFORE_PUNCTUATION.sub(r"\1", text)
    return FRAME.sub("", text.strip(" ;,.:–-/"))


def _alternatives(segment: _Segment) -> Iterator[Clause]:
    """ "Ratify/consider ratifying the CRPD (France, Mexico)": as many verbs as States, in order."""
    words = segment.bare
    verbs = words[: verb_length(words)].split("/")
    if len(verbs) < 2 or len(verbs) != len(segment.states):
        yield Clause(words, segment.states, segment.unrecognised, segment.start, segment.end)
        return
    wanted = words[verb_length(words) :]
    for verb, state in zip(verbs, segment.states, strict=True):
        yield Clause(clean(f"{verb.strip()}{wanted}"), (state,), (), segment.start, segment.end)
