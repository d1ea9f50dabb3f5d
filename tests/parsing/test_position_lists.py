"""Number lists: every printed style reads back to the numbers it was printed from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.parsing.position_lists import read_numbers
from upheld.specimen.number_lists import (
    bare_ranges,
    short_ranges,
    stopped_list,
    written_ranges,
)

ORDINALS = st.sets(st.integers(1, 320), min_size=1, max_size=80).map(sorted)
PARAGRAPHS = st.integers(10, 999)
BEHIND = st.sampled_from(["", ".", ".\nII. Noted recommendations", " and thanks all delegations."])


def numbers(text: str) -> list[str]:
    found = read_numbers(text)
    return [listed.number for listed in found.numbers] if found else []


@given(ORDINALS, BEHIND)
def test_bare_ranges_read_back(ordinals: list[int], behind: str):
    assert numbers(bare_ranges(ordinals) + behind) == [str(n) for n in ordinals]


@given(PARAGRAPHS, ORDINALS, BEHIND)
def test_short_ranges_read_back(paragraph: int, ordinals: list[int], behind: str):
    assert numbers(short_ranges(paragraph, ordinals) + behind) == [
        f"{paragraph}.{n}" for n in ordinals
    ]


@given(PARAGRAPHS, ORDINALS, BEHIND)
def test_full_stops_for_commas_read_back(paragraph: int, ordinals: list[int], behind: str):
    assert numbers(stopped_list(paragraph, ordinals) + behind) == [
        f"{paragraph}.{n}" for n in ordinals
    ]


@given(PARAGRAPHS, ORDINALS)
def test_ranges_in_words_read_back(paragraph: int, ordinals: list[int]):
    assert numbers(written_ranges(paragraph, ordinals) + ". Most of them") == [
        f"{paragraph}.{n}" for n in ordinals
    ]


@given(PARAGRAPHS, ORDINALS, st.integers(20, 60))
def test_lines_may_break_a_list_at_any_blank(paragraph: int, ordinals: list[int], width: int):
    printed, line = "", 0
    for word in short_ranges(paragraph, ordinals).split(" "):
        line = 0 if line + len(word) > width else line + len(word) + 1
        printed += word + (" " if line else "\n")
    assert numbers(printed.rstrip()) == [f"{paragraph}.{n}" for n in ordinals]


@given(PARAGRAPHS, ORDINALS)
def test_each_number_leads_to_what_is_printed(paragraph: int, ordinals: list[int]):
    text = f"accepts: {short_ranges(paragraph, ordinals)}."
    found = read_numbers(text, 8)
    assert found is not None
    assert text[found.start : found.end] == short_ranges(paragraph, ordinals)
    for listed in found.numbers:
        assert text[listed.start : listed.end].startswith(f"{paragraph}.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1–5, 14–\n16, 20", ["1", "2", "3", "4", "5", "14", "15", "16", "20"]),
        ("122.62-\n64,122.70", ["122.62", "122.63", "122.64", "122.70"]),
        ("140.35. 140.36", ["140.35", "140.36"]),
        ("140.134, 140.136.\n140.137, 140.138,", ["140.134", "140.136", "140.137", "140.138"]),
        ("140.82-84, 87", ["140.82", "140.83", "140.84", "140.87"]),
        ("158-61", ["158", "159", "160", "161"]),
        ("5., 6., 7. The Government", ["5", "6", "7"]),
        ("40., 41., Sarovia accepts", ["40", "41"]),
        ("3 and 5 as well as 7", ["3", "5", "7"]),
        ("Nos. 3", []),
        ("2030 Agenda", []),
        ("100 per cent", []),
    ],
)
def test_styles_and_slips(text: str, found: list[str]):
    assert numbers(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # The next paragraph of the addendum
        ("141, 142.\n6. The Government notes", ["141", "142"]),
        ("140.7, 140.8.\n4. The Government accepts", ["140.7", "140.8"]),
        # The heading of an explanation below the list
        ("140.241, 140.252.\n140.11-14\nThe Convention was ratified", ["140.241", "140.252"]),
        ("140.241.\n140.250\nThe Convention was ratified", ["140.241"]),
        # A range that runs backwards is no range
        ("16-14", ["16"]),
    ],
)
def test_a_list_ends_before_what_is_none(text: str, found: list[str]):
    assert numbers(text) == found
