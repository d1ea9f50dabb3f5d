"""Lists of all records: made by a command, kept beside the database, needed by the world only."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.factories import Demand, person, report
from upheld.core.errors import Refused, Unavailable
from upheld.core.roles import Role
from upheld.services.world_twins import elsewhere, make_lists
from upheld.store.models import Record, StateUnderReview
from upheld.store.twin_file import read_lists

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two_states(settings, tmp_path: Path) -> None:
    settings.UPHELD_DATA = tmp_path
    report(items=[Demand("140.1", "Ratify OP-CAT", ("FRA",))])
    report(
        symbol="A/HRC/80/5",
        items=[
            Demand("99.1", "Accede to the Optional Protocol to CAT", ("ESP",)),
            Demand("99.2", "Protect the forests", ("CHL",)),
        ],
    )
    StateUnderReview.objects.filter(document__slug="A-HRC-80-5").update(iso3="LAO")


def ask(few: int = 5_000) -> list[str]:
    record = Record.objects.get(public_id="A-HRC-90-7-140.1")
    return [twin.record.public_id for twin in elsewhere(person(Role.READER), record, few=few).twins]


def test_of_few_records_the_lists_are_made_at_once():
    assert ask() == ["A-HRC-80-5-99.1"]


def test_of_many_records_the_lists_must_be_there():
    with pytest.raises(Unavailable) as refusal:
        ask(few=0)
    assert "upheld twins" in refusal.value.next_step
    assert make_lists(person()) == 3
    assert ask(few=0) == ["A-HRC-80-5-99.1"]
    kept = read_lists()
    assert kept is not None
    assert list(kept.keys) == list(Record.objects.order_by("pk").values_list("pk", flat=True))


def test_what_is_no_longer_in_force_is_not_shown():
    make_lists(person())
    Record.objects.filter(public_id="A-HRC-80-5-99.1").update(review_state="withdrawn")
    assert ask(few=0) == []


def test_only_a_coordinator_makes_them():
    with pytest.raises(Refused):
        make_lists(person(Role.READER))
    assert read_lists() is None
