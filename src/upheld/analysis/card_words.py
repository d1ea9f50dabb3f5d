"""The sentences of the classifier's card in the reader's language.

The card (``models/card.json``) is written by a tool, in English, with its figures in the sentences:
"The 20 suggested validation States (4,406 texts)." ``models/card_vi.json`` has each sentence in
Vietnamese with places for its numbers, so that figures measured again need no translation.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*|\.\d+")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the card as the reader gets it, and the language in which it stands there."""

    text: str
    language: str


def said_in(language: str, sentence: str) -> Said:
    """``sentence`` in ``language`` where it is translated, else as the card has it.

    >>> said_in("vi", "English only. Other languages get few or wrong labels.").language
    'vi'
    """
    words = _vietnamese().get(_NUMBER.sub("#", sentence)) if language == "vi" else None
    if words is None:
        return Said(sentence, "en")
    numbers = map(_as_written_in_vietnamese, _NUMBER.findall(sentence))
    return Said(words.format(*numbers), "vi")


def _as_written_in_vietnamese(number: str) -> str:
    """ "27,217" is "27.217", ".901" is "0,901"; the "2.0" of a licence stays."""
    if _GROUPED.fullmatch(number):
        return number.replace(",", ".")
    return f"0,{number[1:]}" if number.startswith(".") else number


@cache
def _vietnamese() -> dict[str, str]:
    text = files("upheld.analysis").joinpath("models/card_vi.json").read_text("utf-8")
    sentences: dict[str, str] = json.loads(text)["sentences"]
    return sentences
