"""What words stand for in a demand: "capital punishment" and "executions" are one theme.

The table ``data/demand_terms.txt`` lists acts, groups of persons, themes, what of a theme is to
be changed (the crowding of prisons), softening words and words that open any demand, each with the
ways they are printed. It is this project's own work.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files

from upheld.analysis.demand_words import Word, words


class TermKind(StrEnum):
    """The sections of the table that name what a demand is made of."""

    ACT = "act"
    GROUP = "group"
    THEME = "theme"
    OBJECT = "object"
    SOFT = "soft"
    GENERIC = "generic"


Term = tuple[TermKind, str]
"""A kind and a name: ``(TermKind.GROUP, "women")``."""


@dataclass(slots=True)
class TermTable:
    """The table, made ready for matching.

    ``phrases`` holds for the first stem of each way of saying a term the stems that follow, the
    longest first; ``ways`` each way as the table has it. ``families`` gives each act its families,
    ``opposites`` the pairs of acts that undo each other, ``together`` the acts that are one when
    they meet and which of them must come first, ``decisive`` those without which a demand is
    another one. ``wider`` says which group or theme stands over which, ``implied`` which group a
    theme is about, ``subjects`` what an instrument is about, ``committees`` the instrument of each
    committee.
    """

    phrases: dict[str, list[tuple[tuple[str, ...], tuple[Term, ...]]]] = field(default_factory=dict)
    ways: dict[Term, tuple[str, ...]] = field(default_factory=dict)
    families: dict[str, frozenset[str]] = field(default_factory=dict)
    opposites: set[frozenset[str]] = field(default_factory=set)
    wider: dict[str, tuple[str, ...]] = field(default_factory=dict)
    implied: dict[str, tuple[str, ...]] = field(default_factory=dict)
    together: list[tuple[str, frozenset[str], str]] = field(default_factory=list)
    decisive: frozenset[str] = frozenset()
    subjects: dict[str, tuple[str, ...]] = field(default_factory=dict)
    committees: dict[str, str] = field(default_factory=dict)

    def find(self, said: Sequence[Word]) -> Iterator[tuple[tuple[Term, ...], int, int]]:
        """The terms in ``said`` with the words they cover; words of no term come alone."""
        at = 0
        stems = [word.stem for word in said]
        while at < len(stems):
            for rest, terms in self.phrases.get(stems[at], ()):
                end = at + 1 + len(rest)
                if tuple(stems[at + 1 : end]) == rest:
                    yield terms, at, end
                    at = end
                    break
            else:
                yield (), at, at + 1
                at += 1


@cache
def term_table() -> TermTable:
    """The table as it ships with the program."""
    text = files("upheld.analysis").joinpath("data", "demand_terms.txt").read_text("utf-8")
    return read_terms(text)


def read_terms(text: str) -> TermTable:
    """Read the sections ``[act]``, ``[group]`` …; a line is ``name: way; way; way``."""
    table = TermTable()
    ways: dict[tuple[str, ...], list[Term]] = {}
    section = ""
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            head, _, said = line.partition(": ")
            _take_line(table, ways, section, head, said)
    for stems, terms in ways.items():
        terms += [term for term in _within(ways, stems) if term not in terms]
        table.phrases.setdefault(stems[0], []).append((stems[1:], tuple(terms)))
    for rests in table.phrases.values():
        rests.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return table


def _within(ways: Mapping[tuple[str, ...], list[Term]], stems: tuple[str, ...]) -> list[Term]:
    """What a longer way of saying an act or a theme says besides: "end capital punishment" is
    about the death penalty, "violence against women" about women, "prison overcrowding" about
    crowding.
    """
    kinds = {kind for kind, _ in ways[stems]}
    if kinds == {TermKind.ACT}:
        wanted = {TermKind.GROUP, TermKind.THEME, TermKind.OBJECT}
    elif TermKind.THEME in kinds:
        wanted = {TermKind.GROUP, TermKind.OBJECT}
    elif kinds == {TermKind.OBJECT}:
        wanted = {TermKind.GROUP, TermKind.THEME, TermKind.ACT}
    else:
        return []
    parts = [
        stems[start:end]
        for start in range(len(stems))
        for end in range(start + 1, len(stems) + 1)
        if end - start < len(stems)
    ]
    return [term for part in parts for term in ways.get(part, ()) if term[0] in wanted]


def _take_line(
    table: TermTable,
    ways: dict[tuple[str, ...], list[Term]],
    section: str,
    head: str,
    said: str,
) -> None:
    match section:
        case "opposite":
            table.opposites |= {frozenset({head, other}) for other in said.split()}
        case "wider":
            table.wider[head] = tuple(said.split())
        case "together":
            first = said.partition(" > ")[0] if ">" in said else ""
            table.together.append((head, frozenset(said.replace(">", "").split()), first))
        case "decisive":
            table.decisive = frozenset(said.split())
        case "subject":
            table.subjects[head] = tuple(said.split())
        case "committee":
            table.committees[head] = said
        case "implies":
            table.implied[head] = tuple(said.split())
        case _:
            name, *families = head.split(" @")
            if families:
                table.families[name] = frozenset(families)
            table.ways[TermKind(section), name] = tuple(way.strip() for way in said.split(";"))
            for way in said.split(";"):
                _take_way(ways, (TermKind(section), name), way)


def _take_way(ways: dict[tuple[str, ...], list[Term]], term: Term, way: str) -> None:
    stems = tuple(word.stem for word in words(way))
    if not stems:
        return
    terms = ways.setdefault(stems, [])
    # A word can be a group and a theme at once, but a word that opens any demand is only that
    # where nothing better is known of it.
    if not terms or (term[0] not in (TermKind.SOFT, TermKind.GENERIC) and term not in terms):
        terms.append(term)
