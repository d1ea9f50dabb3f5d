"""One spelling for comparing: "Côte d’Ivoire", "CÔTE D'IVOIRE" and "cote d'ivoire" fold alike.

Names of States, labels and search words are compared after folding, never as printed. Vietnamese
folds with or without marks ("Đức" and "duc"), full-width and half-width forms are one, and every
apostrophe is "'". What is shown to a reader is always the printed form, never the folded one.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import filterfalse

# Letters that Unicode does not decompose into a base letter and a mark, and printed apostrophes,
# which only differ in type ("Côte d’Ivoire" in UN editing, "Cote d`Ivoire" from typewriters).
_LETTERS = str.maketrans(
    {
        "đ": "d", "ð": "d", "ł": "l", "ø": "o", "ħ": "h", "ı": "i", "ŧ": "t",
        "æ": "ae", "œ": "oe", "þ": "th",
        "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "′": "'",
    }
)  # fmt: skip
_NOT_A_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Compatibility form, no case, no marks: ``fold("Việt Nam") == "viet nam"``.

    Idempotent: ``fold(fold(text)) == fold(text)`` for any text.
    """
    if text.isascii():
        return text.lower().translate(_LETTERS)
    folded = _fold_once(text)
    if folded.isascii():
        return folded
    # Some letters fold to others that fold again (U+03F4 to theta and its like): a second pass
    # reaches the fixed point.
    again = _fold_once(folded)
    while again != folded:
        folded, again = again, _fold_once(again)
    return folded


def fold_words(text: str) -> str:
    """Folded words with single blanks between them: "Iran (Islamic Republic of)" and
    "IRAN, ISLAMIC REPUBLIC OF" both give "iran islamic republic of"; "&" reads "and".
    """
    return _NOT_A_WORD.sub(" ", fold(text.replace("&", " and "))).strip()


def _fold_once(text: str) -> str:
    # Apostrophes first: the acute accent standing alone decomposes to a blank and a mark.
    spread = unicodedata.normalize("NFKD", text.translate(_LETTERS)).casefold()
    bare = spread if spread.isascii() else "".join(filterfalse(unicodedata.combining, spread))
    return unicodedata.normalize("NFKC", bare.translate(_LETTERS)).casefold()
