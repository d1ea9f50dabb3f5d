"""Ids that people cite: readable, safe in an address, never given twice."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.core.items import ItemKind
from upheld.services.public_ids import free_slug, public_id, slug


@pytest.mark.parametrize(
    ("kind", "number", "part", "expected"),
    [
        (ItemKind.RECOMMENDATION, "143.27", "", "A-HRC-26-6-143.27"),
        (ItemKind.RECOMMENDATION, "143.27", "2", "A-HRC-26-6-143.27-p2"),
        (ItemKind.RECOMMENDATION, "12 (a)", "", "A-HRC-26-6-12-a"),
        (ItemKind.CONCERN, "12", "", "A-HRC-26-6-12-concern"),
        (ItemKind.FOLLOW_UP_REQUEST, "40", "", "A-HRC-26-6-40-follow-up-request"),
        (ItemKind.RECOMMENDATION, "", "", "A-HRC-26-6-n7"),
    ],
)
def test_an_id_is_the_document_and_the_number_as_printed(kind, number, part, expected):
    assert public_id(slug("A/HRC/26/6"), kind, number, part, 7, set()) == expected


@given(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=12), st.sampled_from(ItemKind))))
def test_ids_are_unique_and_safe_in_an_address(items):
    taken: set[str] = set()
    for order, (number, part, kind) in enumerate(items):
        identity = public_id("A-HRC-26-6", kind, number, part, order, taken)
        assert identity not in taken
        assert re.fullmatch(r"[A-Za-z0-9.\-]+", identity)
        assert len(identity) <= 150
        taken.add(identity)


@given(st.lists(st.text(max_size=120)))
def test_slugs_are_unique_and_safe_in_an_address(names):
    taken: set[str] = set()
    for name in names:
        chosen = free_slug(name, taken)
        assert chosen not in taken
        assert re.fullmatch(r"[A-Za-z0-9.\-]+", chosen)
        assert len(chosen) <= 100
        taken.add(chosen)
