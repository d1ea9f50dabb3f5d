"""No page asks the database more because there is more in it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from upheld.store.search_index import search_index

MAIN_PAGES = [
    "/",
    "/library/",
    "/recommendations/",
    "/documents/A-HRC-90-7/",
    "/documents/A-HRC-90-7/pages/1/",
    "/documents/A-HRC-90-7/review/A-HRC-90-7-140.2/",
    "/recommendations/A-HRC-90-7-140.2/",
]


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


@pytest.mark.parametrize("address", MAIN_PAGES)
def test_more_records_ask_no_more(coordinator: Client, address: str) -> None:
    small = factories.report(4)
    factories.finding(small)
    search_index()  # is built once, by whoever asks first
    few = queries(coordinator, address)
    for n in range(3):
        other = factories.report(4, symbol=f"A/HRC/91/{n + 2}")
        for record in other.records.all():
            factories.finding(other, record=record, page=1)
    bigger = factories.demands(30, paragraph=141)
    for order, demand in enumerate(bigger):
        factories.add_record(small, demand, order=order + 10)
    assert queries(coordinator, address) == few


def test_the_desk_asks_little(coordinator: Client) -> None:
    factories.report(120)
    assert queries(coordinator, "/documents/A-HRC-90-7/review/A-HRC-90-7-140.2/") <= 14
