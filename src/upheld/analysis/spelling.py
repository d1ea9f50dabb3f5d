"""A slip of the fingers put right: "goverment" is government, "prisson" is prison.

Only long English words that neither the glossary nor the stories know are looked at, and only one
letter may be wrong, missing, too many or in its neighbour's place. The first letter counts as
meant. Where two words are as near, nothing is guessed.
"""

from __future__ import annotations

import string
from functools import cache, lru_cache

from upheld.analysis import glossary, stories
from upheld.core.fold import fold
from upheld.core.search_stems import stem

SHORTEST = 6
"""Letters of a word that is put right; shorter ones are near to too many others."""


@lru_cache(maxsize=4096)
def put_right(word: str) -> str:
    """The word that was meant, or ``word`` itself where it is known or nothing is near.

    >>> put_right("goverment")
    'government'
    """
    typed = fold(word)
    if len(typed) < SHORTEST or not (typed.isascii() and typed.isalpha()):
        return word
    words, stems = _known()
    if stem(typed) in stems:
        return word
    near = {stem(meant): meant for meant in sorted(words & _one_letter_off(typed))}
    return next(iter(near.values())) if len(near) == 1 else word


def _one_letter_off(word: str) -> set[str]:
    found = set()
    for at in range(1, len(word) + 1):
        before, after = word[:at], word[at:]
        found.add(before + after[1:])
        if len(after) > 1:
            found.add(before + after[1] + after[0] + after[2:])
        for letter in string.ascii_lowercase:
            found.add(before + letter + after)
            found.add(before + letter + after[1:])
    return found - {word}


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """English words of the glossary and the stories, and their stems."""
    said = (*glossary.english_said(), *glossary.expressions(), *stories.english_said())
    words = frozenset(word for each in said for word in fold(each).replace("-", " ").split())
    return words, frozenset(map(stem, words))
