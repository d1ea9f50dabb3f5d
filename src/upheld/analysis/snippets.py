"""What of a text answers the question: the words found are marked, the rest is shortened.

"…to combat [violence against women], including…": pieces of the printed text, each marked or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from upheld.analysis.query import AllOf, AnyOf, Meaning, Node, Phrase, Prefix, Word
from upheld.core.fold import fold
from upheld.core.search_tokens import search_tokens, tokens_in

WHOLE = 600
"""Letters of a text that is shown whole; a longer one begins shortly before what was found."""

_BEFORE = 120


class Shown(NamedTuple):
    """A piece of a text as printed; ``found`` when the question asked for it."""

    text: str
    found: bool


def snippet(text: str, root: Node | None) -> list[Shown]:
    """The text in pieces, in order; joined they are the text or, of a long one, a part of it."""
    spans = list(_spans(text, root))
    first, last = 0, len(text)
    if len(text) > WHOLE:
        at = max(0, (spans[0][0] if spans else 0) - _BEFORE)
        first = text.rfind(" ", 0, at) + 1 if at else 0
        end = text.find(" ", min(first + WHOLE, len(text)))
        last = end if end > 0 else len(text)
    pieces = [Shown("… ", False)] if first else []
    at = first
    for start, end in spans:
        if start < at or end > last:
            continue
        if start > at:
            pieces.append(Shown(text[at:start], False))
        pieces.append(Shown(text[start:end], True))
        at = end
    if at < last:
        pieces.append(Shown(text[at:last], False))
    if last < len(text):
        pieces.append(Shown(" …", False))
    return pieces


def _spans(text: str, root: Node | None) -> Iterator[tuple[int, int]]:
    """Where the longest expression of the question begins at each word."""
    wanted, beginnings = _wanted(root)
    if not wanted and not beginnings:
        return
    tokens = list(tokens_in(text))
    at = 0
    while at < len(tokens):
        first = tokens[at]
        for sought in wanted.get(first.token, ()):
            found = tokens[at : at + len(sought)]
            if sought == [each.token for each in found]:
                yield first.start, found[-1].end
                at += len(sought)
                break
        else:
            if beginnings and first.form.startswith(beginnings):
                yield first.start, first.end
            at += 1


@lru_cache(maxsize=64)
def _wanted(root: Node | None) -> tuple[Mapping[str, Sequence[list[str]]], tuple[str, ...]]:
    """The expressions of a question by their first word, the longest first, and its beginnings.

    A page asks for them at each text.
    """
    by_first: dict[str, list[list[str]]] = {}
    for sequence in sorted(filter(None, _sequences(root)), key=len, reverse=True):
        by_first.setdefault(sequence[0], []).append(sequence)
    return by_first, tuple(_beginnings(root))


def _sequences(node: Node | None) -> Iterator[list[str]]:
    match node:
        case Word(printed) | Phrase(printed):
            yield search_tokens(printed)
        case AllOf(nodes) | AnyOf(nodes):
            for inner in nodes:
                yield from _sequences(inner)
        case Meaning(_, alternatives):
            for inner in alternatives:
                yield from _sequences(inner)


def _beginnings(node: Node | None) -> Iterator[str]:
    match node:
        case Prefix(printed):
            yield fold(printed)
        case AllOf(nodes) | AnyOf(nodes):
            for inner in nodes:
                yield from _beginnings(inner)
