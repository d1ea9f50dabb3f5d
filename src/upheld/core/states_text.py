"""States named in running English text: "the delegation of Brazil", "Iran (Islamic Republic of)".

Paragraphs that refer to recommendations by their States ("as recommended by Chile and the
Netherlands") are read with ``find_states_in``. The longest name wins: "Papua New Guinea" is never
Guinea, "South Sudan" never Sudan, and "Northern Ireland" no State at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from upheld.core.fold import fold
from upheld.core.states import english_forms
from upheld.core.states_table import State

_WORD = re.compile(r"[^\W\d_]+")
# What may stand between two words of one name: blanks, a line break, "-", an apostrophe, an
# abbreviation's full stop, the brackets of "Iran (Islamic Republic of)". Never a comma: in the
# list "Congo, Democratic People's Republic of Korea" it parts two States.
_BETWEEN = re.compile(r"\.?[\s\-‑–'’(&]{0,4}")
_NOT_STATES = (
    "Northern Ireland",
    "New Guinea",
    "Gulf of Guinea",
    "French Guiana",
    "American Samoa",
    "Western Sahara",
    "South Georgia",
    "Republic of China",
    "New Mexico",
    "Gulf of Mexico",
    "New Caledonia",
    "Jordan Valley",
    "Niger Delta",
    "Sea of Japan",
)
# Printed forms of States that mean something else in running text more often than not.
_OTHER_MEANINGS = frozenset({"OPT", "FSM", "PNG", "NZ", "Lao", "Britain"})


class StateInText(NamedTuple):
    """One mention: ``text[start:end]`` names ``state``."""

    start: int
    end: int
    state: State


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    final: bool = False
    state: State | None = None


def find_states_in(text: str) -> list[StateInText]:
    """Every State named in ``text``, in order: "Chile and the UK" gives Chile, United Kingdom.

    Names begin with a capital letter; abbreviations must be in capitals. No misspellings.
    """
    words = [(m.start(), m.end(), fold(m[0])) for m in _WORD.finditer(text)]
    found: list[StateInText] = []
    at = 0
    while at < len(words):
        last, state = _longest(text, words, at)
        if last is None:
            at += 1
            continue
        if state is not None:
            start, end = words[at][0], words[last][1]
            if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1]:
                end += text[end] == ")"
            found.append(StateInText(start, end, state))
        at = last + 1
    return found


def _longest(
    text: str, words: list[tuple[int, int, str]], first: int
) -> tuple[int | None, State | None]:
    """The index of the last word of the longest name that begins at ``first``, and its State."""
    start, end, word = words[first]
    if not text[start].isupper() and word != "former":
        return None, None
    node = _ROOT.next.get(word)
    if node and node.final and end - start <= 4 and text[start:end].upper() in _ABBREVIATIONS:
        node = node if text[start:end].isupper() else None
    last: int | None = None
    state: State | None = None
    at = first
    while node is not None:
        if node.final:
            last, state = at, node.state
        at += 1
        if at == len(words) or not _BETWEEN.fullmatch(text, words[at - 1][1], words[at][0]):
            break
        node = node.next.get(words[at][2])
    return last, state


def _plant() -> tuple[_Node, frozenset[str]]:
    root = _Node()
    abbreviations: set[str] = set()
    forms: dict[str, State | None] = {**english_forms(), **dict.fromkeys(_NOT_STATES)}
    for form, state in forms.items():
        if form in _OTHER_MEANINGS or "," in form:
            continue
        if form.isupper() and form.isalpha():
            abbreviations.add(form)
        node = root
        for word in _WORD.findall(form):
            node = node.next.setdefault(fold(word), _Node())
        node.final, node.state = True, state
    return root, frozenset(abbreviations)


_ROOT, _ABBREVIATIONS = _plant()
