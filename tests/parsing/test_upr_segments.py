"""An item cut behind each bracket of States, and the sentences that its segments share."""

from __future__ import annotations

import pytest

from upheld.parsing.upr_segments import Segment, read_segments, sentences_of

# (item, [(bare words, States) …], the rest)
CUT = [
    ("Ratify CED (Spain);", [("Ratify CED", ("ESP",))], ";"),
    # brackets side by side, also with "and" or a comma between
    ("Ratify CED (France) (Togo);", [("Ratify CED", ("FRA", "TGO"))], ";"),
    ("Ratify CED (France) and (Togo);", [("Ratify CED", ("FRA", "TGO"))], ";"),
    ("Ratify CED (France), (Togo), (France);", [("Ratify CED", ("FRA", "TGO"))], ";"),
    # the footnote's mark between two brackets
    ("Ratify CED (France)² (Togo);", [("Ratify CED", ("FRA", "TGO"))], ";"),
    # slash between verbs, object behind the last bracket
    ("Sign (Spain)/ratify (Togo) the Covenant;",
     [("Sign", ("ESP",)), ("ratify", ("TGO",))], " the Covenant;"),
    # an adverb alone before its bracket goes on with the words behind it
    ("Positively (Chile) consider ratification (Spain)",
     [("Positively consider ratification", ("CHL",)), ("consider ratification", ("ESP",))], ""),
    # two adverbs of two States, and one behind the words
    ("Positively (Chile), also promptly (Mali) consider ratification (Spain)",
     [("Positively, also promptly consider ratification", ("CHL",)),
      ("promptly consider ratification", ("MLI",)), ("consider ratification", ("ESP",))], ""),
    ("Ratify CED (Chile), promptly (Spain)",
     [("Ratify CED", ("CHL",)), ("promptly", ("ESP",))], ""),
    # "While" at the beginning ties to nothing
    ("While recognizing its efforts, open schools (Chile)",
     [("While recognizing its efforts, open schools", ("CHL",))], ""),
    # an object, then a demand of another State
    ("Sign (Togo)/ratify (Chad) CED; adopt a plan (Mali).",
     [("Sign", ("TGO",)), ("ratify", ("TCD",)), ("CED", ()), ("adopt a plan", ("MLI",))], "."),
    # a bracket of words is no cut
    ("Ratify the convention (CED) (Spain).", [("Ratify the convention (CED)", ("ESP",))], "."),
    # no bracket at all
    ("Ratify CED;", [], "Ratify CED;"),
]  # fmt: skip
# (item, the words of each sentence's segments)
SENTENCES = [
    # "and" goes on
    ("Ratify CAT (Togo) and its Protocol (Benin)", [["Ratify CAT", "its Protocol"]]),
    # a semicolon before a demand parts, a comma does not
    ("Ratify CAT (Togo); adopt a plan (Chile), open schools (Benin)",
     [["Ratify CAT"], ["adopt a plan", "open schools"]]),
    # a full stop before a demand
    ("Ratify CAT (Togo). Adopt a plan (Chile)", [["Ratify CAT"], ["Adopt a plan"]]),
    # a semicolon before a detail parts as well: what it details is the sentence before
    ("Ratify CAT (Togo); in all provinces (Chile)", [["Ratify CAT"], ["in all provinces"]]),
    # the head before a colon serves all that follow
    ("Continue its efforts: for health (Oman); in education (Chad)",
     [["Continue its efforts: for health", "in education"]]),
    # … until a demand of its own
    ("Continue its efforts: for health (Oman); adopt a plan (Chad)",
     [["Continue its efforts: for health"], ["adopt a plan"]]),
    # slash behind the semicolon: still one sentence
    ("Sign (Togo);/ratify (Chad) CED", [["Sign", "ratify"]]),
    # the footnote's mark before the semicolon
    ("Ratify CAT (Togo)2; adopt a plan (Chile)", [["Ratify CAT"], ["adopt a plan"]]),
]  # fmt: skip
# (words behind a bracket, can they stand alone?)
ALONE = [
    ("; and adopt a plan", True),
    # a purpose
    (" to eliminate torture", False),
    # an infinitive tied to the one before
    (" and to eliminate torture", True),
    # a detail, a noun
    (", including children", False),
    (" the Optional Protocol", False),
]


@pytest.mark.parametrize(("item", "expected", "rest"), CUT)
def test_an_item_is_cut_behind_its_brackets(
    item: str, expected: list[tuple[str, tuple[str, ...]]], rest: str
) -> None:
    segments, left = read_segments(item)
    assert ([(s.bare, s.states) for s in segments], left) == (expected, rest)


@pytest.mark.parametrize(("item", "expected"), SENTENCES)
def test_segments_are_gathered_into_sentences(item: str, expected: list[list[str]]) -> None:
    segments, _ = read_segments(item)
    assert [[s.bare for s in sentence] for sentence in sentences_of(segments)] == expected


@pytest.mark.parametrize(("words", "expected"), ALONE)
def test_words_that_could_stand_alone(words: str, expected: bool) -> None:
    assert Segment(words, ("ESP",), (), 40, 80).is_demand is expected


def test_the_first_words_of_an_item_stand_alone_even_as_a_purpose() -> None:
    assert Segment("to eliminate torture ", ("ESP",), (), 0, 40).is_demand


def test_segments_and_rest_make_up_the_item() -> None:
    item = "Sign (Spain), ratify (Togo) (Benin) and implement (Chile) the Covenant;"
    segments, rest = read_segments(item)
    assert "".join(item[s.start : s.end] for s in segments) + rest == item
