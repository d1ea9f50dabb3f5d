"""One statement of an addendum: which numbers, which answer, in which words."""

from __future__ import annotations

from dataclasses import dataclass

from upheld.core.positions import Position
from upheld.parsing.position_lists import NumberList


@dataclass(frozen=True, slots=True)
class Statement:
    """Numbers with one answer: 140.7, 140.8 … "The Government accepts …", in paragraph "3".

    ``position`` is None for an open answer. ``in_parts``: one part of the demand is answered so
    and another otherwise. ``answered`` is False where the words hold nothing like an answer.
    """

    numbers: NumberList
    position: Position | None
    words: str
    paragraph: str = ""
    in_parts: bool = False
    answered: bool = True
