"""The page header of a paper that has no masthead: a draft, or a list made by OHCHR.

"A/HRC/63/9" runs at the top of a draft report; "UPR of Slovenia (4th Cycle - 48th Session)" at the
top of a thematic list of recommendations. Where the masthead is absent these are the only facts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from upheld.core.document import BlockKind, Document
from upheld.core.states import State, find_state
from upheld.core.symbols import Symbol, find_symbols

_REVIEW = re.compile(
    r"\bUPR\s+of\s+(?:the\s+)?(?P<state>[^\n]{3,70}?)\s*\(\s*\d\w*\s+cycle\s*[-–—,]\s*"
    r"(?P<session>\d{1,2})\w*\s+session\s*\)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PageHeader:
    """What page headers say: the symbol, or the State and the Working Group's session."""

    symbol: Symbol | None = None
    state: State | None = None
    session: int | None = None


def read_page_header(document: Document) -> PageHeader:
    """The facts of the first page header that has any."""
    for block in document.blocks:
        if block.kind is not BlockKind.HEADER:
            continue
        text = document.raw(block.span)
        review = _REVIEW.search(text)
        if review:
            return PageHeader(None, find_state(review["state"]), int(review["session"]))
        for mention in find_symbols(text):
            return PageHeader(mention.symbol)
    return PageHeader()
