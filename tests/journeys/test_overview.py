"""The overview and the history in a browser: nothing sideways, nothing small, no scripts needed."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import transaction
from playwright.sync_api import expect

from tests import factories
from tests import workspace_rows as rows
from tests.journeys.conftest import NARROW, WIDE, Visitor, sideways, small_targets, violations
from upheld.core.entries import EntryState
from upheld.core.national_bodies import NationalBodyKind
from upheld.core.roles import Role
from upheld.services import history

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = [
    "/overview/",
    "/overview/XSP-MOJ/",
    "/overview/rows/?table=parts&column=late",
    "/history/",
    "/users/coordinator-all/history/",
]


def put_to_work() -> None:
    """Seven records, a ministry with departments, two provinces, an NGO that disagrees."""
    top = rows.body("GOV")
    justice, health = rows.body("MOJ", parent=top), rows.body("MOH", parent=top)
    department = rows.body("DEPT", parent=justice, kind=NationalBodyKind.DEPARTMENT)
    office = rows.body("OFFICE", parent=department, kind=NationalBodyKind.DEPARTMENT)
    lake = rows.body("LAKE", parent=top, kind=NationalBodyKind.PROVINCE)
    for place, record in enumerate(factories.report(7).records.order_by("order")):
        for to in (justice, health, department, office, lake)[place % 4 :]:
            asked = rows.assignment(record, to, due=date(2026, 1 + place, 1))
            if place % 3 == 0:
                rows.entry(asked, state=EntryState.PUBLISHED)
        rows.assessment(record=record, published_at=rows.NOW)
        with transaction.atomic():
            said = history.Entry("record.confirm", record, {"number": ["", record.number]})
            history.record(rows.officer(Role.COORDINATOR), [said])


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_nothing_stands_in_the_way(
    visitor: Visitor, address: str, language: str, size: tuple[int, int]
) -> None:
    put_to_work()
    page = visitor.window(rows.officer(Role.COORDINATOR), size=size, language=language)
    page.goto(address)
    assert violations(page) == []
    assert sideways(page) == 0
    assert small_targets(page) == []


def test_bodies_below_open_without_scripts(visitor: Visitor) -> None:
    put_to_work()
    page = visitor.window(rows.officer(Role.READER), script=False)
    page.goto("/overview/")
    table = page.get_by_role("region", name="What bodies were asked").locator("table")
    expect(table.get_by_role("link", name="DEPT", exact=True)).to_have_count(0)
    table.get_by_role("link", name="show bodies below Ministry of Justice").click()
    expect(page).to_have_url(re.compile("open=XSP-MOJ"))
    expect(table.get_by_role("link", name="DEPT", exact=True)).to_have_count(1)
