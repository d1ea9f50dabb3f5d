"""UPR Info's list as records that it publishes: each row with its State under review and session.

The file is the one of ``upr_info``. As one document it has 135 States under review and no number;
here each row goes to the review it belongs to. UPR Info gives its rows no id that a download
carries, so the id is made from the State, the session, the recommending State and the words; a row
that is printed twice is two.
"""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from uuid import NAMESPACE_URL, uuid5

from upheld.core.fold import fold_words
from upheld.core.items import ItemKind
from upheld.core.states import find_state
from upheld.core.upr_sessions import review_session
from upheld.parsing.item_words import clean
from upheld.parsing.published import Left, Published, printed_labels, sound
from upheld.parsing.recommending_states import read_states
from upheld.parsing.upr_info import LABELS, NAMES, PLEDGE, POSITIONS, REQUIRED


def columns(head: Iterable[str]) -> dict[str, int]:
    """Which field stands in which column; empty when this is not UPR Info's list."""
    found: dict[str, int] = {}
    for place, name in enumerate(head):
        if (field := NAMES.get(fold_words(name))) and field not in found:
            found[field] = place
    return found if found.keys() >= set(REQUIRED) else {}


def rows(cells: Iterable[list[str]]) -> Iterator[Published | Left]:
    """The rows below the head, which may stand under a title."""
    places: dict[str, int] = {}
    met: Counter[str] = Counter()
    number = 0
    for row in cells:
        if not places:
            places = columns(row)
        elif any(row):
            number += 1
            given = {
                field: " ".join(sound(html.unescape(row[place])).split())
                for field, place in places.items()
                if place < len(row)
            }
            yield _published(given, number, met)


def _published(given: dict[str, str], number: int, met: Counter[str]) -> Published | Left:
    text = clean(given.get("text", ""))
    if not text:
        return Left("row.no_text", number)
    reviewed, unknown = _states(given.get("reviewed", ""))
    response = given.get("position", "")
    pledge = fold_words(response) == PLEDGE
    by, unknown_by = ((), ()) if pledge else _states(given.get("states", ""))
    session = given.get("session", "")
    identity = "\n".join((given.get("reviewed", ""), session, given.get("states", ""), text))
    met[identity] += 1
    printed = int(session) if session.isdigit() else None
    known = review_session(printed) if printed else None
    return Published(
        key=uuid5(NAMESPACE_URL, f"upr-info:{identity}\n{met[identity]}"),
        symbol="",
        body="UPR",
        states=reviewed,
        day=known.end if known else None,
        session=printed,
        kind=ItemKind.PLEDGE if pledge else ItemKind.RECOMMENDATION,
        number="",
        text=text,
        recommending=by,
        position=POSITIONS.get(fold_words(response)),
        position_words=response,
        labels=printed_labels([], [], [], LABELS.split(given.get("issues", ""))),
        unknown=unknown + unknown_by,
    )


@lru_cache(maxsize=4096)
def _states(printed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = find_state(printed)
    return ((found.iso3,), ()) if found else read_states(printed)
