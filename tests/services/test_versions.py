"""Laws of taking in one version after another, whatever the versions say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import person
from tests.services.printed import printed
from upheld.core.review import IN_FORCE, ReviewState
from upheld.services import history
from upheld.services.ingest import keep
from upheld.services.ingest_report import Outcome
from upheld.services.verify import verify
from upheld.store.models import Document, Record

WORDS = (
    "Ratify the Convention",
    "Ratify the Protocol",
    "Abolish the death penalty",
    "Protect women",
)
LINES = st.lists(
    st.tuples(
        st.sampled_from(["140.1", "140.2", "140.3", "141.1", "6.1"]),
        st.sampled_from(WORDS),
        st.sampled_from(["FRA", "FRA ESP", ""]),
    ),
    max_size=5,
)


@pytest.mark.django_db
@settings(max_examples=40)
@given(st.lists(LINES, min_size=1, max_size=4))
def test_nothing_is_lost_nothing_is_renamed_and_everything_is_told(versions):
    actor = person()
    symbol = f"A/HRC/90/{Document.objects.count() + 1}"
    ids: set[str] = set()
    seen: list[list] = []
    for lines in versions:
        known = lines in seen
        seen.append(lines)
        report = keep(actor, printed(lines, symbol=symbol, session=None))
        records = Record.objects.filter(document__slug=report.slug)
        now = set(records.values_list("public_id", flat=True))
        assert ids <= now
        ids = now
        if known:
            assert report.outcome == Outcome.UNCHANGED
            continue
        # Each item of this version is one record in force, in printed order, and no other is.
        in_force = records.filter(review_state__in=IN_FORCE).order_by("order")
        assert [(row.number, row.text) for row in in_force] == [line[:2] for line in lines]
        withdrawn = records.filter(review_state=ReviewState.WITHDRAWN)
        assert in_force.count() + withdrawn.count() == len(now)
    assert verify(actor) == []


@pytest.mark.django_db
@settings(max_examples=20)
@given(LINES)
def test_taking_in_twice_is_taking_in_once(lines):
    actor = person()
    read = printed(lines, symbol=f"A/HRC/91/{Document.objects.count() + 1}", session=None)
    keep(actor, read)
    head = history.head()
    assert keep(actor, read).outcome == Outcome.UNCHANGED
    assert history.head() == head
