"""Recommendations to the specimen States, read from ``content/cycle_*.txt``.

A line of those files is one printed number::

    PS treaty FRA ARG : To ratify the Convention ...      examined later, then supported
    + TGO : open a regional office                          a second one under the same number
    S treaty : / To ratify = MEX / to consider ratifying = DJI || the Optional Protocol
    S justice CHE : To extend legal aid ^^ As read during the dialogue: ...   with a footnote
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from upheld.core.positions import Position
from upheld.specimen.content_lines import content_lines

_POSITIONS = {"S": Position.SUPPORTED, "N": Position.NOTED, "P": Position.PENDING}


@dataclass(frozen=True, slots=True)
class Part:
    """One demand and who makes it: ``Part("Ratify the Covenant", ("FRA", "TUN"))``.

    ``verb`` is set where several parts share their end: "Sign (Iraq)/ratify (Spain) the Covenant".
    """

    text: str
    states: tuple[str, ...]
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What stands under one printed number.

    ``position`` is the one in the Working Group's report, ``answer`` the one after the addendum.
    """

    parts: tuple[Part, ...]
    position: Position
    answer: Position
    theme: str
    note: str = ""

    @property
    def slashed(self) -> bool:
        return any(part.verb for part in self.parts)

    @property
    def states(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(code for part in self.parts for code in part.states))


@cache
def recommendations(name: str) -> tuple[Recommendation, ...]:
    """The recommendations of ``content/<name>.txt`` in printed order."""
    found: list[Recommendation] = []
    for line in content_lines(name):
        head, words = line.split(" : ", 1)
        words, _, note = words.partition(" ^^ ")
        first, *rest = head.split()
        if first == "+":
            found[-1] = replace(found[-1], parts=(*found[-1].parts, Part(words, tuple(rest))))
            continue
        position, answer = _POSITIONS[first[0]], _POSITIONS[first[-1]]
        theme, *states = rest
        parts = _slashed(words) if words.startswith("/ ") else (Part(words, tuple(states)),)
        found.append(Recommendation(parts, position, answer, theme, note))
    return tuple(found)


def _slashed(words: str) -> tuple[Part, ...]:
    verbs, end = words.split(" || ")
    parts = []
    for verb, states in re.findall(r"/ ([^=/]+) = ([A-Z ]+)", verbs):
        parts.append(Part(f"{verb} {end}", tuple(states.split()), verb))
    return tuple(parts)
