"""Words of rules are found where searching for the whole pattern would find them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.ohchr_rules import GOALS, PERSONS, THEMES
from upheld.analysis.rule_words import first, learn, patterns_near
from upheld.analysis.target_rules import TARGETS

PATTERNS = sorted(
    {
        pattern
        for rule in (*THEMES, *GOALS, *TARGETS, *PERSONS)
        for pattern in (rule.words, rule.unless)
        if pattern
    }
)

WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        "women children of the against violence laws law fund funds and prisons 0.7 school hiv "
        "erased labour work judges trafficking in persons armed conflict land rights gay women's "
        "access to non-governmental follow-up Roma minorities co-operation aid media strategy poor "
        "the right to life gender-based pay gap birth registration rule of Istanbul Convention "
        "2030 Agenda national human people young drug infant mortality water safe housing migrant "
        "workers justice education for teachers train climate change health system drinking equal",
    )
)


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_what_is_found_is_what_the_whole_pattern_finds(text: str) -> None:
    small = text.lower()
    found = {pattern: match and match.span() for pattern in PATTERNS
             if (match := first(pattern, small))}  # fmt: skip
    whole = {pattern: match.span() for pattern in PATTERNS
             if (match := re.search(pattern, small))}  # fmt: skip
    assert found == whole
    assert found.keys() - set(patterns_near(small)) == set()


@pytest.mark.parametrize(
    ("pattern", "text", "span"),
    [
        (r"cats?\b", "three cats", (6, 10)),
        (r"dog|cat", "a cat and a dog", (2, 5)),
        (r"(?:big|large) (?:red )?house", "a large house", (2, 13)),
        (r"(?:big )?house", "house", (0, 5)),
        (r"lo{2,}ng", "looong", (0, 6)),
        (r"organi[sz]e", "they organise", (5, 13)),
        (r"(?<!non-)event", "an event", (3, 8)),
        (r"(?:a|of) b", "of b", (0, 4)),
        (r"169", "no. 169", (4, 7)),
        (r"dog|cat", "a bird", None),
    ],
)
def test_patterns_of_every_shape(pattern: str, text: str, span: tuple[int, int] | None) -> None:
    match = first(pattern, text)
    assert (match and match.span()) == span


def test_only_patterns_whose_letters_stand_there_are_near() -> None:
    learn(["zebra crossing", "zebra|giraffe"])
    near = set(patterns_near("a zebra"))
    assert near & {"zebra crossing", "zebra|giraffe"} == {"zebra|giraffe"}
