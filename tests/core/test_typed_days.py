"""A day is typed with the day first or as ISO 8601, and nothing else becomes a day."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.formats import date_format
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from upheld.core.typed_days import day_read, day_typed

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "30/06/2027", "30/6/2027", "30-6-2027", "30.6.2027", "30.06.2027", " 30/06/2027 ",
        "2027-06-30", "30 June 2027", "ngày 30 tháng 6 năm 2027",
    ],
)  # fmt: skip
def test_a_day_is_understood_as_it_is_written_here(typed):
    assert day_typed(typed) == date(2027, 6, 30)


def test_the_day_stands_first():
    assert day_typed("05/02/2027") == date(2027, 2, 5)


@given(DAYS, st.sampled_from(["vi", "en"]))
def test_documents_and_pages_print_days_alike(day, language):
    with override(language):
        assert day_read(day, language) == date_format(day)


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "31/06/2027", "06/30/2027", "30/06-2027", "30/06/27", "2027/06/30", "20270630",
     "30/06/2027 or later", "on 30 June 2027", "30/06/0027", "٣٠/٠٦/٢٠٢٧"],
)  # fmt: skip
def test_what_is_no_day_stays_none(typed):
    assert day_typed(typed) is None


@given(DAYS, st.sampled_from(["vi", "en"]))
def test_what_is_read_can_be_typed(day, language):
    assert day_typed(day_read(day, language)) == day
    assert day_typed(day.isoformat()) == day


def test_readers_see_their_own_form():
    day = date(2027, 6, 3)
    assert (day_read(day, "vi"), day_read(day, "en")) == ("03/06/2027", "3 June 2027")
