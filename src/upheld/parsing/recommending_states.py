"""The States in brackets behind a recommendation: "(Algeria, Bosnia and Herzegovina)", "[Spain]".

"(Iran (Islamic Republic of))" holds brackets of its own, "(France) (Lithuania)" stand side by side.

A bracket is one of States when what it holds reads as a list of States and nothing else; "(CRC)",
"(2009)" and "(article 9, paragraph 2)" are words of the recommendation. A bracket that closes an
item and looks like names, but is not recognised, is returned with the names as printed, so that a
finding can be made of it.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import lru_cache

from upheld.core.states import find_state

BRACKET_OR_SEMICOLON = re.compile(r"[()\[\];]")
AND = re.compile(r"\s+(?:and|et|y)\s+|\s+-\s+")
# The second half of an inverted name that was cut at its comma: "Venezuela, Bolivarian Republic of"
INVERTED_TAIL = re.compile(
    r"^(?:the\s+)?[\w’' ]*(?:republic|states|state|kingdom|people’?'?s)\s+of(?:\s+the)?$", re.I
)
FRAME = re.compile(
    r"^(?:the\s+)?(?:recommend(?:ed|ation)?s?\s+(?:by|from|of)\s+|by\s+|inter alia\s*,?\s*|"
    r"also\s+|as\s+recommended\s+by\s+)",
    re.I,
)
ON_BEHALF = re.compile(r"\s+(?:also\s+)?on behalf of\b.*$", re.I | re.S)
CLOSES_ITEM = re.compile(r"\s*[\d⁰¹²³⁴-⁹]{0,2}\s*(?:[;.,:]|$)")
LEADING_MARK = re.compile(r"^[\d⁰¹²³⁴-⁹]{1,2}\s+")
# "(Paraguay (Argentina)": the first bracket was never closed, the second holds the next State
UNCLOSED = re.compile(r"([^()\[\]]+?)\s*[(\[]([^()\[\]]+)[)\]]?")
LOST_BRACKETS = 8  # brackets without an end in one item, after which the rest is words
DEEPEST = 4  # brackets within brackets in which States are looked for
LONGEST_BRACKET = 4000  # letters; all States of the world in one bracket have fewer
LONGEST_PIECE = 240  # letters; four of the longest names joined by "and" have fewer
NAME_LIKE = re.compile(r"[A-Z][\w’'\-.]+(?:\s+(?:and|of|the|[A-Z(][\w’'\-.()]+))*")
# "(Istanbul Convention)" looks like a name, and is the short title of an instrument or a programme
INSTRUMENT = re.compile(
    r"\b(?:Convention|Protocol|Covenant|Charter|Statute|Treaty|Act|Law|Code|Rules|Principles|"
    r"Guidelines|Declaration|Plan|Programme|Strategy|Agenda|Committee|Commission|Council|Court|"
    r"Ministry|Fund|Bill|"
    r"Constitution|Agreement|Compact|Framework|Goals?|Rapporteur|Conference|Resolution|Pact)\b"
)
ACRONYM = re.compile(r"[A-Z0-9\-]{2,}s?(?:(?: and)? [A-Z0-9\-]{2,}s?)*")


@dataclass(frozen=True, slots=True)
class StatesBracket:
    """A bracket of States in a text: place, ISO3 codes in printed order, unrecognised names."""

    start: int
    end: int
    states: tuple[str, ...]
    unrecognised: tuple[str, ...] = ()


def find_brackets(text: str) -> list[StatesBracket]:
    """Every bracket of States in ``text``, in order."""
    return list(_brackets(text, 0, 0))


def _brackets(text: str, offset: int, depth: int) -> Iterator[StatesBracket]:
    for start, inside_end, end in bracketed(text):
        states, unrecognised = read_states(text[start + 1 : inside_end])
        closes_item = CLOSES_ITEM.match(text, end) is not None
        names = closes_item and _all_names(unrecognised)
        if states and (len(unrecognised) <= len(states) or names):
            yield StatesBracket(start + offset, end + offset, states, unrecognised)
        elif not states and names:
            yield StatesBracket(start + offset, end + offset, (), unrecognised)
        elif depth < DEEPEST:
            # "(and the Rome Statute (Mexico, Brazil))": the bracket of States stands within
            inside = text[start + 1 : inside_end]
            yield from _brackets(inside, offset + start + 1, depth + 1)


def bracketed(text: str) -> Iterator[tuple[int, int, int]]:
    """(start, end of what it holds, end) of the outermost brackets, mended where one was forgotten.

    "(Iran (Islamic Republic of);" lacks its last bracket: it ends before the semicolon. "(and the
    Rome Statute (Mexico, Brazil);" lacks it too, and holds no States: what follows counts anew.
    """
    position = 0
    for _ in range(LOST_BRACKETS):
        unclosed = yield from _closed(text, position)
        if unclosed < 0:
            return
        inside = text[unclosed + 1 :].rstrip(" ;.,")
        if read_states(inside)[0]:
            end = unclosed + 1 + len(inside)
            yield unclosed, end, end
            return
        position = unclosed + 1


def _closed(text: str, position: int) -> Generator[tuple[int, int, int], None, int]:
    """The outermost brackets from ``position`` on; returns where one stays open to the end, or -1.

    A lost bracket that a semicolon tells is closed there.
    """
    depth = 0
    start = -1
    for mark in BRACKET_OR_SEMICOLON.finditer(text, position):
        index, letter = mark.start(), mark[0]
        if letter in "([":
            if depth == 0:
                start = index
            depth += 1
        elif letter in ")]" and depth:
            depth -= 1
            if depth == 0:
                yield start, index, index + 1
        elif letter == ";" and depth:
            # Inside brackets semicolons separate States; other words mean a lost bracket.
            states, unrecognised = read_states(text[start + 1 : index])
            if states and not unrecognised and _bracket_is_lost(text, index):
                yield start, index, index
                depth = 0
    return start if depth else -1


def _bracket_is_lost(text: str, index: int) -> bool:
    behind = text[index + 1 : index + LONGEST_BRACKET]
    closing = re.search(r"[)\]]", behind)
    return not read_states(behind[: closing.start()] if closing else behind)[0]


@lru_cache(maxsize=4096)
def read_states(printed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(ISO3 codes, names not recognised) of a bracket's content, in printed order."""
    content = re.sub(r"\s+", " ", re.sub(r"-\n\s*", "-", printed)).strip(" .,;:")
    content = ON_BEHALF.sub("", FRAME.sub("", content))
    codes: list[str] = []
    unknown: list[str] = []
    for piece in _pieces(content):
        found = _states_of(piece)
        if found:
            codes.extend(code for code in found if code not in codes)
        else:
            unknown.append(piece)
    return tuple(codes), tuple(unknown)


