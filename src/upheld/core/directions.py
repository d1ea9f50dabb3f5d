"""Signs that nobody sees and that turn round the letters after them: "An\\u202eabc" prints "Ancba".

Unicode has nine of them: embeddings and overrides (U+202A to U+202E) and isolates (U+2066 to
U+2069; Unicode Standard Annex 9). One in a title would turn round the sentence that names it.
"""

from __future__ import annotations

_TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def without_turns(text: str) -> str:
    """``text`` without these signs. Arabic and Hebrew letters stay, and keep their own order.

    >>> without_turns("An\\u202eabc")
    'Anabc'
    """
    return text.translate(_TURNS)
