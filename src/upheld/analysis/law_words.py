"""Which Vietnamese words of law speak of what a recommendation asks: "death penalty", "tử hình".

The glossary is read backwards: what an English text says, as the laws say it. The weight of a word
is how rarely the passages use it.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from upheld.analysis.glossary import Entry, entries
from upheld.core.fold import fold
from upheld.core.search_tokens import search_tokens

# Verbs of recommendations and words for rights at large stand in every law, about everything.
_SAYS_LITTLE = frozenset(
    {"actions", "UPR words", "united nations", "human rights in general", "international"}
)


_FEW = 50
"""In a law of a few passages even what most of them name is worth showing."""


@dataclass(frozen=True, slots=True)
class Found:
    """The place of a passage in what was searched, its score, and the words that it shares."""

    at: int
    score: float
    words: tuple[str, ...]


def words_of_law(text: str) -> list[tuple[str, ...]]:
    """For each thing that an English ``text`` names, the Vietnamese expressions for it.

    "Abolish the death penalty" gives, among others, ("án tử hình", "tử hình", …).
    """
    tokens = search_tokens(text)
    held = set(tokens)
    runs = f" {' '.join(tokens)} "
    found: dict[tuple[str, ...], int] = {}
    for entry, ways in _backwards():
        letters = max((sum(map(len, way)) for way in ways if _says(way, held, runs)), default=0)
        if letters:
            # A single syllable ("chồng", "lập") is a part of too many other words.
            said = tuple(_plain(way) for way in entry.vietnamese if " " in way.strip())
            if said:
                found[said] = letters
    return sorted(found, key=lambda said: -found[said])


def words_typed(text: str) -> list[tuple[str, ...]]:
    """What a person typed, as it stands: phrases apart by commas, single words otherwise."""
    parts = text.split(",") if "," in text else [text]
    return [(_plain(part),) for part in parts if part.strip()]


def best_passages(
    asked: Sequence[tuple[str, ...]],
    passages: Iterable[str],
    most: int,
    *,
    least: float = 0.5,
    typed: bool = False,
) -> list[Found]:
    """The passages that share most with what is asked, the best first.

    ``asked`` holds the ways of saying each thing; one of them is enough. A thing that half of all
    passages name says nothing about any of them, unless ``least`` is 0 or the passages are few.
    What a person ``typed`` without Vietnamese marks ("tu hinh") finds the words with them; what
    was typed with marks means itself.
    """
    texts = [f" {_plain(passage)} " for passage in passages]
    bare = [fold(text) for text in texts] if typed else texts
    places = [
        [
            (at, way)
            for at, (text, unmarked) in enumerate(zip(texts, bare, strict=True))
            if (way := _first(ways, text) or _first(ways, unmarked))
        ]
        for ways in asked
    ]
    scores: dict[int, float] = {}
    shared: dict[int, list[str]] = {}
    for found in places:
        if not found:
            continue
        weight = math.log(len(texts) / len(found)) + 0.1
        for at, way in found:
            if way not in shared.setdefault(at, []):
                scores[at] = scores.get(at, 0.0) + weight
                shared[at].append(way)
    ranked = sorted(scores, key=lambda at: (-scores[at] / _length(texts[at]), at))
    return [
        Found(at, round(scores[at] / _length(texts[at]), 3), tuple(shared[at]))
        for at in ranked[:most]
        if scores[at] > (least if len(texts) >= _FEW else 0)
    ]


@cache
def _backwards() -> tuple[tuple[Entry, tuple[tuple[str, ...], ...]], ...]:
    """The glossary's lines in Vietnamese with the tokens of their English expressions."""
    return tuple(
        (
            entry,
            tuple(
                tuple(" ".join(search_tokens(part)) for part in way.split("+"))
                for way in entry.english
            ),
        )
        for entry in entries()
        if entry.origin != "english" and entry.english and entry.category not in _SAYS_LITTLE
    )


def _says(parts: tuple[str, ...], held: set[str], runs: str) -> bool:
    return all(part and (part in held or f" {part} " in runs) for part in parts)


def _first(ways: tuple[str, ...], text: str) -> str:
    return next((way for way in ways if f" {way} " in text), "")


def _length(text: str) -> float:
    """Long clauses name many things; a short one that names the same is closer."""
    return 1 + 0.15 * math.log1p(len(text) / 200)


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFC", text).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in letters).split())
