"""Stories that name no matter: "mums who die having babies" is maternal mortality.

People tell who, what and where in whatever words they have. ``data/story_words.csv`` has the words
of a story in Vietnamese and English by what they stand for (*mother*: mẹ, bà mẹ; mum, pregnant).
``data/stories.csv`` says what these make together, in any order and with anything between them:
"mother + die + birth" means what the line "tử vong mẹ" of the glossary means. So one story is
recognised in both languages and in each of the many ways to put it.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from upheld.analysis.glossary import Entry, as_marked, entries, syllables
from upheld.core.fold import fold
from upheld.core.search_tokens import search_tokens

MOST_TOLD = 2
"""Stories of one question that are looked for; each costs what its expressions cost."""

_LONGEST = 6  # words of an expression that are compared

# Without its marks each of these may be several common words ("tu" is tù, tư, từ, tự and tử): one
# of them alone tells nothing.
_MANY_MEANINGS_TOGETHER = """
an ba ban bao bay bo ca chi cho chong chua co con cu da dai dan danh dao dat dau day den di do
doc doi dong duoi ghi gian hai ho khai kho ky la lai lao le lo loi lua luc ma mat may minh mua
nam nha noi nuoc on phai phep phi quan ra tat thay thue ti tim tin to toa tu vo xa xin
"""
_MANY_MEANINGS = frozenset(_MANY_MEANINGS_TOGETHER.split())

Key = tuple[str, ...]
Parts = frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """A story that a question tells: the places of the words that tell it, and what it means."""

    places: frozenset[int]
    parts: Parts
    means: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """``words[start:end]`` stands for any of ``names``."""

    start: int
    end: int
    names: Parts

    @property
    def places(self) -> range:
        return range(self.start, self.end)


def stories_in(words: Sequence[str], *, english: bool = False) -> list[Told]:
    """The stories that the words tell, the one told in most parts first; mostly there is none.

    >>> [entry.vietnamese[0] for told in stories_in("mums who die having babies".split(),
    ...  english=True) for entry in told.means]
    ['tử vong mẹ']
    """
    said = _said(words, english)
    named = frozenset[str]().union(*(each.names for each in said))
    chosen: list[Told] = []
    taken: frozenset[int] = frozenset()
    # Stories in their order, of those alone of which one chosen part is told at all.
    begun = sorted(n for name in named for n in _stories_with().get(name, ()))
    for parts, means in map(_stories().__getitem__, begun):
        if parts <= named:
            places = _told_by(sorted(parts), said)
            # What a longer story has told in part is no story of its own.
            if places and not places & taken:
                chosen.append(Told(places, parts, means))
                taken |= places
                if len(chosen) == MOST_TOLD:
                    break
    return chosen


def is_word(word: str) -> bool:
    """Whether the word stands in a Vietnamese expression of the stories, with or without marks."""
    return fold(word) in _syllables()


def english_said() -> frozenset[str]:
    """The English expressions that stories are told in."""
    return frozenset(
        said.strip() for row in _rows("story_words.csv") for said in row["en"].split(";")
    )


def _said(words: Sequence[str], english: bool) -> list[_Said]:
    """What the words stand for, the longest expression at each place: "nhà tù" is no home."""
    keys = [" ".join(search_tokens(w)) for w in words] if english else [as_marked(w) for w in words]
    bare = [fold(word) for word in words]
    without_marks = not english and keys == bare
    names = _names(english, without_marks)
    found: list[_Said] = []
    start = 0
    while start < len(keys):
        for end in range(min(len(keys), start + _LONGEST), start, -1):
            known = names.get(tuple(keys[start:end]))
            if known:
                found.append(_Said(start, end, known))
                start = end
                break
        else:
            start += 1
    return found


def _told_by(parts: Sequence[str], said: Sequence[_Said]) -> frozenset[int]:
    """Places at which each part is told by words of its own; empty when one word has to do."""
    if not parts:
        return frozenset()
    first, *rest = parts
    for n, each in enumerate(said):
        if first in each.names:
            others = _told_by(rest, [*said[:n], *said[n + 1 :]]) if rest else frozenset()
            if others or not rest:
                return others | frozenset(each.places)
    return frozenset()


@cache
def _stories() -> tuple[tuple[Parts, tuple[Entry, ...]], ...]:
    """Each story with the lines of the glossary that it means, those of most parts first."""
    lines: dict[str, list[Entry]] = {}
    for entry in entries():
        lines.setdefault(entry.vietnamese[0], []).append(entry)
    stories = [
        (
            frozenset(part.strip() for part in row["story"].split("+")),
            tuple(entry for name in row["means"].split("|") for entry in lines[name.strip()]),
        )
        for row in _rows("stories.csv")
    ]
    return tuple(sorted(stories, key=lambda story: -len(story[0])))


@cache
def _stories_with() -> dict[str, list[int]]:
    """Under one part of each story, that of which the fewest have it, where the story stands."""
    often = Counter(part for parts, _means in _stories() for part in parts)
    under: dict[str, list[int]] = {}
    for n, (parts, _means) in enumerate(_stories()):
        under.setdefault(min(parts, key=lambda part: (often[part], part)), []).append(n)
    return under


@cache
def _names(english: bool, without_marks: bool) -> dict[Key, Parts]:
    """What each expression stands for, by its words as they are compared."""
    known: dict[Key, set[str]] = {}
    for row in _rows("story_words.csv"):
        for expression in row["en" if english else "vi"].split(";"):
            key = _key(expression, english, without_marks)
            if not without_marks or len(key) > 1 or key[0] not in _MANY_MEANINGS:
                known.setdefault(key, set()).add(row["name"])
    return {key: frozenset(names) for key, names in known.items()}


def _key(expression: str, english: bool, without_marks: bool) -> Key:
    if english:
        return tuple(" ".join(search_tokens(word)) for word in expression.split())
    return tuple(map(fold if without_marks else as_marked, syllables(expression)))


@cache
def _syllables() -> frozenset[str]:
    return frozenset(word for key in _names(english=False, without_marks=True) for word in key)


def _rows(name: str) -> csv.DictReader[str]:
    text = files("upheld.analysis").joinpath("data", name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())
