"""The first page of any UN human-rights document: symbol, date, body, session, item, title, State.

All first pages follow one masthead (``header_masthead``), then print the document's title and, in
a review, the State. Layouts differ by year, language and file format; the facts do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from upheld.core.bodies import BodyKind
from upheld.core.document import Document
from upheld.core.facts import FirstPage
from upheld.core.languages import language_named, language_of, original_languages
from upheld.core.ordinals import session_number
from upheld.core.states_text import find_states_in
from upheld.core.symbols import Symbol
from upheld.parsing.header_lines import PrintedLine, first_page_lines
from upheld.parsing.header_masthead import Masthead, read_masthead
from upheld.parsing.header_running import PageHeader, read_page_header
from upheld.parsing.header_title import states_named, title_of

# "The Working Group on the Universal Periodic Review ... held its eighteenth session from 27
# January to 7 February 2014": paragraph 1 of every Working Group report.
_HELD = re.compile(
    r"\b(?:held|a\s+tenu|celebró|провела)\s+(?:its|sa|su|свою)\s+"
    r"(?P<session>[^.;]{3,45}?\s(?:session|sesión|период|сессию))",
    re.IGNORECASE,
)
_OPENING = 15_000  # characters; paragraph 1 stands behind the contents where there are any
_LETTERS = re.compile(r"^(?:letter|note\s+verbale|written\s+statement|joint\s+written)", re.I)


def read_first_page(document: Document) -> FirstPage:
    """The facts that the first page prints; what it does not print stays empty.

    A document without a masthead (a draft, a table) still gives the facts of its page header.
    """
    lines = first_page_lines(document)
    masthead = read_masthead(lines)
    running = PageHeader() if masthead.symbol else read_page_header(document)
    symbol = masthead.symbol or running.symbol
    title = title_of(lines[masthead.title_at :]) if masthead.title_at else ""
    original = original_languages("\n".join(line.text for line in lines))
    return FirstPage(
        symbol=symbol.text if symbol else "",
        title=title,
        agenda_item=masthead.agenda_item,
        body=masthead.body.name if masthead.body else "",
        council_session=_council_session(masthead, symbol),
        session=running.session or _session(document, masthead, symbol),
        date=masthead.date,
        states=(running.state.iso3,) if running.state else _states(title, symbol),
        language=_language(document, lines),
        languages=original,
    )


def _council_session(masthead: Masthead, symbol: Symbol | None) -> int | None:
    if symbol and symbol.body == "HRC" and symbol.session.isdigit():
        return int(symbol.session)
    if masthead.body and masthead.body.code == "HRC":
        return masthead.session
    return None


def _session(document: Document, masthead: Masthead, symbol: Symbol | None) -> int | None:
    """The session of the body that held the review; for other documents the body's own session."""
    if symbol and symbol.body == "UPR":
        return int(symbol.session) if symbol.session.isdigit() else masthead.session
    held = _HELD.search(document.text, 0, _OPENING)
    if held and (number := session_number(" ".join(held["session"].split()))):
        return number
    if masthead.body and masthead.body.kind is BodyKind.ORGAN and masthead.agenda_item == "6":
        return None  # an addendum or a decision does not print the Working Group's session
    return masthead.session


def _states(title: str, symbol: Symbol | None) -> tuple[str, ...]:
    """The States under review: the symbol's, else those that stand in the title."""
    if symbol and symbol.state:
        return (symbol.state,)
    for part in reversed(title.split(" - ")):
        named = states_named(part)
        if named:
            return tuple(state.iso3 for state in named)
    if _LETTERS.match(title):
        return ()
    return tuple(dict.fromkeys(mention.state.iso3 for mention in find_states_in(title)))


def _language(document: Document, lines: Sequence[PrintedLine]) -> str:
    """The language printed above "Original:", else the one in which the text is written."""
    for line, following in pairwise(lines):
        if original_languages(following.text):
            printed = language_named(line.text.split(" ")[-1])
            if printed:
                return printed
    return language_of(document.text) or next(
        iter(original_languages("\n".join(line.text for line in lines))), ""
    )
