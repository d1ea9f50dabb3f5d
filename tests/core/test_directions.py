"""A title turns nothing round."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from upheld.core.directions import without_turns
from upheld.core.errors import InputProblem

TURNING = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\u202a\u202e\u2066\u2069"))))
def test_only_what_turns_words_round_is_taken_out(text):
    kept = [letter for letter in text if unicodedata.bidirectional(letter) not in TURNING]
    assert without_turns(text) == "".join(kept)


def test_a_problem_that_names_a_title_turns_nothing_round():
    problem = InputProblem("“A\u202eb” is no law.", next_step="Take “\u2067c”.")
    assert (problem.message, problem.next_step, str(problem)) == (
        "“Ab” is no law.", "Take “c”.", "“Ab” is no law.",
    )  # fmt: skip
