"""One numbered item → its recommendations: words, States, and their place in the item.

"104.3 Establish a moratorium (Uruguay); abolish the death penalty (Burundi) (Spain);" is two
recommendations; "Ratify (Spain)/consider ratifying (Mexico) the ICRMW" is two that share their
object; "Adopt a plan (Chile), including for children (Peru)" is one and the same, said longer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from upheld.parsing.recommending_states import StatesBracket, find_brackets

# What may stand between two brackets of the same recommendation: "(France) (Lithuania)", "(A), (B)".
ONLY_PUNCTUATION = re.compile(r"[\s,;:.&\d]*(?:and\s*)?")
# Words that go on with the sentence before the bracket instead of beginning a new demand.
CONTINUES = re.compile(
    r"\s*,?\s*(?:including|in particular|particularly|especially|notably|such as|with (?:a|the|special|particular)\b|"
    r"in (?:order|line|accordance|conformity|compliance|keeping)|in\b|as (?:well as (?:its|their|the|an?)\b|recommended|soon|referred|an?\b|called)|"
    r"which|who|whose|by|for|through|so (?:that|as)|without|within|before|bearing|taking into|given|"
    r"and (?:its|their|the|in particular|especially|notably|by|for|with|in|thus)\b|inter alia|on\b|at\b|under\b|from\b|of\b|to (?:that|this) end|upon|aimed|thereto|pursuant|following|against|among|until|where)",
    re.I,
)
CONNECTORS = re.compile(
    r"[\s,;:./–\-]*(?:(?:and|as well as|or|but)\b[\s,]*)?(?:(?:also|further|furthermore|in addition|moreover)\b[\s,]*(?=[a-z]))?",
    re.I,
)
SLASH = re.compile(r"\s*[.;]?\s*/")


@dataclass(frozen=True, slots=True)
class Clause:
    """One recommendation of an item; ``start``/``end`` are its stretch of the item's text."""

    text: str
    states: tuple[str, ...]
    unrecognised: tuple[str, ...]
    start: int
    end: int


def split_clauses(text: str) -> list[Clause]:
    """The recommendations of one item, in printed order; at least one, even without States."""
    groups = _grouped_brackets(text)
    if not groups:
        return [Clause(clean(text), (), (), 0, len(text))]
    clauses: list[Clause] = []
    base = 0  # the clause that following words go on with
    position = 0
    for group in groups:
        words = text[position : group[0].start]
        clause = Clause(words, _states(group), _unrecognised(group), position, group[-1].end)
        position = group[-1].end
        if clauses and CONTINUES.match(words):
            clauses.append(_prolonged(clauses, base, clause))
            continue
        base = len(clauses)
        clauses.append(
            replace(clause, text=clean(CONNECTORS.sub("", words, count=1) if clauses else words))
        )
    return [clause for clause in clauses if clause.states or clause.unrecognised]


def _prolonged(clauses: list[Clause], base: int, tail: Clause) -> Clause:
    """ "X (A, B), including Y (B)" : A asks X, B asks X including Y."""
    head = clauses[base]
    comma = "," if tail.text.lstrip().startswith(",") else ""
    text = f"{head.text}{comma} {clean(tail.text)}"
    shared = set(head.states) & set(tail.states)
    if shared == set(tail.states):
        clauses[base] = replace(
            head, states=tuple(code for code in head.states if code not in shared)
        )
    return replace(tail, text=text, start=head.start)


def _states(group: list[StatesBracket]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for bracket in group for code in bracket.states))


def _unrecognised(group: list[StatesBracket]) -> tuple[str, ...]:
    return tuple(name for bracket in group for name in bracket.unrecognised)


def _grouped_brackets(text: str) -> list[list[StatesBracket]]:
    groups: list[list[StatesBracket]] = []
    for bracket in find_brackets(text):
        if groups and ONLY_PUNCTUATION.fullmatch(text[groups[-1][-1].end : bracket.start]):
            groups[-1].append(bracket)
        else:
            groups.append([bracket])
    return groups


def clean(text: str) -> str:
    """Words as a reader wants them: one line, no trailing punctuation, broken words mended."""
    text = re.sub(r"(\w)-\n\s*(\w)", r"\1-\2", text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+([,;.:])", r"\1", text)
    return text.strip(" ;,.:–-")
