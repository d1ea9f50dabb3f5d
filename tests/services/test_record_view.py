"""A view of the records as an address and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.services.record_view import CHOICES, SORTS, RecordView

VALUES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).map(str.strip)
VIEWS = st.builds(
    lambda question, chosen, sort: RecordView.of(
        [
            ("q", question),
            *((name, value) for name in chosen for value in chosen[name]),
            ("sort", sort),
        ]
    ),
    VALUES,
    st.dictionaries(st.sampled_from(CHOICES), st.lists(VALUES, max_size=3)),
    st.sampled_from(["", "colour", *SORTS]),
)


@given(VIEWS)
def test_an_address_says_the_whole_view(view: RecordView) -> None:
    assert RecordView.from_address(view.address()) == view


@given(VIEWS, st.sampled_from(CHOICES))
def test_what_is_chosen_twice_is_left(view: RecordView, name: str) -> None:
    assert view.toggled(name, "XSP").toggled(name, "XSP").address() == view.address() or (
        "XSP" in view.chosen.get(name, ())
    )


@given(VIEWS, st.sampled_from(CHOICES))
def test_one_more_value_stands_between_the_parts_of_an_address(view: RecordView, name: str) -> None:
    before, after = view.around(name)
    chosen = view if "XSP" in view.chosen.get(name, ()) else view.toggled(name, "XSP")
    assert RecordView.from_address(f"{before}{name}=XSP{after}") == chosen


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("by=vnm", "from=VNM"),
        ("position=noted&q=+women+", "q=women&position=noted"),
        ("sort=colour&page=7&utm=x", ""),
        ("state=&symbol=A%2FHRC%2F26%2F6", "symbol=A%2FHRC%2F26%2F6"),
        ("state=vnm&state=VNM&state=fra", "state=VNM&state=FRA"),
        (f"theme={'x' * 400}", ""),
    ],
)
def test_an_address_is_put_in_order(address: str, same: str) -> None:
    assert RecordView.from_address(address).address() == same


def test_an_empty_view_shows_everything() -> None:
    assert RecordView.from_address("sort=newest").is_empty
    assert not RecordView.from_address("state=VNM").is_empty
