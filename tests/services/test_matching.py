"""Laws of pairing the items of two versions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.services.matching import Wording, match

VOCABULARY = ("ratify", "torture", "women", "courts", "adopt", "law", "children", "end")
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=6).map(" ".join)
WORDINGS = st.lists(
    st.builds(
        Wording,
        st.sampled_from(["recommendation", "pledge"]),
        st.sampled_from(["", "6.1", "6.2", "140.1", "140.2", "7"]),
        st.sampled_from(["", "1", "2"]),
        WORDS,
    ),
    max_size=8,
)


@given(WORDINGS, WORDINGS)
def test_nothing_is_paired_twice_and_kinds_stay_apart(old, new):
    pairs = match(old, new)
    assert len(set(pairs.values())) == len(pairs)
    assert all(old[o].kind == new[n].kind for n, o in pairs.items())


@given(WORDINGS)
def test_a_document_pairs_wholly_with_itself(same):
    pairs = match(same, same)
    assert len(pairs) == len(same)
    assert all(same[o] == same[n] for n, o in pairs.items())


def recommendation(number: str, text: str) -> Wording:
    return Wording("recommendation", number, "", text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # edited words under the same number
        (("140.1", "Ratify the Convention"), ("140.1", "Ratify the Conventions soon")),
        # renumbered from the draft and edited
        (("6.17", "Adopt a law against torture"), ("140.17", "Adopt laws against torture")),
        # moved in the list, words nearly the same
        (("140.1", "Adopt a law against torture."), ("140.9", "Adopt a law against tortures")),
        # nothing alike but the number
        (("140.1", "Ratify the Convention"), ("140.1", "Close all camps by June")),
    ],
)
def test_one_item_is_found_again(old, new):
    assert match([recommendation(*old)], [recommendation(*new)]) == {0: 0}


def test_other_words_under_another_number_are_another_item():
    old = [recommendation("140.1", "Ratify the Convention")]
    assert match(old, [recommendation("140.2", "Close all camps by June")]) == {}
