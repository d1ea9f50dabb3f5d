"""What a reading of a question can be taken back to: the words exactly as typed.

In "noted by Viet Nam" the position and the State were recognised. Whoever meant the words writes
``="noted"`` and ``="Viet Nam"``; the questions made here have that in the place of each reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from upheld.analysis.query import AllOf, AnyOf, Meaning, Node, Not, Phrase, Question, Word
from upheld.analysis.query_fields import Field

_QUOTED = re.compile(r'=?["“”„«»][^"“”„«»]*["“”„«»]?')


@dataclass(frozen=True, slots=True)
class AsTyped:
    """``printed`` are the words that were understood, ``question`` the one that looks for them."""

    printed: str
    question: str


def as_typed(question: Question) -> list[AsTyped]:
    """For each reading of the question the question without it; the last one without them all.

    Empty when nothing was read into the words. A field that was typed as one ("state:VNM") is no
    reading.
    """
    printed = list(dict.fromkeys(_readings(question.root)))
    found = [
        AsTyped(words, corrected)
        for words in printed
        if (corrected := _quoted(question.text, words)) != question.text
    ]
    if len(found) > 1:
        corrected = question.text
        for one in found:
            corrected = _quoted(corrected, one.printed)
        found.append(AsTyped(question.text, corrected))
    return found


def _readings(node: Node | None) -> Iterator[str]:
    match node:
        case Field():
            yield node.printed
        case Meaning(printed, alternatives):
            if alternatives not in ((Word(printed),), (Phrase(printed),)):
                yield printed
        case Not(inner):
            yield from _readings(inner)
        case AllOf(nodes) | AnyOf(nodes):
            for inner in nodes:
                yield from _readings(inner)


def _quoted(text: str, printed: str) -> str:
    """The first place of ``printed`` outside quotation marks and fields, in quotation marks."""
    words = r"[\s,;.]+".join(map(re.escape, printed.split()))
    place = re.compile(rf"(?<![\w:]){words}(?!\w|:)", re.IGNORECASE)
    closed = [found.span() for found in _QUOTED.finditer(text)]
    for found in place.finditer(text):
        if not any(start < found.end() and found.start() < end for start, end in closed):
            return f'{text[: found.start()]}="{found.group()}"{text[found.end() :]}'
    return text
