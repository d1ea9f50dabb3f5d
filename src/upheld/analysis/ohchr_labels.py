"""OHCHR's themes, groups of persons and SDG goals, as proposals from issues and key words.

"Reduce overcrowding in prisons" → theme "Conditions of detention", persons "Persons deprived of
their liberty & detainees", goal 16. OHCHR's own names drift between cycles: nearly equal texts of
two cycles agree in a third of their themes only, so these are aids for finding and grouping, under
the names of the fourth cycle; ``core.taxonomies`` maps them to the third.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from upheld.analysis.issues import Proposal
from upheld.analysis.ohchr_rules import GOALS, PERSONS, THEMES, Rule

# How often a name held where only its words occurred, and where its issue was proposed as well.
_BY_WORDS = 0.6
_BY_BOTH = 0.85
_LEAST_ISSUE = 0.4


def propose_themes(text: str, issues: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Themes of the fourth cycle, best first."""
    return _proposals(THEMES, text, issues)


def propose_goals(text: str, issues: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """SDG goals, "1" to "17", best first."""
    return _proposals(GOALS, text, issues)


def propose_persons(text: str, issues: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Groups of persons under the names of the fourth cycle, best first."""
    return _proposals(PERSONS, text, issues)


def _proposals(
    rules: tuple[Rule, ...], text: str, issues: Iterable[Proposal]
) -> tuple[Proposal, ...]:
    sure = {issue.label: issue.score for issue in issues}
    small = text.lower()
    found = [
        proposal
        for rule in rules
        if (proposal := _by_rule(rule, text, small, sure)) and proposal.score >= _LEAST_ISSUE
    ]
    return tuple(sorted(found, key=lambda proposal: -proposal.score))


def _by_rule(rule: Rule, text: str, small: str, sure: Mapping[str, float]) -> Proposal | None:
    leading = max(
        (sure.get(issue, 0.0) for issue in rule.issues if not issue.endswith("~")), default=0.0
    )
    match = _compiled(rule.words).search(small) if rule.words else None
    against = rule.unless and (rule.even or (match and not leading))
    if against and _compiled(rule.unless).search(small):
        return None
    if match is None:
        return Proposal(rule.name, round(leading * rule.share, 4)) if leading else None
    score = _BY_BOTH * max(leading, _BY_WORDS) if leading else _BY_WORDS
    return Proposal(rule.name, round(score, 4), (text[match.start() : match.end()],))


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