def _pieces(content: str) -> Iterator[str]:
    """Cut at commas outside inner brackets; put "Bolivarian Republic of" back to its name."""
    parts: list[str] = []
    depth = 0
    current = ""
    for letter in content:
        depth += (letter in "([") - (letter in ")]")
        if letter in ",;/&" and depth <= 0:
            parts.append(current)
            current = ""
        else:
            current += letter
    parts.append(current)
    joined: list[str] = []
    for part in (piece.strip() for piece in parts):
        if joined and INVERTED_TAIL.match(part) and not find_state(part):
            joined[-1] += f", {part}"
        elif part:
            joined.append(LEADING_MARK.sub("", part))
    yield from joined


@lru_cache(maxsize=8192)
def _states_of(piece: str) -> tuple[str, ...]:
    """The States of a piece without commas: one, or several joined by "and" or by nothing."""
    if len(piece) > LONGEST_PIECE:
        return ()
    if state := find_state(piece):
        return (state.iso3,)
    if unclosed := UNCLOSED.fullmatch(piece):
        head, tail = _states_of(unclosed[1]), _states_of(unclosed[2])
        if head and tail:
            return head + tail
    for match in AND.finditer(piece):
        head, tail = _states_of(piece[: match.start()]), _states_of(piece[match.end() :])
        if head and tail:
            return head + tail
    lead = re.match(r"(?:and|the|by|from|of)\s+", piece, re.I)
    if lead:
        return _states_of(piece[lead.end() :])
    words = piece.split(" ")
    if 1 < len(words) <= 8:
        for cut in range(len(words) - 1, 0, -1):
            head_state = find_state(" ".join(words[:cut])) if words[cut][:1].isupper() else None
            if head_state and (tail := _states_of(" ".join(words[cut:]))):
                return (head_state.iso3, *tail)
    return ()


def _all_names(pieces: tuple[str, ...]) -> bool:
    """True if each piece could be the misprinted name of a State."""
    return bool(pieces) and all(
        NAME_LIKE.fullmatch(piece)
        and not ACRONYM.fullmatch(piece)
        and not INSTRUMENT.search(piece)
        and len(piece) < 50
        for piece in pieces
    )
