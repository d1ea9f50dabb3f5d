"""Words that the States of one sentence share."""

from __future__ import annotations

import pytest

from upheld.parsing.upr_segments import read_segments
from upheld.parsing.upr_shared_words import (
    REST,
    Composed,
    SharedObject,
    compose,
    demands_of,
    shared_object,
)

# (sentence, rest, the object of each segment)
OBJECTS = [
    # behind the last bracket
    ("Ratify (Spain)/consider ratifying (Togo)", " the ICRMW",
     [SharedObject("the ICRMW", REST), SharedObject("the ICRMW", REST)]),
    # a segment of its own
    ("Sign (Spain) and ratify (Togo) the Covenant (Chile)", "",
     [SharedObject("the Covenant", 2), SharedObject("the Covenant", 2), None]),
    # that of the next complete demand
    ("The publication of (Spain)/Finalise its plan (Togo)", "",
     [SharedObject("its plan", 1), None]),
    # an adverbial behind a waiting verb waits as well
    ("Ratify (Spain) as soon as possible (Togo)", " CED",
     [SharedObject("CED", REST), SharedObject("CED", REST)]),
    # … behind complete words it does not
    ("Adopt a plan (Spain) as soon as possible (Togo) for schools (Mali)", "",
     [None, None, None]),
    # nothing follows
    ("Ratify (Spain)/sign (Togo)", "", [None, None]),
    # complete words wait for nothing
    ("Adopt a plan (Spain), also for villages (Togo)", "", [None, None]),
]  # fmt: skip
# (sentence, segments of one State, how they make demands)
DEMANDS = [
    # two complete demands
    ("Ban levies (Spain), open schools (Spain)", [0, 1], [[0], [1]]),
    # the second points back
    ("Ratify CAT (Spain), establish a body in line with it (Spain)", [0, 1], [[0, 1]]),
    # "and" goes on
    ("Ban levies (Spain) and open schools (Spain)", [0, 1], [[0, 1]]),
    # "and to" begins anew
    ("To ban levies (Spain) and to open schools (Spain)", [0, 1], [[0], [1]]),
    # the first waits for its object
    ("Sign (Spain), ratify CAT (Spain)", [0, 1], [[0, 1]]),
    # a State that speaks anew
    ("Ban levies (Spain) and recommends that schools open (Spain)", [0, 1], [[0], [1]]),
]


@pytest.mark.parametrize(("sentence", "rest", "expected"), OBJECTS)
def test_what_a_verb_without_an_object_acts_on(
    sentence: str, rest: str, expected: list[SharedObject | None]
) -> None:
    segments, _ = read_segments(sentence)
    assert [shared_object(segments, index, rest) for index in range(len(segments))] == expected


@pytest.mark.parametrize(("sentence", "own", "expected"), DEMANDS)
def test_the_segments_of_a_state_make_demands(
    sentence: str, own: list[int], expected: list[list[int]]
) -> None:
    segments, _ = read_segments(sentence)
    objects = [shared_object(segments, index, "") for index in range(len(segments))]
    assert list(demands_of(segments, own, objects)) == expected


@pytest.mark.parametrize(
    ("sentence", "rest", "demand", "expected"),
    [
        # the head of another State
        ("Adopt a plan (Chile), including for villages (Togo)", "", [1],
         Composed("Adopt a plan, including for villages", (0, 1), takes_rest=False)),
        # the nearest head
        ("Adopt a plan (Chile), open schools (Togo), including for girls (Mali)", "", [2],
         Composed("open schools, including for girls", (1, 2), takes_rest=False)),
        # its verb alone
        ("Ratify CAT (Chile), CED (Togo)", "", [1],
         Composed("Ratify CED", (0, 1), takes_rest=False)),
        # a protocol thereto needs the whole head
        ("Ratify CAT (Chile) and the Protocol thereto (Togo)", "", [1],
         Composed("Ratify CAT and the Protocol thereto", (0, 1), takes_rest=False)),
        # the verb before another gerund
        ("Consider signing CED (Chile) or ratifying it (Togo)", "", [1],
         Composed("Consider ratifying it", (0, 1), takes_rest=False)),
        # the object behind the last bracket
        ("Sign (Chile)/ratify (Togo)", " CED", [0],
         Composed("Sign CED", (0,), takes_rest=True)),
        # … with the preposition that its verb asks for
        ("Consider accession (Chile)/ratify (Togo)", " the Protocol", [0],
         Composed("Consider accession to the Protocol", (0,), takes_rest=True)),
        ("Complete the ratification (Chile)/ratify (Togo)", " the Protocol", [0],
         Composed("Complete the ratification of the Protocol", (0,), takes_rest=True)),
        # the object of a later segment
        ("Sign (Chile) and ratify (Togo) the Covenant (Benin)", "", [0],
         Composed("Sign the Covenant", (0, 2), takes_rest=False)),
    ],
)  # fmt: skip
def test_the_words_of_one_demand(
    sentence: str, rest: str, demand: list[int], expected: Composed
) -> None:
    segments, _ = read_segments(sentence)
    objects = [shared_object(segments, index, rest) for index in range(len(segments))]
    assert compose(segments, demand, objects) == expected
