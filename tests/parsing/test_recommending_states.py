"""The States in brackets behind a recommendation, in every form that reports print them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.core.states import STATES
from upheld.parsing.recommending_states import bracketed, find_brackets, read_states

# (what a bracket holds, its States, names that are none)
CONTENTS = [
    ("Spain", ("ESP",), ()),
    # commas, and "and" before the last
    ("Chile, Togo and Viet Nam", ("CHL", "TGO", "VNM"), ()),
    # a name that holds "and" itself
    ("Bosnia and Herzegovina, Trinidad and Tobago", ("BIH", "TTO"), ()),
    ("Antigua and Barbuda and Togo", ("ATG", "TGO"), ()),
    # brackets within the name
    ("Iran (Islamic Republic of), Spain", ("IRN", "ESP"), ()),
    # inverted name cut at its comma
    ("Venezuela, Bolivarian Republic of, Spain", ("VEN", "ESP"), ()),
    ("Iran, Islamic Republic of", ("IRN",), ()),
    # inverted form without inner brackets
    ("Bolivarian Republic of Venezuela", ("VEN",), ()),
    # a line break within the name, with and without a hyphen
    ("Saint Kitts\nand Nevis", ("KNA",), ()),
    ("Timor-\nLeste", ("TLS",), ()),
    # semicolon or slash between States
    ("Chile; Togo/Benin", ("CHL", "TGO", "BEN"), ()),
    # the comma was forgotten
    ("Chile Togo", ("CHL", "TGO"), ()),
    ("New Zealand United Kingdom", ("NZL", "GBR"), ()),
    # a dash for a comma
    ("Chile - Togo", ("CHL", "TGO"), ()),
    # printed twice: once is enough
    ("Chile, Togo, Chile", ("CHL", "TGO"), ()),
    # "and" behind a comma
    ("Chile, and Togo", ("CHL", "TGO"), ()),
    # the bracket says who recommends
    ("recommended by Chile", ("CHL",), ()),
    ("by the Netherlands", ("NLD",), ()),
    # a State that speaks for a group
    ("Egypt, on behalf of the African Group", ("EGY",), ()),
    ("Cuba also on behalf of the Non-Aligned Movement", ("CUB",), ()),
    # the footnote's mark before a name
    ("Chile, 12 Togo", ("CHL", "TGO"), ()),
    # a misprint that is still one State
    ("Argentinia", ("ARG",), ()),
    # "and" of two languages
    ("Chile y Togo", ("CHL", "TGO"), ()),
    ("Chili et Togo", ("CHL", "TGO"), ()),
    # a name that is none
    ("Chile, Atlantis", ("CHL",), ("Atlantis",)),
    ("CRC", (), ("CRC",)),
    ("", (), ()),
    # the first bracket was never closed: "(Chile (Togo)"
    ("Chile (Togo", ("CHL", "TGO"), ()),
]
# (text, the brackets of States as printed, their States)
TEXTS = [
    ("Ratify CED (Spain);", [("(Spain)", ("ESP",))]),
    # two brackets side by side
    ("Ratify CED (France) (Lithuania);",
     [("(France)", ("FRA",)), ("(Lithuania)", ("LTU",))]),
    # square brackets
    ("Ratify CED [Spain];", [("[Spain]", ("ESP",))]),
    # abbreviations, years and articles are words of the recommendation
    ("Adopt a law (2009) on children (CRC) (article 9, paragraph 2) (Spain).",
     [("(Spain)", ("ESP",))]),
    # the short title of an instrument is no State
    ("Ratify the convention on violence (Istanbul Convention);", []),
    ("Join the court (Rome Statute).", []),
    # a group that is no State, standing where the State would
    ("Adopt a plan (Atlantis);", [("(Atlantis)", ())]),
    # … and in the middle of the words it is left alone
    ("Adopt a plan (Atlantis) for children (Spain);", [("(Spain)", ("ESP",))]),
    # brackets within brackets
    ("Ratify CED (Iran (Islamic Republic of), Spain);",
     [("(Iran (Islamic Republic of), Spain)", ("IRN", "ESP"))]),
    # the last of two brackets was forgotten
    ("Ratify CED (Iran (Islamic Republic of);", [("(Iran (Islamic Republic of)", ("IRN",))]),
    # bracket never closed, at the end and in the middle
    ("Ratify CED (Spain;", [("(Spain", ("ESP",))]),
    ("Ratify CED (Spain", [("(Spain", ("ESP",))]),
    ("Ratify CED (Spain; adopt a plan (Chile);", [("(Spain", ("ESP",)), ("(Chile)", ("CHL",))]),
    # bracket never closed, with the next State in a bracket of its own
    ("Ratify CED (Spain (Chile);", [("(Spain (Chile)", ("ESP", "CHL"))]),
    # bracket of words never closed: the States stand within
    ("Ratify the treaties (and the Rome Statute (Mexico, Brazil);",
     [("(Mexico, Brazil)", ("MEX", "BRA"))]),
    # bracket never opened
    ("Ratify CED Spain);", []),
    # semicolons between States
    ("Ratify CED (Spain; Chile);", [("(Spain; Chile)", ("ESP", "CHL"))]),
    # States in a sentence of their own words are no bracket of States
    ("Follow (as Spain did in 2008) the Paris Principles (Chile).", [("(Chile)", ("CHL",))]),
    # footnote mark behind the bracket
    ("Adopt a plan (Atlantis)² ;", [("(Atlantis)", ())]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "states", "unrecognised"), CONTENTS)
def test_what_a_bracket_holds(
    printed: str, states: tuple[str, ...], unrecognised: tuple[str, ...]
) -> None:
    assert read_states(printed) == (states, unrecognised)


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_brackets_of_states_are_told_from_words_in_brackets(
    text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    found = [(text[b.start : b.end], b.states) for b in find_brackets(text)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        # brackets that only open, only close, or do both without end
        "(" * 5000,
        ")" * 5000,
        "(" * 3000 + "Spain" + ")" * 3000,
        "(Spain;" * 1000,
        "(" + "Spain and " * 1000 + "Chile)",
        "(" + "Spain, " * 5000 + ")",
    ],
)
def test_brackets_without_end_come_to_an_end(text: str) -> None:
    assert [b for b in find_brackets(text) if b.states not in ((), ("ESP",))] == []


@given(st.lists(st.sampled_from(STATES), min_size=1, max_size=8, unique=True))
def test_every_state_is_found_in_a_bracket(parties: list) -> None:
    names = ", ".join(party.name for party in parties)
    found = find_brackets(f"143.1 Adopt a plan for its schools ({names});")
    assert [bracket.states for bracket in found] == [tuple(party.iso3 for party in parties)]


@given(st.text(alphabet="()[];, aSpainChile", max_size=40))
def test_brackets_lie_in_order_and_begin_with_a_bracket(text: str) -> None:
    found = list(bracketed(text))
    assert [start for start, _, _ in found if text[start] not in "(["] == []
    assert [b for b in found if not b[0] < b[1] <= b[2] <= len(text)] == []
    assert [(a, b) for a, b in pairwise(found) if a[2] > b[0]] == []
