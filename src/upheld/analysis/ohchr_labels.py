"""OHCHR's themes, groups of persons and SDG goals, as proposals from issues and key words.

"Reduce overcrowding in prisons" → theme "Conditions of detention", persons "Persons deprived of
their liberty & detainees", goal 16. OHCHR's own names drift between cycles: nearly equal texts of
two cycles agree in a third of their themes only, so these are aids for finding and grouping, under
the names of the fourth cycle; ``core.taxonomies`` maps them to the third.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from upheld.analysis.issues import Proposal
from upheld.analysis.ohchr_rules import GOALS, PERSONS, THEMES, Rule

# How often a name held where only its words occurred, and where its issue was proposed as well.
_BY_WORDS = 0.6
_BY_BOTH = 0.85
_LEAST_ISSUE = 0.4


def propose_themes(text: str, issues: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Themes of the fourth cycle, best first."""
    return _proposals(_THEMES, text, issues)


def propose_goals(text: str, issues: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """SDG goals, "1" to "17", best first."""
    return _proposals(_GOALS, text, issues)


def propose_persons(text: str, issues: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Groups of persons under the names of the fourth cycle, best first."""
    return _proposals(_PERSONS, text, issues)


class _Table:
    """Rules with what leads to each, so that a text meets only those that may speak of it."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules
        self._named: dict[str, list[int]] = {}
        self._led: dict[str, list[int]] = {}
        for place, rule in enumerate(rules):
            self._named.setdefault(rule.name, []).append(place)
            for issue in rule.issues:
                self._led.setdefault(issue, []).append(place)

    def near(self, small: str, issues: Collection[str]) -> list[Rule]:
        """Those whose words may stand in ``small``, or to which one of the issues leads."""
        places = {place for issue in issues for place in self._led.get(issue, ())}
        for name in self._named.keys() & rules_near(small):
            places.update(self._named[name])
        return [self.rules[place] for place in sorted(places)]


_THEMES, _GOALS, _PERSONS = map(_Table, (THEMES, GOALS, PERSONS))


def _proposals(table: _Table, text: str, issues: Iterable[Proposal]) -> tuple[Proposal, ...]:
    sure = {issue.label: issue.score for issue in issues}
    small = text.lower()
    found = [
        proposal
        for rule in table.near(small, sure)
        if (proposal := by_rule(rule, text, small, sure)) and proposal.score >= _LEAST_ISSUE
    ]
    return tuple(sorted(found, key=lambda proposal: -proposal.score))


def by_rule(rule: Rule, text: str, small: str, sure: Mapping[str, float]) -> Proposal | None:
    """What one rule says of ``text``, ``small`` in small letters, with the issues' scores."""
    leading = 0.0
    for issue in rule.issues:
        leading = max(leading, sure.get(issue, 0.0))
    match = _compiled(rule.words).search(small) if rule.words else None
    against = rule.unless and (rule.even or (match and not leading))
    if against and _compiled(rule.unless).search(small):
        return None
    if match is None:
        return Proposal(rule.name, round(leading * rule.share, 4)) if leading else None
    score = _BY_BOTH * max(leading, _BY_WORDS) if leading else _BY_WORDS
    return Proposal(rule.name, round(score, 4), (text[match.start() : match.end()],))


@lru_cache(maxsize=16)
def rules_near(small: str) -> frozenset[str]:
    """Names of the rules that may match: a word has in it letters that the rule's pattern needs.

    Looking up words is ten times faster than searching for every pattern in every text.
    """
    near: set[str] = set()
    for word in set(_WORD.findall(small)):
        near |= _rules_near_word(word)
    return frozenset(near)


@lru_cache(maxsize=100_000)
def _rules_near_word(word: str) -> frozenset[str]:
    return frozenset(name for name, pieces in _PIECES.items() if any(p in word for p in pieces))


def _pieces_of(pattern: str) -> frozenset[str]:
    """Runs of letters in a pattern, without those that may be absent ("s?")."""
    plain = re.sub(r"\\[a-z]|\{[\d,]*\}|[a-z0-9]\?", " ", pattern)
    return frozenset(re.findall(r"[a-z]{3,}|\d+", plain)) - _EVERYWHERE


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_WORD = re.compile(r"[a-z0-9]+")
# Too frequent to tell anything; no pattern is made of these alone.
_EVERYWHERE = frozenset(
    {"all", "and", "for", "human", "its", "national", "not", "our", "people", "persons", "right"}
    | {"rights", "the", "with"}
)
_PIECES: dict[str, frozenset[str]] = {}
for _rule in (*THEMES, *GOALS, *PERSONS):
    _PIECES[_rule.name] = _PIECES.get(_rule.name, frozenset()) | _pieces_of(_rule.words)
