"""The story's first acts: the bodies of the State, the review as a file, its items confirmed."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.large_review import FILE_NAME, SIZE, SYMBOL, large_review
from tests.journeys.vietnamese import vi
from upheld.core.national_bodies import NationalBodyKind
from upheld.core.review import ReviewState
from upheld.reading.sandbox import Sandbox
from upheld.services.readings import read_next
from upheld.store.models import Body, Record


def load_the_bodies_of_the_state(page: Page) -> None:
    """Sarovia's tree comes with the program: 20 ministries, 34 provinces and others."""
    page.goto("/bodies/")
    page.locator("form:has(input[value=XSP]) button").click()
    expect(page.get_by_role("main")).to_contain_text(vi("Ministries"))
    kinds = (NationalBodyKind.MINISTRY, NationalBodyKind.PROVINCE)
    assert [Body.objects.filter(kind=kind).count() for kind in kinds] == [20, 34]


def import_the_review(page: Page, folder: Path) -> None:
    """The report of the Working Group is added as a file; it is read without a finding."""
    (folder / FILE_NAME).write_bytes(large_review())
    page.goto("/library/add/")
    page.locator("#files").set_input_files(folder / FILE_NAME)
    page.get_by_role("button", name=vi("Read these files")).click()
    expect(page.get_by_role("main")).to_contain_text(vi("Waits for its turn."))
    with Sandbox() as sandbox:
        read_next(sandbox)
    page.get_by_role("link", name=SYMBOL, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(SYMBOL)
    assert Record.objects.count() == SIZE


def open_the_desk(page: Page) -> None:
    """The printed page beside the record that was taken from it."""
    page.get_by_role("link", name=vi("Review this document")).click()
    expect(page.locator("#record-title")).to_contain_text("140.1")
    expect(page.locator("#source .span").first).to_be_attached()
    page.wait_for_load_state("networkidle")


def confirm_all(page: Page) -> None:
    """No item has a finding, so that all are confirmed together."""
    page.get_by_role("button", name=vi("Confirm all without findings")).click()
    nothing_left = vi("Nothing is left under this filter.")
    expect(page.locator("ul.items")).to_contain_text(nothing_left)
    assert Record.objects.filter(review_state=ReviewState.CONFIRMED).count() == SIZE
