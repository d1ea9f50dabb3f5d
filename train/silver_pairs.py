"""Pairs out of real recommendations, for learning beside the written ones.

Made by rule (``silver_pairs``):

The same demand: the name of an instrument exchanged for its abbreviation, a phrase for another way
of saying it, a beginning or an addition put on, the demand softened. Not the same: one essential
exchanged (the instrument, the group of persons, the theme, the number), or two demands that begin
alike and go on differently.

Found (``found_pairs``): two recommendations to one State that share more than others do. With equal
labels of UPR Info and nearly equal words they are the same, with mostly different labels not.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from upheld.analysis.candidates import CandidateLists
from upheld.analysis.demand_terms import TermKind, term_table
from upheld.analysis.demand_words import words
from upheld.analysis.instruments import find_instruments
from upheld.core.treaties import INSTRUMENTS, InstrumentKind, instrument


class Pair(NamedTuple):
    """Two texts, whether they ask for the same, and whether a person wrote them for this."""

    a: str
    b: str
    same: bool
    written: bool = False


BEGINNINGS = (
    "Take all necessary steps to ",
    "Continue its efforts to ",
    "In cooperation with civil society, ",
    "As a matter of priority, ",
    "Consider the possibility of taking steps to ",
    "That the Government ",
)
ADDITIONS = (
    ", in line with international standards",
    ", and allocate sufficient resources to that end",
    ", as recommended by several treaty bodies",
    ", without further delay",
    ", with the assistance of the international community",
)
SWAPPED = (InstrumentKind.CORE, InstrumentKind.PROTOCOL, InstrumentKind.ILO)
PER_STATE, NEAREST = 12, 20
ALIKE = 72
"""Of 100: above it, recommendations with equal labels differ by a word or two."""

APART = 0.34
"""Below this share of common labels two recommendations are about different things."""

Change = Callable[[str, random.Random], str | None]


def silver_pairs(texts: list[str], count: int, chance: random.Random) -> list[Pair]:
    """``count`` pairs, half of them the same demand; the same ``chance`` gives the same pairs."""
    begins = defaultdict(list)
    for text in texts:
        begins[text.split(" ")[0].lower()].append(text)
    made: list[Pair] = []
    while len(made) < count:
        text = chance.choice(texts)
        if len(made) % 2:
            other = _first(text, chance, (_other_instrument, _other_term, _other_number))
            if other is None or chance.random() < 0.3:
                other = chance.choice(begins[text.split(" ")[0].lower()])
            if other != text:
                made.append(Pair(text, other, same=False))
        else:
            changed = _first(text, chance, (_other_name, _other_way, _longer)) or text
            if chance.random() < 0.7:
                changed = _longer(changed, chance)
            made.append(Pair(text, changed, same=True))
    return made


def found_pairs(rows: Sequence[Mapping[str, str]], count: int, chance: random.Random) -> list[Pair]:
    """At most ``count`` pairs of each kind out of ``rows`` of UPR Info's list."""
    by_state = defaultdict(list)
    for row in rows:
        by_state[row["To"]].append(row)
    found: dict[bool, list[Pair]] = {True: [], False: []}
    for name in chance.sample(sorted(by_state), len(by_state)):
        own = by_state[name]
        lists = CandidateLists.of(row["Text"] for row in own)
        for place in chance.sample(range(len(own)), min(len(own), PER_STATE)):
            for other in lists.nearest(own[place]["Text"], (place,))[:NEAREST]:
                same = _by_labels(own[place], own[other])
                if same is not None and len(found[same]) < count:
                    found[same].append(Pair(own[place]["Text"], own[other]["Text"], same))
    return found[True] + found[False]


def _by_labels(a: Mapping[str, str], b: Mapping[str, str]) -> bool | None:
    """What UPR Info's labels and the wording say of two recommendations; None where unclear."""
    one, other = set(a["Issue"].split(",")), set(b["Issue"].split(","))
    alike = fuzz.token_sort_ratio(a["Text"], b["Text"])
    if one == other and a["Action"] == b["Action"] and ALIKE <= alike < 100:
        return True
    return False if len(one & other) / len(one | other) < APART else None


def _first(text: str, chance: random.Random, changes: tuple[Change, ...]) -> str | None:
    for change in chance.sample(changes, len(changes)):
        changed = change(text, chance)
        if changed and changed != text:
            return changed
    return None


def _longer(text: str, chance: random.Random) -> str:
    if chance.random() < 0.5:
        return chance.choice(BEGINNINGS) + text[:1].lower() + text[1:]
    return text.rstrip(" .;") + chance.choice(ADDITIONS)


def _other_name(text: str, chance: random.Random) -> str | None:
    named = find_instruments(text)
    if not named:
        return None
    found = chance.choice(named)
    known = instrument(found.code)
    ways = [known.title, known.short, *known.abbreviations]
    return text[: found.start] + chance.choice(ways) + text[found.end :]


def _other_instrument(text: str, chance: random.Random) -> str | None:
    named = find_instruments(text)
    if len(named) != 1:
        return None
    kind = instrument(named[0].code).kind
    others = [one for one in INSTRUMENTS if one.kind == kind and one.code != named[0].code]
    if kind not in SWAPPED or not others:
        return None
    return text[: named[0].start] + chance.choice(others).title + text[named[0].end :]


def _exchange(text: str, chance: random.Random, *, same: bool) -> str | None:
    """One phrase of a group or theme for another way of saying it, or for another one."""
    table = term_table()
    said = words(text)
    kinds = (TermKind.GROUP, TermKind.THEME)
    found = [
        (terms[0], said[start].start, said[end - 1].end)
        for terms, start, end in table.find(said)
        if terms and terms[0][0] in kinds
    ]
    if not found:
        return None
    term, start, end = chance.choice(found)
    if same:
        ways = table.ways[term]
    else:
        others = [one for one in table.ways if one[0] == term[0] and one != term]
        ways = table.ways[chance.choice(others)]
    return text[:start] + chance.choice(ways) + text[end:]


def _other_way(text: str, chance: random.Random) -> str | None:
    return _exchange(text, chance, same=True)


def _other_term(text: str, chance: random.Random) -> str | None:
    return _exchange(text, chance, same=False)


def _other_number(text: str, chance: random.Random) -> str | None:
    numbers = [word for word in words(text) if word.number and word.number < 30]
    if not numbers:
        return None
    word = chance.choice(numbers)
    return (
        text[: word.start] + str((word.number or 0) + chance.choice((2, 3, 4))) + text[word.end :]
    )
