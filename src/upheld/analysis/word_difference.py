"""What changed between two versions of a text, word by word: "A bill [and a hearing]".

Pure: the pieces in order, each said by both, only before, or only after.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\s+|[^\s]+")


class Kind(StrEnum):
    """Whether a piece stands in both versions, was taken out, or was put in."""

    KEPT = "kept"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, with the blanks between them."""

    kind: Kind
    text: str


def word_difference(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts. Joined without what was put in they are ``before``, and so on.

    >>> [(p.kind.value, p.text) for p in word_difference("A bill.", "A draft bill.")]
    [('kept', 'A '), ('in', 'draft '), ('kept', 'bill.')]
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Kind.KEPT, "".join(old[i1:i2])))
            continue
        if i2 > i1:
            pieces.append(Piece(Kind.OUT, "".join(old[i1:i2])))
        if j2 > j1:
            pieces.append(Piece(Kind.IN, "".join(new[j1:j2])))
    return tuple(pieces)
