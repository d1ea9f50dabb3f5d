"""Targets of the goals proposed for demands, held to those that a reader gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from upheld.analysis.classify import Classification, classify
from upheld.analysis.target_card import proposed_targets, target_card
from upheld.analysis.target_rules import TARGETS
from upheld.core.sdg_targets import TARGETS as KNOWN
from upheld.core.sdg_targets import goal_of

LINES = (Path(__file__).parent / "target_demands.txt").read_text("utf-8").splitlines()
DEMANDS = [line.split("|", 2) for line in LINES if not line.startswith("#")]


@pytest.fixture(scope="module")
def found() -> list[Classification]:
    return classify([text.strip() for _targets, _also, text in DEMANDS])


def labels(one: Classification) -> set[str]:
    return {proposal.label for proposal in one.targets}


def test_few_are_wrong_and_few_are_missed(found: list[Classification]) -> None:
    proposed = right = met = meant = 0
    for (targets, also, _text), one in zip(DEMANDS, found, strict=True):
        wanted, said = set(targets.split()), labels(one)
        proposed += len(said)
        right += len(said & (wanted | set(also.split())))
        met += len(said & wanted)
        meant += len(wanted)
    assert right / proposed >= 0.93
    assert met / meant >= 0.95


def test_no_target_without_its_goal(found: list[Classification]) -> None:
    without = {
        target
        for one in found
        for target in labels(one)
        if goal_of(target) not in {goal.label for goal in one.sdgs}
    }
    assert without == set()


def test_each_target_and_goal_once_the_best_first(found: list[Classification]) -> None:
    for proposals in (p for one in found for p in (one.sdgs, one.targets)):
        scores = [proposal.score for proposal in proposals]
        assert scores == sorted(scores, reverse=True)
        assert len({proposal.label for proposal in proposals}) == len(proposals)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Ensure birth registration of all children", {"16.9"}),
        ("Bring electricity to remote villages", {"7.1"}),
        ("Combat violence against women and children", {"5.2", "16.2"}),
        ("Abolish the death penalty", set()),
        ("Combat drug trafficking", {"16.4"}),
        ("Combat drug trafficking and trafficking in persons", {"8.7", "16.4"}),
        ("Extend a standing invitation to all special procedures", set()),
        ("", set()),
    ],
)
def test_what_a_demand_is_about(text: str, targets: set[str]) -> None:
    assert labels(classify([text])[0]) == targets


def test_a_target_says_which_words_spoke() -> None:
    (one,) = classify(["Ensure Birth Registration of all children"])
    assert [(target.label, target.why) for target in one.targets] == [
        ("16.9", ("Birth Registration",))
    ]
    assert next(goal.why for goal in one.sdgs if goal.label == "16")


def test_rules_speak_of_known_targets_only() -> None:
    assert {rule.name for rule in TARGETS} - KNOWN.keys() == set()
    assert len(proposed_targets()) == len({rule.name for rule in TARGETS})


def test_the_figures_that_ship_are_good_enough_to_propose() -> None:
    unread = target_card()["before_it_was_read"]
    assert unread["precision"] >= 0.75
    assert unread["texts"] == target_card()["today"]["written_without"]["texts"] == 200
