"""Candidates out of many: none that is near is lost, and each pair comes once."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.candidates import CandidateIndex, CandidateLists, candidate_pairs
from upheld.analysis.same_demand import compare

TEXTS = [
    "Ratify the Optional Protocol to the Convention against Torture",
    "Abolish the death penalty",
    "Accede to OP-CAT",
    "Combat trafficking in women and girls",
    "Ratify the Convention on the Rights of Persons with Disabilities",
    "The death penalty should be abolished",
    "Continue",
]


def test_the_likeliest_first_and_never_itself() -> None:
    index = CandidateIndex(TEXTS)
    found = index.find(TEXTS[0], without=(0,))
    assert [one.place for one in found] == [2]
    assert found[0].comparison == compare(TEXTS[0], TEXTS[2])


def test_no_more_than_asked_for() -> None:
    index = CandidateIndex([TEXTS[1]] * 5)
    found = index.find(TEXTS[1], most=3)
    assert [one.place for one in found] == [0, 1, 2]


def test_nothing_in_common_finds_nothing() -> None:
    assert CandidateIndex(TEXTS).find("Let the music play", at_least=0) == []
    assert CandidateIndex([]).find("Ratify CAT") == []


@given(st.lists(st.sampled_from(TEXTS), max_size=12))
def test_among_few_every_likely_pair_is_found_once(texts: list[str]) -> None:
    found = [(one, other) for one, other, _ in candidate_pairs(texts, most=20)]
    likely = {
        (one, other)
        for one, other in combinations(range(len(texts)), 2)
        if compare(texts[one], texts[other]).probability >= 0.5
    }
    assert set(found) == likely
    assert len(found) == len(set(found))


@given(st.lists(st.sampled_from(TEXTS), max_size=12))
def test_lists_come_back_from_arrays(texts: list[str]) -> None:
    lists = CandidateLists.of(texts)
    again = CandidateLists.from_arrays(lists.to_arrays())
    for text in TEXTS:
        assert again.nearest(text) == lists.nearest(text)
