"""A person's name as it is kept: one line that cannot turn round the words beside it.

"  Trần  Thị Hương " is kept as "Trần Thị Hương".
"""

from __future__ import annotations

MOST_LETTERS = 200

# Characters that order the letters after them: embeddings, overrides and isolates. One in a name
# would print "submitted" as "dettimbus" wherever the history sets the name before the word.
_DIRECTIONS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def kept_name(typed: str) -> str:
    """``typed`` on one line, at most ``MOST_LETTERS`` long. Arabic and Hebrew letters stay."""
    return " ".join(typed.translate(_DIRECTIONS).split())[:MOST_LETTERS]
