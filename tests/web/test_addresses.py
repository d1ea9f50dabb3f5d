"""Addresses made from one look-up are those that ``reverse`` gives."""

from __future__ import annotations

from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from upheld.web.addresses import Addresses

words = st.text(min_size=1, max_size=40).filter(lambda word: "/" not in word)


@given(word=words)
def test_an_address_is_that_of_reverse(word: str) -> None:
    assert Addresses("document").of(word) == reverse("document", args=[word])
