"""What a text is made of for the classifier: words, letters within words, first words, verbs.

"Continue efforts to ratify the Convention against Torture" gives words and pairs of words; groups
of four or five letters within each word, so that "detainees" is near "detained"; stems that stand
near each other, so that "reform of prisons" is "prison reform"; the groups of words at its
beginning; the verbs that carry the demand; the instruments named. With the labels whose key words
occur (``label_rules``) these are the marks. All are plain strings, so a weight can be read by a
person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise
from typing import TypeVar

from upheld.analysis.instruments import find_instruments

Item = TypeVar("Item")

NEAR = (1, 2, 3)
"""How many places apart two stems may stand to be near each other."""

WORD = re.compile(r"[a-z0-9]+(?:['’-][a-z0-9]+)*")

_PASSED_OVER = frozenset(
    re.findall(
        r"\w+",
        "further also promptly immediately urgently fully actively effectively swiftly positively "
        "seriously expeditiously speedily to the its that please quickly rapidly duly "
        "continuously progressively vigorously strongly firmly and",
    )
)
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        "the a an of to and in for on with by its that all as at is are be from their this or "
        "those such which it into has have been other any not more his her",
    )
)
_ENDINGS = tuple(
    re.findall(
        r"\w+",
        "isations izations isation ization ments ment ations ation ings ing ies ers er ed es ly s "
        "e y",
    )
)
# "take steps to abolish", "continue its efforts towards improving": the verb after the noun counts
_MEANS_TO = re.compile(
    r"\b(?:steps|measures?|efforts?|actions?|initiatives|policies|commitment|work(?:ing)?|necessary"
    r"|possibility|view)\b[^.;,]{0,30}?\b(?:to|towards?|at|of|in|for)\s+"
    r"(?:further\s+|effectively\s+|fully\s+|better\s+|the\s+)?([a-z]+)"
)
# "improve … by amending the family code": an example makes a general action specific
_BY_MEANS = re.compile(
    r"\b(?:by|through|including|inter alia|such as|in particular|notably|especially)\s+"
    r"(?:the\s+)?([a-z]+)"
)
_TWO_VERBS = re.compile(
    r"(?:to )?(\w+) (?:and|or|and/or|as well as) (?:further |also |fully )?(\w+)"
)
_OBJECT = re.compile(
    r"\b(law|bill|act|legislation|code|plan|strategy|moratorium|protocol|convention|commission|"
    r"institution|mechanism|programme|report|invitation)"
)


def words_of(text: str) -> list[str]:
    """The words in small letters: "Ratify OP-CAT." gives ["ratify", "op-cat"]."""
    return WORD.findall(text.lower())


def word_grams(words: list[str]) -> list[str]:
    """Each word and each pair of neighbours."""
    return words + [f"{a} {b}" for a, b in pairwise(words)]


@lru_cache(maxsize=100_000)
def letter_grams(word: str) -> tuple[str, ...]:
    """Groups of four and five letters of a word with its two edges: " law " gives " law", …"""
    edged = f" {word} "
    return tuple(edged[at : at + size] for size in (4, 5) for at in range(len(edged) - size + 1))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without its ending, four letters or more: "detained", "detaining" give "detain"."""
    bare = word.replace("’", "'").removesuffix("'s")
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 4:
            return bare.removesuffix(ending)
    return bare


def stems_of(words: list[str]) -> list[tuple[int, str]]:
    """Position and stem of each word that says something: not "the", "of", "and"."""
    return [(at, stem(word)) for at, word in enumerate(words) if word not in _EMPTY]


def near_pairs(items: list[Item]) -> Iterator[tuple[Item, Item]]:
    """Each two of ``items`` that are one of ``NEAR`` places apart."""
    return chain.from_iterable(zip(items, items[gap:], strict=False) for gap in NEAR)


def pair_mark(one: str, other: str) -> str:
    """Two stems in the order of the alphabet: "prison reform", whichever stood first."""
    return f"{one} {other}" if one < other else f"{other} {one}"


def near_grams(words: list[str]) -> list[str]:
    """The stems, and each two different ones that stand near each other, in either order."""
    stems = [found for _, found in stems_of(words)]
    return stems + [pair_mark(one, other) for one, other in near_pairs(stems) if one != other]


def first_grams(words: list[str]) -> list[str]:
    """One to four words in a row within the beginning and the first six words."""
    head = ["<s>", *words[:6]]
    return [
        "^" + " ".join(head[at : at + size])
        for size in (1, 2, 3, 4)
        for at in range(len(head) - size + 1)
    ]


def verb_marks(text: str, words: list[str]) -> list[str]:
    """What tells an action category: "v1=continue", "and=strengthen", "to=ratify", "by_ing"."""
    return list(_verb_marks(text.lower(), words))


def _verb_marks(text: str, words: list[str]) -> Iterator[str]:
    verbs = [word for word in words[:12] if word not in _PASSED_OVER]
    if words:
        yield f"c1={words[0]}"
    if verbs:
        yield f"v1={verbs[0]}"
        yield f"v2={verbs[1] if len(verbs) > 1 else ''}"
        yield f"v12={' '.join(verbs[:2])}"
        yield f"v123={' '.join(verbs[:3])}"
    two = _TWO_VERBS.match(text)
    if two:
        yield f"and={two[2]}"
        yield f"pair={two[1]}+{two[2]}"
    for number, means in enumerate(_MEANS_TO.finditer(text)):
        if number == 2:
            break
        yield f"to={means[1]}"
        if not number and verbs:
            yield f"v1to={verbs[0]}>{means[1]}"
    for example in _BY_MEANS.finditer(text):
        yield f"by={example[1]}"
        yield "by_ing" if example[1].endswith("ing") else "by_other"
    yield f"len={min(8, len(words) // 6)}"
    for thing in sorted(set(_OBJECT.findall(text))):
        yield f"obj={thing}"


def instrument_marks(text: str) -> list[str]:
    """The codes of the instruments named: ["OP-CAT"]."""
    return [mention.code for mention in find_instruments(text)]
