"""Which words begin a demand of their own, and how far its verbs reach."""

from __future__ import annotations

import pytest

from upheld.parsing.demand_verbs import (
    ADVERBS,
    DEMAND_VERBS,
    RECOMMENDING,
    begins_demand,
    begins_gerund,
    begins_recommending,
    gerund_start,
    is_adverb,
    lacks_object,
    verb_length,
)

DEMANDS = [
    # imperative, as printed since 2010
    ("Ratify the Convention", True),
    # infinitive, as printed before
    ("to ratify the Convention", True),
    # adverb before the verb
    ("Promptly and fully implement the plan", False),
    ("promptly implement the plan", True),
    # "that" before a third person
    ("that Spain ratify CED", False),
    # gerund that goes on
    ("including children", True),
    ("ratifying the Protocol", True),
    # a noun, a preposition
    ("the Optional Protocol", False),
    ("with a view to abolition", False),
    # a verb of recommending in the third person
    ("recommends that it open schools", True),
    ("", False),
    ("2012", False),
    # an adverb and no verb
    ("immediately after the election", False),
]
# (words, the part of them that verbs take)
VERBS = [
    ("Ratify the Covenant", "Ratify"),
    # two verbs with an adverb between
    ("Sign and promptly ratify the Covenant", "Sign and promptly ratify"),
    # slash between two verbs
    ("Ratify/consider ratifying the Covenant", "Ratify/consider ratifying"),
    # a verbal noun still belongs to the verb
    ("Consider the possibility of acceding to the Covenant",
     "Consider the possibility of acceding to"),
    ("consider ratification of CED", "consider ratification of"),
    ("Become party to CED", "Become party to"),
    # a noun that is none of these does not
    ("Adopt measures", "Adopt"),
    # "to" alone is no verb
    ("to the children", ""),
    ("", ""),
]  # fmt: skip
WAITING = [
    # a verb alone, and two with an adverb
    ("Ratify", True),
    ("sign and promptly ratify", True),
    # words that end in the air
    ("take steps to ratify the", True),
    ("the implementation of", True),
    ("Accelerate the ratification process", True),
    # a verb behind "to" at the end
    ("Continue its efforts to create", True),
    ("take steps to rapidly ratify", True),
    # a noun that is a verb elsewhere
    ("Finalise its plan", False),
    # complete
    ("Ratify CED", False),
    ("for all children", False),
    ("", False),
    # a long demand that ends with a small word is complete
    ("Adopt, in consultation with the people in all provinces, the plan for water that was "
     "talked of", False),
]  # fmt: skip
GERUNDS = [
    # the gerund behind the verb can be taken by another one
    ("Consider ratifying the Covenant", "ratifying"),
    ("to consider signing CED", "signing"),
    # words of which the second is no gerund of a verb
    ("Guarantee living wages", ""),
    ("Adopt measures", ""),
    ("the training", ""),
]


@pytest.mark.parametrize(("words", "expected"), DEMANDS)
def test_the_first_verb_tells_a_demand(words: str, expected: bool) -> None:
    assert begins_demand(words) is expected


@pytest.mark.parametrize(("words", "expected"), VERBS)
def test_how_far_the_verbs_of_a_demand_reach(words: str, expected: str) -> None:
    assert words[: verb_length(words)] == expected


@pytest.mark.parametrize(("words", "expected"), WAITING)
def test_words_that_wait_for_an_object(words: str, expected: bool) -> None:
    assert lacks_object(words) is expected


@pytest.mark.parametrize(("words", "expected"), GERUNDS)
def test_the_gerund_behind_the_verb(words: str, expected: str) -> None:
    start = gerund_start(words)
    assert words[start : start + len(expected)] == expected
    assert (start > 0) is bool(expected)


@pytest.mark.parametrize(
    ("words", "gerund", "recommending", "adverb"),
    [
        # a demand only together with the verb before it
        ("signing the Protocol", True, False, False),
        # the State speaks anew
        ("Recommends that schools open", False, True, False),
        ("calls upon it to do so", False, True, False),
        # adverbs printed behind the bracket of another State
        ("also promptly", False, False, True),
        ("Positively", False, False, True),
        ("positively consider", False, False, False),
        ("", False, False, False),
    ],
)
def test_gerunds_verbs_of_recommending_and_adverbs(
    words: str, gerund: bool, recommending: bool, adverb: bool
) -> None:
    found = (begins_gerund(words), begins_recommending(words), is_adverb(words))
    assert found == (gerund, recommending, adverb)


def test_only_words_that_are_both_are_listed_as_verb_and_as_adverb() -> None:
    # "To further the rights of", "to better the lives of", "Do more"
    assert {"further", "better", "do"} == ADVERBS & (DEMAND_VERBS | RECOMMENDING)


def test_every_listed_word_is_one_word_in_small_letters() -> None:
    words = DEMAND_VERBS | RECOMMENDING | ADVERBS
    assert [
        word for word in words if not word.replace("-", "").isalpha() or word.endswith("-")
    ] == []
    assert [word for word in words if word != word.lower()] == []
