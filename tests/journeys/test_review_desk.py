"""The review desk as people use it: by mouse, by keyboard alone, on a telephone, without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests import factories
from tests.journeys.conftest import NARROW, WIDE, Visitor, sideways, violations
from upheld.core.review import ReviewState
from upheld.core.roles import Role
from upheld.store.models import Record

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DESK = "/documents/A-HRC-90-7/review/"


def item(number: str) -> str:
    return f"{DESK}A-HRC-90-7-{number}/"


def state_of(number: str) -> str:
    return Record.objects.get(public_id=f"A-HRC-90-7-{number}").review_state


def shown(page: Page) -> str:
    """The number of the record that is open."""
    return page.locator("#record-title").inner_text()


def at(page: Page, number: str) -> None:
    """The desk shows the item, and the address says so."""
    expect(page.locator("#record-title")).to_contain_text(number)
    expect(page).to_have_url(re.compile(re.escape(item(number))))


def test_the_words_are_marked_on_the_printed_page(visitor: Visitor) -> None:
    factories.report(12)
    page = visitor.window(factories.person())
    page.goto(item("140.9"))
    picture = page.locator("#source image")
    expect(picture).to_be_visible()
    assert page.evaluate(
        """async () => {
          const address = document.querySelector("#source image").href.baseVal;
          const picture = new Image();
          picture.src = address;
          await picture.decode();
          return picture.naturalWidth;
        }"""
    ) == 1100  # fmt: skip
    mark = page.locator("#source .span").first.bounding_box()
    frame = page.locator("#source .source-frame").bounding_box()
    assert mark and frame
    assert frame["y"] <= mark["y"] <= frame["y"] + frame["height"]


def test_with_the_mouse(visitor: Visitor) -> None:
    factories.report(6)
    page = visitor.window(factories.person())
    page.goto(f"{DESK}?show=open")
    page.get_by_role("link", name=re.compile(r"140\.3")).first.click()
    expect(page.locator("#record-title")).to_contain_text("140.3")
    page.get_by_role("button", name="Confirm", exact=True).click()
    expect(page.locator("#record-title")).to_contain_text("140.4")
    expect(page.locator("#row-A-HRC-90-7-140\\.3")).to_have_count(1)
    expect(page.locator("#counters")).to_contain_text("1 of 6")
    expect(page.locator("#messages")).to_contain_text("140.3 confirmed")
    assert state_of("140.3") == ReviewState.CONFIRMED
    page.go_back()
    expect(page.locator("#record-title")).to_contain_text("140.3")


def test_with_the_keyboard_alone(visitor: Visitor) -> None:
    factories.report(6)
    page = visitor.window(factories.person())
    page.goto(item("140.1"))
    press = page.keyboard.press
    press("j")
    at(page, "140.2")
    press("k")
    at(page, "140.1")
    press("Enter")
    at(page, "140.2")
    expect(page.locator("#row-A-HRC-90-7-140\\.1")).to_contain_text("confirmed")

    press("e")
    words = page.get_by_label("Words", exact=True)
    expect(words).to_be_focused()
    press("Control+End")
    page.keyboard.type(", and report")
    press("Tab")
    page.get_by_role("button", name="Save and confirm").focus()
    press("Enter")
    at(page, "140.3")
    assert state_of("140.2") == ReviewState.CORRECTED

    press("s")
    words = page.get_by_label("Words", exact=True)
    expect(words).to_be_focused()
    press("Control+Home")
    for _ in range("Take further measures ".count("") - 1):
        press("ArrowRight")
    press("Enter")
    page.get_by_role("button", name="Split", exact=True).focus()
    press("Enter")
    expect(page.locator("#record-title")).to_contain_text("part 1")
    assert state_of("140.3") == ReviewState.SPLIT

    press("u")
    at(page, "140.3")
    assert state_of("140.3") == ReviewState.PROPOSED

    press("m")
    expect(page.get_by_role("radio").first).to_be_focused()
    press("Space")
    page.get_by_role("button", name="Merge", exact=True).focus()
    press("Enter")
    at(page, "140.3")
    expect(page.locator("#items .items li")).to_have_count(5)
    assert state_of("140.4") == ReviewState.MERGED


def test_help_by_keyboard(visitor: Visitor) -> None:
    factories.report(2)
    page = visitor.window(factories.person())
    page.goto(item("140.1"))
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("j")  # no key works behind the dialog
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    at(page, "140.1")


def test_keys_can_be_switched_off(visitor: Visitor) -> None:
    factories.report(2)
    page = visitor.window(factories.person())
    page.goto(item("140.1"))
    page.keyboard.press("?")
    page.get_by_label("Use these keys in this browser").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    page.keyboard.press("j")
    page.reload()
    page.keyboard.press("j")
    at(page, "140.1")
    assert state_of("140.1") == ReviewState.PROPOSED
    page.get_by_role("link", name="Keys").click()
    page.get_by_label("Use these keys in this browser").check()
    page.keyboard.press("Escape")
    page.locator("#record-title").focus()
    page.keyboard.press("j")
    at(page, "140.2")


def test_keys_do_nothing_while_somebody_types(visitor: Visitor) -> None:
    factories.report(3)
    page = visitor.window(factories.person())
    page.goto(f"{item('140.1')}edit/")
    page.get_by_label("Words", exact=True).fill("")
    page.get_by_label("Words", exact=True).type("jkesmu?")
    expect(page.get_by_label("Words", exact=True)).to_have_value("jkesmu?")
    expect(page).to_have_url(re.compile("edit/$"))


def test_focus_follows_to_the_record_and_can_be_seen(visitor: Visitor) -> None:
    factories.report(3)
    page = visitor.window(factories.person())
    page.goto(item("140.1"))
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("j")
    expect(page.locator("#record-title")).to_be_focused()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_without_script(visitor: Visitor, size: tuple[int, int]) -> None:
    factories.report(3)
    page = visitor.window(factories.person(), size=size, script=False)
    page.goto(DESK)
    page.get_by_role("button", name="Confirm", exact=True).click()
    at(page, "140.2")
    page.get_by_role("link", name="Correct").click()
    page.get_by_label("Recommended by").fill("Viet Nam; Kenya")
    page.get_by_role("button", name="Save and confirm").click()
    at(page, "140.3")
    page.get_by_role("link", name="Split").click()
    words = page.get_by_label("Words", exact=True)
    words.fill(words.input_value().replace(" to eliminate", "\nto eliminate"))
    page.get_by_role("button", name="Split", exact=True).click()
    expect(page.locator("#record-title")).to_contain_text("part 1")
    page.get_by_role("button", name="Undo").click()
    at(page, "140.3")
    states = Record.objects.get(number="140.2").states
    assert [row.iso3 for row in states.all()] == ["VNM", "KEN"]
    assert state_of("140.3") == ReviewState.PROPOSED


def test_on_a_telephone_one_pane_at_a_time(visitor: Visitor) -> None:
    factories.report(6)
    page = visitor.window(factories.person(), size=NARROW)
    page.goto(item("140.2"))
    expect(page.locator("#record")).to_be_visible()
    expect(page.locator("#source")).to_be_hidden()
    page.get_by_role("link", name="Page", exact=True).click()
    expect(page.locator("#source image")).to_be_visible()
    expect(page.locator("#record")).to_be_hidden()
    assert sideways(page) == 0
    page.get_by_role("link", name="Items", exact=True).click()
    page.get_by_role("link", name=re.compile(r"140\.5")).click()
    expect(page.locator("#record-title")).to_contain_text("140.5")
    expect(page.locator("#record")).to_be_visible()
    expect(page.locator("#items")).to_be_hidden()
    page.get_by_role("button", name="Confirm", exact=True).click()
    expect(page.locator("#record-title")).to_contain_text("140.6")
    assert state_of("140.5") == ReviewState.CONFIRMED


def test_two_reviewers_at_once(visitor: Visitor) -> None:
    factories.report(3)
    first = visitor.window(factories.person())
    other = factories.person(Role.COORDINATOR, "second", name="Second Coordinator")
    second = visitor.window(other)
    for page, text in ((first, "What the first wrote"), (second, "What the second wrote")):
        page.goto(f"{item('140.2')}edit/")
        page.get_by_label("Words", exact=True).fill(text)
    first.get_by_role("button", name="Save and confirm").click()
    expect(first.locator("#record h2")).to_contain_text("140.3")
    second.get_by_role("button", name="Save and confirm").click()
    expect(second.get_by_role("heading", level=1)).to_have_text("Someone else changed this first")
    expect(second.get_by_role("main")).to_contain_text("What the first wrote")
    expect(second.get_by_role("main")).to_contain_text("What the second wrote")
    assert violations(second) == []
    assert Record.objects.get(number="140.2").text == "What the first wrote"
    second.get_by_role("button", name="Replace it with what I entered").click()
    expect(second.locator("#record h2")).to_contain_text("140.3")
    assert Record.objects.get(number="140.2").text == "What the second wrote"


def test_three_hundred_and_twenty_items_in_one_sitting(visitor: Visitor) -> None:
    factories.report(320)
    page = visitor.window(factories.person())
    page.goto(item("140.1"))
    expect(page.locator("#items .items li")).to_have_count(320)
    for number in range(2, 12):
        page.keyboard.press("Enter")
        expect(page.locator("#record-title")).to_contain_text(f"140.{number}")
    expect(page.locator("#counters")).to_contain_text("10 of 320")
    page.get_by_role("button", name="Confirm all without findings").click()
    expect(page.locator("#counters")).to_contain_text("320 of 320")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#counters")).to_contain_text("10 of 320")


def test_in_vietnamese(visitor: Visitor) -> None:
    factories.report(3)
    page = visitor.window(factories.person(), language="vi")
    page.goto(item("140.1"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Kiểm tra A/HRC/90/7")
    page.get_by_role("button", name="Xác nhận", exact=True).click()
    expect(page.locator("#record-title")).to_contain_text("140.2")
    assert violations(page) == []
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Review of A/HRC/90/7")
    expect(page.locator("#record-title")).to_contain_text("140.2")
