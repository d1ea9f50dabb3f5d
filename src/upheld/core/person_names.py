"""A person's name as it is kept: one line that cannot turn round the words beside it.

"  Trần  Thị Hương " is kept as "Trần Thị Hương".
"""

from __future__ import annotations

from upheld.core.directions import without_turns

MOST_LETTERS = 200


def kept_name(typed: str) -> str:
    """``typed`` on one line, at most ``MOST_LETTERS`` long. Arabic and Hebrew letters stay."""
    return " ".join(without_turns(typed).split())[:MOST_LETTERS]
