"""OHCHR's themes, groups of persons, SDG goals and targets, as proposals from issues and key words.

"Reduce overcrowding in prisons" → theme "Conditions of detention", persons "Persons deprived of
their liberty & detainees", goal 16, target 16.3. OHCHR's own names drift between cycles: nearly
equal texts of two cycles agree in a third of their themes only, so these are aids for finding and
grouping, under the names of the fourth cycle; ``core.taxonomies`` maps them to the third.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from upheld.analysis import rule_words
from upheld.analysis.issues import Proposal
from upheld.analysis.ohchr_rules import GOALS, PERSONS, THEMES, Rule
from upheld.analysis.target_rules import TARGETS
from upheld.core.sdg_targets import goal_of

# How often a name held where only its words occurred, and where its issue was proposed as well.
_BY_WORDS = 0.6
_BY_BOTH = 0.85
_LEAST_ISSUE = 0.4
_LEAST_TARGET = 0.5  # words lead to a target; an issue alone seldom does


def propose_themes(text: str, issues: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Themes of the fourth cycle, best first."""
    return _proposals(_THEMES, text, issues)


def propose_goals(text: str, issues: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """SDG goals, "1" to "17", best first, among them those of the targets proposed."""
    return propose_goals_and_targets(text, issues)[0]


def propose_targets(text: str, issues: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Targets of the goals, "16.2", best first."""
    return propose_goals_and_targets(text, issues)[1]


def propose_goals_and_targets(
    text: str, issues: Iterable[Proposal]
) -> tuple[tuple[Proposal, ...], tuple[Proposal, ...]]:
    """Goals and targets, each best first. A target brings its goal: no target is without one."""
    told = tuple(issues)
    targets = _best(_proposals(_TARGETS, text, told, least=_LEAST_TARGET))
    brought = (Proposal(goal_of(one.label), one.score, one.why) for one in targets)
    goals = _best((*_proposals(_GOALS, text, told), *brought))
    return tuple(sorted(goals, key=lambda goal: -goal.score)), targets


def propose_persons(text: str, issues: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Groups of persons under the names of the fourth cycle, best first."""
    return _proposals(_PERSONS, text, issues)


class _Table:
    """Rules with what leads to each, so that a text meets only those that may speak of it."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules
        self._worded: dict[str, list[int]] = {}
        self._led: dict[str, list[int]] = {}
        for place, rule in enumerate(rules):
            self._worded.setdefault(rule.words, []).append(place)
            for issue in rule.issues:
                self._led.setdefault(issue, []).append(place)
        rule_words.learn(pattern for rule in rules for pattern in (rule.words, rule.unless))

    def near(self, small: str, issues: Collection[str]) -> list[Rule]:
        """Those whose words may stand in ``small``, or to which one of the issues leads."""
        places = {place for issue in issues for place in self._led.get(issue, ())}
        for pattern in self._worded.keys() & rule_words.patterns_near(small):
            places.update(self._worded[pattern])
        return [self.rules[place] for place in sorted(places)]


_THEMES, _GOALS, _TARGETS, _PERSONS = map(_Table, (THEMES, GOALS, TARGETS, PERSONS))


def _proposals(
    table: _Table, text: str, issues: Iterable[Proposal], *, least: float = _LEAST_ISSUE
) -> tuple[Proposal, ...]:
    sure = {issue.label: issue.score for issue in issues}
    small = text.lower()
    found = [
        proposal
        for rule in table.near(small, sure)
        if (proposal := by_rule(rule, text, small, sure)) and proposal.score >= least
    ]
    return tuple(sorted(found, key=lambda proposal: -proposal.score))


def _best(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The first proposal of each label."""
    first: dict[str, Proposal] = {}
    for proposal in proposals:
        first.setdefault(proposal.label, proposal)
    return tuple(first.values())


def by_rule(rule: Rule, text: str, small: str, sure: Mapping[str, float]) -> Proposal | None:
    """What one rule says of ``text``, ``small`` in small letters, with the issues' scores."""
    leading = 0.0
    for issue in rule.issues:
        leading = max(leading, sure.get(issue, 0.0))
    match = rule_words.first(rule.words, small) if rule.words else None
    against = rule.unless and (rule.even or (match and not leading))
    if against and rule_words.first(rule.unless, small):
        return None
    if match is None:
        return Proposal(rule.name, round(leading * rule.share, 4)) if leading else None
    score = _BY_BOTH * max(leading, _BY_WORDS) if leading else _BY_WORDS
    return Proposal(rule.name, round(score, 4), (text[match.start() : match.end()],))
