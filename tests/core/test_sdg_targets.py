"""The 169 targets with their names in two languages."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from upheld.core.sdg_targets import TARGETS, goal_of

# How many targets each goal has by numbers and by letters: resolution 70/1.
BY_GOAL = {
    "1": 7, "2": 8, "3": 13, "4": 10, "5": 9, "6": 8, "7": 5, "8": 12, "9": 8, "10": 10, "11": 10,
    "12": 11, "13": 5, "14": 10, "15": 12, "16": 12, "17": 19,
}  # fmt: skip


def test_every_goal_has_its_targets():
    assert Counter(target.goal for target in TARGETS.values()) == BY_GOAL
    assert [n for n in TARGETS if not re.fullmatch(r"\d+\.(?:\d+|[a-d])", n)] == []


def test_names_are_short_and_none_stands_twice():
    for names in zip(*((row.english, row.vietnamese) for row in TARGETS.values()), strict=True):
        assert [name for name in names if not name or len(name) > 60 or name != name.strip()] == []
        assert [name for name, times in Counter(names).items() if times > 1] == []


def test_a_name_is_told_in_both_languages():
    target = TARGETS["16.9"]
    assert target.name_in("en") == "Legal identity and birth registration"
    assert target.name_in("vi") == "Căn cước pháp lý và đăng ký khai sinh"
    assert target.name_in("fr") == target.name_in("en")


@pytest.mark.parametrize(("label", "goal"), [("16.3", "16"), ("16", "16"), ("4.c", "4")])
def test_goals_of_targets(label, goal):
    assert goal_of(label) == goal
