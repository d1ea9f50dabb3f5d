"""States named in running text: the longest name wins, and a list is never one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.core.states import STATES
from upheld.core.states_text import find_states_in


def mentions(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], party.iso3) for start, end, party in find_states_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The delegation of Sarovia thanked Chile and the UK.",
            [("Sarovia", "XSP"), ("Chile", "CHL"), ("UK", "GBR")],
        ),
        (
            "Iran (Islamic Republic of), Papua New Guinea, South Sudan and Sudan",
            [
                ("Iran (Islamic Republic of)", "IRN"),
                ("Papua New Guinea", "PNG"),
                ("South Sudan", "SSD"),
                ("Sudan", "SDN"),
            ],
        ),
        (
            "Congo, Democratic People's Republic\nof Korea",
            [("Congo", "COG"), ("Democratic People's Republic\nof Korea", "PRK")],
        ),
        (
            "the former Yugoslav Republic of Macedonia; Guinea-Bissau; Côte d’Ivoire’s law",
            [
                ("former Yugoslav Republic of Macedonia", "MKD"),
                ("Guinea-Bissau", "GNB"),
                ("Côte d’Ivoire", "CIV"),
            ],
        ),
        ("the U.S. and the US asked us", [("U.S", "USA"), ("US", "USA")]),
        ("people in Northern Ireland and Western Sahara", []),
        ("a turkey, a chile and Uk", []),
        ("", []),
    ],
)
def test_names_in_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert mentions(text) == expected


@given(st.lists(st.sampled_from(STATES), min_size=1, max_size=12))
def test_a_printed_list_gives_its_states_in_order(parties: list) -> None:
    text = "; ".join(party.name for party in parties)
    assert [party for _, _, party in find_states_in(text)] == parties


@given(st.text(max_size=300))
def test_spans_are_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for mention in find_states_in(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
