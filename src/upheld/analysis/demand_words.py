"""The words of a demand as they are compared: "Criminalise marital rape" and "criminalizing" agree.

Endings, British or American spelling and little words count for nothing here. A stem is never
shown to a reader; each keeps the place of the word that it was made from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from upheld.core.fold import fold
from upheld.core.search_stems import stem

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*")
_LITTLE_WORDS = (
    "a an the of in to and or for on with by at from its their his her it that this these those is "
    "are be been being was were as which will would shall has have had do does did than then them "
    "they not no if into but he she we our"
)
_NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_LITTLE = frozenset(_LITTLE_WORDS.split())
# Those below six stand in phrases such as "one of the first" and count nothing.
_NUMBERS = {word: value for value, word in enumerate(_NUMBER_WORDS.split()) if value > 5}


@dataclass(frozen=True, slots=True)
class Word:
    """One word that counts: its stem, its folded form, where it stands, and how it begins."""

    stem: str
    folded: str
    start: int
    end: int
    capital: bool

    @property
    def number(self) -> int | None:
        """The whole number that it is, in digits or in letters: "18", "eighteen"."""
        if self.folded.isdecimal():
            return int(self.folded)
        return _NUMBERS.get(self.folded)


def words(text: str) -> list[Word]:
    """The words of ``text`` that count, in printed order."""
    found = []
    for match in _WORD.finditer(text):
        printed = match.group()
        folded = fold(printed).removesuffix("'s")
        if folded not in _LITTLE:
            found.append(
                Word(stem(folded), folded, match.start(), match.end(), printed[0].isupper())
            )
    return found
