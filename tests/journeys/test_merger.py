"""Two provinces merge in the middle of a plan: what is asked goes over, old reports stay."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests import factories
from tests import workspace_rows as rows
from tests.journeys.conftest import Visitor, violations
from tests.journeys.story_views import overview_adds_up
from tests.journeys.vietnamese import vi
from upheld.core.entries import EntryState
from upheld.services.body_import import import_bodies
from upheld.services.body_trees import shipped_tree
from upheld.store.models import Assignment, Body

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MERGED = ("XSP-P-ARVELA", "XSP-P-BELMORA")


@pytest.fixture
def asked() -> None:
    """Two provinces support three records; the first has reported on one of them."""
    records = list(factories.report(3).records.order_by("order"))
    import_bodies(factories.person(), text=shipped_tree("XSP"))
    for record, code in zip(records, (*MERGED, MERGED[1]), strict=True):
        rows.assignment(record, Body.objects.get(code="XSP-MOJ"))
        province = rows.assignment(record, Body.objects.get(code=code))
        if record is records[0]:
            rows.entry(province, state=EntryState.PUBLISHED, body_name="Tỉnh Arvela")


@pytest.mark.usefixtures("asked")
def test_totals_stay_equal_and_the_old_report_keeps_its_name(visitor: Visitor) -> None:
    page = visitor.window(factories.person(), language="vi")
    before = overview_adds_up(page)
    merge(page, "Tỉnh Arbelmora", "Arbelmora Province")
    assert overview_adds_up(page) == before
    assert violations(page) == []
    new = Body.objects.get(names__vi="Tỉnh Arbelmora")
    live = Assignment.objects.filter(state="confirmed", body__kind="province")
    assert {one.body for one in live} == {new}
    page.goto(f"/overview/{new.code}/")
    expect(page.get_by_role("main")).to_contain_text("Tỉnh Arvela")
    page.goto("/recommendations/A-HRC-90-7-140.1/")
    expect(page.locator("main")).to_contain_text("Tỉnh Arvela")
    expect(page.locator("#who-must-act")).to_contain_text("Tỉnh Arbelmora")


def merge(page: Page, vietnamese: str, english: str) -> None:
    """A new province follows both since yesterday; what will happen is shown first."""
    page.goto("/bodies/merge/")
    page.locator("details.kinds", has=page.locator(f"input[value={MERGED[0]}]")).locator(
        "summary"
    ).click()
    for code in MERGED:
        page.locator(f"input[name=body][value={code}]").check()
    page.get_by_label(vi("New body: name in Vietnamese")).fill(vietnamese)
    page.get_by_label(vi("New body: name in English")).fill(english)
    page.locator("input[type=date]").fill((timezone.localdate() - timedelta(days=1)).isoformat())
    page.get_by_role("button", name=vi("See what will happen")).click()
    expect(page.locator("#foreseen-title")).to_be_visible()
    page.get_by_role("button", name=vi("Do it")).click()
    page.wait_for_url(lambda address: "/merge/" not in address)
