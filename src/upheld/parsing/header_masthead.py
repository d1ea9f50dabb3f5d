"""The masthead of a first page, from "United Nations" down to the agenda item's title.

::

    United Nations                         A/HRC/27/4
    General Assembly                       Distr.: General
                                           7 July 2014
                                           Original: English
    Human Rights Council
    Twenty-seventh session
    Agenda item 6
    Universal periodic review

Masthead lines are told by what they say and not by their place, because plain text and PDF order
them differently.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from upheld.core.bodies import Body, find_body
from upheld.core.dates import find_dates
from upheld.core.ordinals import is_session_heading, session_number
from upheld.core.symbols import Symbol, find_symbols
from upheld.parsing.header_agenda import agenda_item, item_title_length
from upheld.parsing.header_lines import PrintedLine
from upheld.parsing.header_title import ends_title

_TOP = 10  # lines in which a page without masthead prints its symbol
_LONGEST = 60  # lines; joint documents print two bodies, two sessions and two items
# "25 February–22 March 2019", "Geneva, 8-19 February 2010", "4–15 ноября 2019 года"
_WHEN_AND_WHERE = re.compile(
    r"^(?:[\w\s]{3,20},\s*)?\(?(?:from\s+)?\d{1,2}\b[^:]{0,60}\b\d{4}\b[\s\w.)]{0,8}[*∗]*\s*$"
)
_SUBSIDIARY = 5  # lines from the organ's session to its working group's
_TORN = re.compile(r"^/(?=HRC/)", re.MULTILINE)
_PUT_OFF = re.compile(r"^(?:resumed|first part|second part|part\s|agenda item$)", re.IGNORECASE)
_LONGEST_ITEM_TITLE = 9  # lines


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the masthead says; ``title_at`` is the index of the line after it, 0 without one."""

    symbol: Symbol | None = None
    date: date | None = None
    body: Body | None = None
    session: int | None = None
    agenda_item: str = ""
    title_at: int = 0


def read_masthead(lines: Sequence[PrintedLine]) -> Masthead:
    """The masthead at the beginning of ``lines``."""
    head = lines[:_LONGEST]
    sessions = _session_lines(head)
    items = _agenda_lines(head)
    last = max([*sessions, *items], default=None)
    if last is None:
        return _without_session(head)
    first = min([*sessions[:1], *items])
    return Masthead(
        symbol=_symbol(head[:last]),
        date=_date_of_issue(head[:first]),
        body=_body(head[:first]),
        session=session_number(head[sessions[0]].text) if sessions else None,
        agenda_item=agenda_item(head[items[0]].text) or "" if items else "",
        title_at=_title_at(lines, last, item=bool(items) and last == items[-1]),
    )


def _without_session(head: Sequence[PrintedLine]) -> Masthead:
    """A page that prints neither session nor item: the title follows the body's name.

    Without a body either it may be a table or a draft, where symbols are sources: only a symbol
    on a line of its own is the document's.
    """
    at = next((i for i, line in enumerate(head) if find_body(line.text.rstrip("*∗ "))), None)
    if at is None:
        return Masthead(symbol=_symbol([line for line in head[:_TOP] if _is_symbol(line.text)]))
    return Masthead(
        symbol=_symbol(head),
        date=_date_of_issue(head),
        body=_body(head),
        title_at=_title_at(head, at, item=False),
    )


def _is_symbol(text: str) -> bool:
    """Whether a line prints a symbol and nothing else, but for "United Nations" before it."""
    mention = next(find_symbols(text), None)
    if mention is None:
        return False
    before, after = text[: mention.start].strip(), text[mention.end :].strip(" *∗")
    return not after and (not before or before.istitle())


def _is_session(text: str) -> bool:
    return len(text) < 60 and is_session_heading(text)


def _session_lines(head: Sequence[PrintedLine]) -> list[int]:
    """The session of the organ and, close below, the session of its working group with its dates.

    A title that runs on with "nineteenth session" on a line of its own has no dates below it.
    """
    found = [i for i, line in enumerate(head) if _is_session(line.text)]
    return [
        i
        for i in found
        if i == found[0]
        or (
            i - found[0] <= _SUBSIDIARY
            and _WHEN_AND_WHERE.match(head[min(i + 1, len(head) - 1)].text)
        )
    ]


def _agenda_lines(head: Sequence[PrintedLine]) -> list[int]:
    """The lines with agenda items; two where a joint document stands on two agendas."""
    found = [i for i, line in enumerate(head) if agenda_item(line.text) is not None]
    return [i for i in found if i - found[0] < 25]


def _symbol(head: Sequence[PrintedLine]) -> Symbol | None:
    """The first symbol; a line break may split it ("United Nations A" / "/HRC/WG.6/33/BRN/3").

    The first letter, printed larger, may stand on a line of its own above "United Nations".
    """
    text = "\n".join(line.text for line in head)
    mention = next(find_symbols(text), None) or next(find_symbols(_TORN.sub("A/", text)), None)
    return mention.symbol if mention else None


def _date_of_issue(head: Sequence[PrintedLine]) -> date | None:
    for line in head:
        for mention in find_dates(line.text):
            return mention.date
    return None


def _body(head: Sequence[PrintedLine]) -> Body | None:
    """The last body named: the organ comes first, the body that met comes last."""
    found: Body | None = None
    for index, line in enumerate(head):
        joined = line.text
        for following in (None, *head[index + 1 : index + 3]):
            joined = joined if following is None else f"{joined} {following.text}"
            found = find_body(joined.rstrip("*∗ ")) or found
    return found


def _title_at(lines: Sequence[PrintedLine], last: int, *, item: bool) -> int:
    """The line after the item's title, the dates and the place of the session; 0 if none follows.

    ``item``: line ``last`` is an agenda item's.
    """
    at = last + 1 + (_unknown_item_title(lines[last + 1 :]) if item else 0)
    while at < len(lines):
        text = lines[at].text
        length = item_title_length(lines[at:])
        if length:
            at += length
        elif _WHEN_AND_WHERE.match(text) or _is_session(text) or _PUT_OFF.match(text):
            at += 1
        else:
            return at
    return 0


def _unknown_item_title(lines: Sequence[PrintedLine]) -> int:
    """The lines of an item's title that is not the Council's: all up to the next white space.

    Other organs' agendas and other languages have too many titles to know. Where the first white
    space stands only below the document's title, these lines are that title.
    """
    if not lines or lines[0].gap or item_title_length(lines):
        return 0
    end = next((i for i, line in enumerate(lines[:_LONGEST_ITEM_TITLE]) if line.gap), 0)
    return 0 if end and ends_title(lines[end].text) else end
