"""Asking, narrowing down and taking records away: with a keyboard, and without scripts."""

from __future__ import annotations

import csv
import re

import pytest
from playwright.sync_api import Page, expect

from tests import factories
from tests.journeys.conftest import NARROW, Visitor, sideways

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def found(page: Page, text: str) -> None:
    expect(page.locator("#found-title")).to_have_text(text)


def test_a_question_by_keyboard_and_its_facets(visitor: Visitor) -> None:
    factories.report(12)
    page = visitor.window(factories.person())
    page.goto("/recommendations/")
    found(page, "12 records")
    page.evaluate("window.sameDocument = true")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("moratorium noted by Sarovia")
    page.keyboard.press("Enter")
    found(page, "2 records")
    expect(page).to_have_url(re.compile(r"\?q=moratorium(\+|%20)noted"))
    expect(page).to_have_title(re.compile("^moratorium noted by Sarovia"))
    page.get_by_role("link", name="“noted”", exact=True).click()
    expect(page.get_by_text("With “noted” as typed.")).to_be_visible()
    page.go_back()
    found(page, "2 records")
    page.goto("/recommendations/")
    page.evaluate("window.sameDocument = true")
    page.get_by_role("link", name="France").click()
    found(page, "2 records")
    expect(page.get_by_role("list", name="Chosen")).to_contain_text("Recommended by: France")
    assert page.evaluate("window.sameDocument")
    page.get_by_role("list", name="Chosen").get_by_role("link").click()
    found(page, "12 records")


def test_records_are_ticked_and_taken_away(visitor: Visitor) -> None:
    factories.report(6)
    page = visitor.window(factories.person())
    page.goto("/recommendations/")
    page.get_by_label("this page").check()
    page.get_by_label("Select A-HRC-90-7-140.2").check()
    page.get_by_label("Select A-HRC-90-7-140.5").check()
    expect(page.get_by_label("those that are ticked")).to_be_checked()
    expect(page.locator(".ticked")).to_have_text("(2)")
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    with download.value.path().open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Id"] for row in rows] == ["A-HRC-90-7-140.2", "A-HRC-90-7-140.5"]


def test_it_works_without_scripts_on_a_narrow_screen(visitor: Visitor) -> None:
    factories.report(6)
    page = visitor.window(factories.person(), size=NARROW, script=False, language="vi")
    page.goto("/recommendations/")
    page.locator("#q").fill("phu nu")
    page.get_by_role("button", name="Tìm kiếm").click()
    found(page, "1 bản ghi")
    assert sideways(page) == 0
    page.locator("summary", has_text="Chế độ xem đã lưu").click()
    page.locator("#view-name").fill("Phụ nữ")
    page.get_by_role("button", name="Lưu chế độ xem này").click()
    expect(page.get_by_text("Đã lưu chế độ xem “Phụ nữ”.")).to_be_visible()
    found(page, "1 bản ghi")
