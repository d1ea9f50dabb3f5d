"""A body reports in the browser: saved while typing, sent back, validated, accepted, published."""

from __future__ import annotations

from time import sleep

import pytest
from playwright.sync_api import Page, expect

from tests import factories
from tests import workspace_rows as rows
from tests.journeys.conftest import NARROW, WIDE, Visitor, sideways, small_targets, violations
from upheld.core.entries import EntryState
from upheld.core.roles import Role
from upheld.store.models import Assignment, Entry, Record

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def asked() -> Assignment:
    factories.report(3)
    return rows.assignment(Record.objects.get(number="140.1"))


def fill(page: Page, done: str) -> None:
    page.get_by_role("textbox", name="What was done").fill(done)
    page.get_by_label("planned").check()


def becomes(state: EntryState) -> None:
    """A browser does not say when the server has stored what was sent."""
    for _ in range(300):
        if Entry.objects.get().state == state:
            return
        sleep(0.1)
    assert Entry.objects.get().state == state


def test_a_draft_is_saved_while_one_types(visitor: Visitor, asked: Assignment) -> None:
    page = visitor.window(rows.officer(Role.FOCAL_POINT, asked.body, name="Mai"))
    page.goto(f"/work/{asked.pk}/")
    expect(page.locator("#saved")).to_contain_text("Nothing is saved yet.")
    page.get_by_role("textbox", name="What was done").press_sequentially("A bill")
    expect(page.locator("#saved")).to_contain_text("by Mai")
    assert Entry.objects.get().done == "A bill"
    page.get_by_role("textbox", name="What was done").press_sequentially(" was drafted.")
    page.get_by_role("button", name="Save the draft").click()
    expect(page.get_by_role("main")).to_contain_text("The draft is saved.")
    assert Entry.objects.get().done == "A bill was drafted."
    assert violations(page) == []


def test_the_whole_way_without_scripts(visitor: Visitor, asked: Assignment) -> None:
    focal = visitor.window(rows.officer(Role.FOCAL_POINT, asked.body), script=False)
    focal.get_by_role("link", name="My work").click()
    focal.get_by_role("link", name="140.1").first.click()
    fill(focal, "A bill was drafted.")
    focal.get_by_role("button", name="Submit for validation").click()
    expect(focal.get_by_role("main")).to_contain_text("The entry is submitted.")
    validator = visitor.window(rows.officer(Role.VALIDATOR, asked.body), script=False)
    validator.goto("/work/")
    validator.get_by_role("checkbox").check()
    validator.get_by_role("button", name="Validate the chosen entries").click()
    validator.get_by_role("button", name="Undo the last act").click()
    becomes(EntryState.SUBMITTED)
    validator.goto("/work/validate/")
    validator.get_by_role("link", name="Read the whole entry").click()
    validator.get_by_role("button", name="Validate").click()
    becomes(EntryState.VALIDATED)
    coordinator = visitor.window(rows.officer(Role.COORDINATOR), script=False)
    for step, after in (("Accept", EntryState.ACCEPTED), ("Publish", EntryState.PUBLISHED)):
        coordinator.goto(f"/work/{step.lower()}/")
        coordinator.get_by_role("checkbox").check()
        coordinator.get_by_role("button", name=f"{step} the chosen entries").click()
        becomes(after)
    coordinator.goto("/recommendations/A-HRC-90-7-140.1/")
    expect(coordinator.get_by_role("main")).to_contain_text("A bill was drafted.")


def test_two_officers_at_once_see_both_texts(visitor: Visitor, asked: Assignment) -> None:
    first = visitor.window(rows.officer(Role.FOCAL_POINT, asked.body, "mai", name="Mai"))
    second = visitor.window(rows.officer(Role.FOCAL_POINT, asked.body, "nam", name="Nam"))
    for page in (first, second):
        page.goto(f"/work/{asked.pk}/")
    fill(first, "Words of Mai")
    first.get_by_role("button", name="Save the draft").click()
    expect(first.get_by_role("main")).to_contain_text("The draft is saved.")
    fill(second, "Words of Nam")
    expect(second.locator("#saved")).to_contain_text("Mai changed this entry")
    second.get_by_role("button", name="Save the draft").click()
    expect(second.get_by_role("heading", level=1)).to_have_text("Someone else changed this first")
    expect(second.get_by_role("main")).to_contain_text("Words of Mai")
    assert violations(second) == []
    fill(second, "Words of Mai and of Nam")
    second.get_by_role("button", name="Save this in its place").click()
    expect(second.get_by_role("main")).to_contain_text("The draft is saved.")
    assert Entry.objects.get().done == "Words of Mai and of Nam"


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("size", [WIDE, NARROW, (320, 640)], ids=["wide", "narrow", "narrowest"])
def test_every_page_of_the_work_can_be_used_by_everybody(
    visitor: Visitor, asked: Assignment, size: tuple[int, int], language: str
) -> None:
    draft = rows.entry(rows.assignment(Record.objects.get(number="140.2")), sent_back="Say when.")
    sent = rows.entry(asked, state=EntryState.SUBMITTED)
    pages = {
        rows.officer(Role.FOCAL_POINT, asked.body): [
            "/work/",
            f"/work/{draft.assignment_id}/",
            f"/entries/{sent.pk}/",
        ],
        rows.officer(Role.VALIDATOR, asked.body): ["/work/validate/", f"/entries/{sent.pk}/"],
        rows.officer(Role.COORDINATOR): ["/work/accept/", "/work/publish/"],
    }
    found = {}
    for person, addresses in pages.items():
        page = visitor.window(person, size=size, language=language)
        for address in addresses:
            page.goto(address)
            problems = violations(page) + small_targets(page)
            if sideways(page):
                problems.append(f"{sideways(page)} pixels sideways")
            if problems:
                found[address] = problems
    assert found == {}


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_sign_ends_before_its_word_begins(
    visitor: Visitor, asked: Assignment, size: tuple[int, int], language: str
) -> None:
    entry = rows.entry(asked, state=EntryState.ACCEPTED)
    page = visitor.window(rows.officer(Role.COORDINATOR), size=size, language=language)
    page.goto(f"/entries/{entry.pk}/")
    state = page.locator(".title-row .state")
    expect(state).to_contain_text("✓✓")
    between = state.evaluate("""state => {
        const extent = node => {
            const range = document.createRange();
            range.selectNodeContents(node);
            return range.getBoundingClientRect();
        };
        return extent(state.lastChild).left - extent(state.querySelector(".sign")).right;
    }""")
    assert between > 2
