"""Vietnamese in everyday words, English as the UN prints it: "chồng đánh vợ" is domestic violence.

The glossary (``data/glossary_vi_en.csv``) has a line for each thing people ask about: its
Vietnamese expressions, official and everyday, and the expressions by which English texts are
searched. ``translate`` covers a question with the longest expressions it can; marks may be missing
("quyen tre em"). A word with marks is only ever taken for itself: "tù" is no "tư".
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from upheld.core.fold import fold
from upheld.core.search_tokens import search_tokens

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SYLLABLE = re.compile(r"[^\W_]+")
_LETTERS_OF_VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]|[\u0303\u0309\u0323\u031b]")
AIDS = ("actions",)
"""Categories that help to sort ("thúc đẩy", promote), and are not demanded."""

_LONGEST = 12  # syllables of an expression that are compared


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One line: what people say, and the English expressions that find it.

    Within an English expression "+" stands between what may stand apart ("violence + schools").
    Entries of origin "english" have everyday English in the place of Vietnamese ("kids"). An entry
    without English says nothing about the matter ("cho tôi xem"): it is passed over. Words
    ``as_listed`` mean it in no other form: "wells" are for water, "as well" is not.
    """

    vietnamese: tuple[str, ...]
    english: tuple[str, ...]
    category: str
    origin: str
    as_listed: frozenset[str] = frozenset()


