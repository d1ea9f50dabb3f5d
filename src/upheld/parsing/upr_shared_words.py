"""Words that the States of one sentence share: a verb, an object, or the whole demand before.

"Sign (A) and ratify (B) the Covenant (A, B)" gives A "Sign the Covenant"; "Adopt a plan (A, B),
including for children (B)" gives B the longer demand; "Ratify CAT (A), CED (B)" gives B the verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from upheld.parsing.demand_verbs import (
    begins_gerund,
    begins_recommending,
    gerund_start,
    lacks_object,
    verb_length,
)
from upheld.parsing.item_words import clean
from upheld.parsing.upr_segments import Segment

WHEN = (
    r"(?:as (?:soon|early|quickly|rapidly) as possible|in the near future|"
    r"without (?:further )?delay|at (?:the|an|its) earl\w+ \w+(?: \w+)?|"
    r"promptly|positively|rapidly|in due (?:course|time)|urgently)"
)
ADVERBIAL = re.compile(rf"{WHEN}(?:\s*/\s*{WHEN})*", re.I)
# Words of a further demand that point back to the one before: they cannot stand alone.
REFERS_BACK = re.compile(
    r"\b(?:it|them|thereto|therein|accordingly|its provisions|its implementation|"
    r"relevant committee|in this (?:regard|respect|context)|to this end|"
    r"this (?:instrument|treaty|convention|law|end)|that (?:instrument|convention|protocol))\b",
    re.I,
)
# … and cannot be understood without it, even when another State says them
POINTS_BACK = re.compile(
    r"\b(?:relevant committee|related committee|competence of the committee|accordingly|"
    r"in this regard)\b",
    re.I,
)
GOES_ON = re.compile(r"\s*,?\s*and\s+(?!to\b)")
ON_INSTRUMENTS = re.compile(
    r"\b(?:ratif\w+|acced\w+|accession|sign\w*|adher\w+|party|withdraw\w*|lift\w*|adopt\w*|"
    r"implement\w*|invit\w+|extend\w*)\b",
    re.I,
)
NOUN = re.compile(r"(?:the|its|an?|ILO|Convention|Optional|First|Second|[A-Z]{2,}\w*|OP)\b")
DETERMINER = re.compile(
    r"\b(?:the|its|their|an?|all|this|that|these|[A-Z][A-Za-z\-]*[A-Z]\w*|[A-Z][a-z]+)\b"
)
FOLLOWS = re.compile(r"\s*(?:[,/;]|and\b|or\b|as well as\b)")
TIE = re.compile(r"\s*([,;]?)\s*/?\s*((?:and|or|as well as)\b)?")


REST = -1  # the words behind the last bracket, where a segment is asked for


@dataclass(frozen=True, slots=True)
class SharedObject:
    """What a verb without an object acts on, and the segment it was taken from, or ``REST``."""

    words: str
    segment: int


def shared_object(sentence: Sequence[Segment], index: int, rest: str) -> SharedObject | None:
    """The object that the words of a segment wait for, or None when they are complete.

    "Ratify (A)/consider ratifying (B) the ICRMW": it stands behind the last bracket.
    "Sign (A) and ratify (B) the Covenant (A, B)": it is a segment of its own.
    "The publication of (A)/Finalise its plan (B)": it belongs to the next complete demand.
    """
    waiting = sentence[index]
    after_waiting = index > 0 and lacks_object(sentence[index - 1].bare)
    if not lacks_object(waiting.bare) and not (after_waiting and _is_adverbial(waiting)):
        return None
    for later in range(index + 1, len(sentence)):
        words = sentence[later].bare
        if lacks_object(words) or _is_adverbial(sentence[later]):
            continue
        if not sentence[later].is_demand:
            return SharedObject(words, later)
        found = DETERMINER.search(words, max(verb_length(words), 1))
        return SharedObject(words[found.start() :], later) if found else None
    words = clean(rest)
    return SharedObject(words, REST) if words else None


def _is_adverbial(segment: Segment) -> bool:
    """ "as soon as possible", "in the near future": says when or how, not what."""
    return ADVERBIAL.fullmatch(segment.bare) is not None


def demands_of(
    sentence: Sequence[Segment], own: Sequence[int], objects: Sequence[SharedObject | None]
) -> Iterator[list[int]]:
    """A State's segments, grouped into demands that stand alone.

    "Ban child labour (Ireland), to ratify ILO Convention No. 138 (Ireland)" is two demands;
    "ratify CAT (Benin) and establish a mechanism in line with it (Benin)" is one.
    """
    demand: list[int] = []
    for index in own:
        segment = sentence[index]
        if demand and segment.is_demand:
            waits = objects[demand[-1]] is not None
            goes_on = GOES_ON.match(segment.words) or REFERS_BACK.search(segment.bare)
            if begins_recommending(segment.bare) or not (waits or goes_on):
                yield demand
                demand = []
        demand.append(index)
    if demand:
        yield demand


@dataclass(frozen=True, slots=True)
class Composed:
    """The words of one demand, and where they stand: in these segments, in order, and the rest."""

    text: str
    segments: tuple[int, ...]
    takes_rest: bool


def compose(
    sentence: Sequence[Segment], demand: Sequence[int], objects: Sequence[SharedObject | None]
) -> Composed:
    """The words of one demand, with the head and the object it shares with its neighbours."""
    first = sentence[demand[0]]
    parts = list(demand)
    taken = set(demand)
    text = ""
    if demand[0] and (not first.is_demand or POINTS_BACK.search(first.bare)):
        head = next((i for i in range(demand[0] - 1, 0, -1) if sentence[i].is_demand), 0)
        taken.add(head)
        head_words = sentence[head].bare
        if begins_gerund(first.bare) and (plain := gerund_start(head_words)):
            text = head_words[:plain].rstrip()
        elif _takes_verb_of(first, sentence[head]):
            text = head_words[: verb_length(head_words)]
        else:
            parts.insert(0, head)
    waiting = [index for index in parts if objects[index] is not None]
    lead = text  # a verb alone: "Ratify", to which "and the Rome Statute" is joined without "and"
    for index in parts:
        if text == lead:
            text = f"{lead} {sentence[index].bare}".strip()
        else:
            text = _joined(text, sentence[index])
        shared = objects[index]
        if shared and index == waiting[-1] and shared.segment not in parts:
            taken.add(shared.segment)
            text = _with_object(text, shared.words)
    return Composed(clean(text), tuple(sorted(taken - {REST})), REST in taken)


def _takes_verb_of(segment: Segment, head: Segment) -> bool:
    """True for a noun that takes the head's verb: "Ratify CAT (Togo), CED (Benin)".

    "the Optional Protocol thereto" needs the whole head, not its verb alone.
    """
    return (
        FOLLOWS.match(segment.words) is not None
        and NOUN.match(segment.bare) is not None
        and ON_INSTRUMENTS.search(head.bare[: verb_length(head.bare)]) is not None
        and "thereto" not in segment.bare
    )


def _with_object(text: str, words: str) -> str:
    """ "consider accession" + "the Protocol" → "consider accession to the Protocol"."""
    if re.search(r"\b(?:ratification(?: process)?|signature|process)$", text):
        return f"{text} of {words.removeprefix('of ')}"
    if re.search(r"\b(?:accession|party)$", text):
        return f"{text} to {words.removeprefix('to ')}"
    return f"{text} {words}"


def _joined(text: str, segment: Segment) -> str:
    tie = TIE.match(segment.words)
    comma = "," if tie and tie[1] and verb_length(text) < len(text) else ""
    connector = f" {tie[2]}" if tie and tie[2] else ""
    return f"{text}{comma}{connector} {segment.bare}"