class Piece(NamedTuple):
    """``words[start:end]`` of a question with its entries, none where it was not understood."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    @property
    def places(self) -> range:
        """Where its words stand."""
        return range(self.start, self.end)


@cache
def entries() -> tuple[Entry, ...]:
    """Every line of the glossary."""
    place = files("upheld.analysis").joinpath("data", "glossary_vi_en.csv")
    rows = csv.DictReader(place.read_text(encoding="utf-8").splitlines())
    return tuple(
        Entry(
            vietnamese=tuple(said.removeprefix("=") for said in _said(row)),
            english=_listed(row["en"], "|"),
            category=row["category"],
            origin=row["origin"],
            as_listed=frozenset(said[1:] for said in _said(row) if said.startswith("=")),
        )
        for row in rows
    )


def _said(row: dict[str, str]) -> tuple[str, ...]:
    return (row["vi"], *_listed(row["variants"], ";"))


def translate(words: Sequence[str], *, english: bool = False) -> list[Piece]:
    """The words cut into the longest expressions that the glossary has, in their order.

    Of all ways to cut, the one that understands most words with the fewest pieces. ``english``
    asks for what people say in everyday English ("kids", "beating wives") instead.
    """
    if english:
        tokens = [" ".join(search_tokens(word)) for word in words]
        forms = [fold(word) for word in words]
        return _cut(
            len(words), lambda start, end: _find_everyday(tokens[start:end], forms[start:end])
        )
    marked = [as_marked(word) for word in words]
    bare = [fold(word) for word in words]
    without_marks = all(a == b for a, b in zip(marked, bare, strict=True))
    return _cut(
        len(words), lambda start, end: _find(marked[start:end], bare[start:end], without_marks)
    )


def _cut(count: int, find: Callable[[int, int], tuple[Entry, ...]]) -> list[Piece]:
    best: list[tuple[int, int, list[Piece]]] = [(0, 0, [])]
    for end in range(1, count + 1):
        covered, pieces, way = best[end - 1]
        choice = (covered, pieces, [*way, Piece(end - 1, end, ())])
        for start in range(max(0, end - _LONGEST), end):
            found = find(start, end)
            if found:
                covered, pieces, way = best[start]
                told = (covered + end - start, pieces - 1, [*way, Piece(start, end, found)])
                choice = max(choice, told, key=lambda way: (way[0], way[1]))
        best.append(choice)
    return best[-1][2]


@cache
def expressions() -> frozenset[str]:
    """Every part of an English expression, as written: "death penalty", "schools"."""
    return frozenset(
        part.strip() for entry in entries() for way in entry.english for part in way.split("+")
    )


@cache
def english_said() -> frozenset[str]:
    """What people say in everyday English: "kids", "thrown in jail"."""
    return frozenset(
        said for entry in entries() if entry.origin == "english" for said in entry.vietnamese
    )


def is_of_texts(word: str) -> bool:
    """Whether the word stands in an expression that finds texts: "impunity", not "neighbour"."""
    return not _words_of_texts().isdisjoint(search_tokens(word))


@cache
def _words_of_texts() -> frozenset[str]:
    return frozenset(token for each in expressions() for token in search_tokens(each))


def is_vietnamese(words: Sequence[str]) -> bool:
    """Whether a question is Vietnamese: by its letters, without marks by what the glossary knows.

    Without marks one syllable proves nothing ("ban", "on"): there must be an expression of two
    and more, and four words of five must be syllables that the glossary has.
    """
    if has_marks(words):
        return True
    if not any(piece.entries and piece.end - piece.start > 1 for piece in translate(words)):
        return False
    return sum(map(is_syllable, words)) * 5 >= len(words) * 4


def has_marks(words: Sequence[str]) -> bool:
    """Whether letters or tones that only Vietnamese has stand among the words."""
    return any(_LETTERS_OF_VIETNAMESE.search(unicodedata.normalize("NFC", word)) for word in words)


def is_syllable(word: str) -> bool:
    """Whether the glossary has the word within a Vietnamese expression: "quyền", not "Jakarta"."""
    return fold(word) in _known_syllables()


def syllables(text: str) -> list[str]:
    """The words of a text as the glossary counts them: "tự do-ngôn luận" has four."""
    return _SYLLABLE.findall(unicodedata.normalize("NFC", text))


def _find(marked: list[str], bare: list[str], without_marks: bool) -> tuple[Entry, ...]:
    by_marks, by_letters = _index()
    exact = by_marks.get(tuple(marked))
    if exact:
        return exact
    # Words without marks may be any; in a question with marks elsewhere, single ones are not.
    if marked == bare and (without_marks or len(bare) > 1):
        return by_letters.get(tuple(bare), ())
    return ()


def _find_everyday(tokens: list[str], forms: list[str]) -> tuple[Entry, ...]:
    found = _everyday().get(tuple(tokens), ())
    return (*found, *_everyday().get((f"={forms[0]}",), ())) if len(forms) == 1 else found


Index = dict[tuple[str, ...], tuple[Entry, ...]]


@cache
def _index() -> tuple[Index, Index]:
    by_marks: Index = {}
    by_letters: Index = {}
    for entry in entries():
        if entry.origin == "english":
            continue
        for expression in entry.vietnamese:
            words = syllables(expression)
            for index, key in (
                (by_marks, tuple(map(as_marked, words))),
                (by_letters, tuple(map(_bare, words))),
            ):
                if entry not in index.get(key, ()):
                    index[key] = (*index.get(key, ()), entry)
    return by_marks, by_letters


@cache
def _everyday() -> dict[tuple[str, ...], tuple[Entry, ...]]:
    """What is said in everyday English, by the tokens of its words; "=wells" where as listed."""
    index: dict[tuple[str, ...], tuple[Entry, ...]] = {}
    for entry in entries():
        if entry.origin == "english":
            for expression in entry.vietnamese:
                key = tuple(" ".join(search_tokens(word)) for word in expression.split())
                if expression in entry.as_listed:
                    key = (f"={fold(expression)}",)
                index[key] = (*index.get(key, ()), entry)
    return index


@cache
def _known_syllables() -> frozenset[str]:
    return frozenset(word for key in _index()[1] for word in key)


@lru_cache(maxsize=8192)  # expressions repeat their syllables
def as_marked(word: str) -> str:
    """The word with its marks in one order, wherever the tone is put: "hoà" and "hòa" are one."""
    spread = unicodedata.normalize("NFD", word.casefold())
    tone = "".join(c for c in spread if c in _TONES)
    return "".join(c for c in spread if c not in _TONES) + tone


_bare = lru_cache(maxsize=8192)(fold)


def _listed(cell: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(separator) if part.strip())
