"""The demands to one State: judging with a keyboard, what the fold hides, and what paper shows."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests import factories
from tests.journeys.conftest import NARROW, Visitor, sideways, small_targets, violations
from tests.services.two_cycles import two_cycles
from upheld.core.judgements import Verdict
from upheld.services.judge import judge

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDRESS = "/states/XSP/demands/"
CAT = ("A-HRC-80-5-99.1", "A-HRC-90-7-140.1")
TRAFFICKING = ("A-HRC-80-5-99.3", "A-HRC-90-7-140.2")


def waiting(page: Page, text: str) -> None:
    expect(page.get_by_text(text)).to_be_visible()


def test_a_pair_is_judged_with_the_keyboard_and_dropped(visitor: Visitor) -> None:
    two_cycles()
    judge(factories.person(), record=TRAFFICKING[0], other=TRAFFICKING[1], verdict=Verdict.SAME)
    page = visitor.window(factories.person())
    page.goto(ADDRESS)
    waiting(page, "1 pair waits for a judgement.")
    page.get_by_role("button", name=f"Different demands {CAT[0]} | {CAT[1]}").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("judged="))
    waiting(page, "1 record of the earlier part was held against the later one")
    page.get_by_role("link", name="not asked for again").click()
    expect(page).to_have_url(re.compile("turn=dropped"))
    rows = page.locator("table.demands tbody tr")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("held against 1 record")
    marker = "one => getComputedStyle(one).listStyleType"
    assert page.locator("ul.filters").evaluate(marker) == "none"


def test_the_reasons_unfold_with_the_keyboard(visitor: Visitor) -> None:
    two_cycles()
    page = visitor.window(factories.person())
    page.goto(ADDRESS)
    reasons = page.locator("details.reasons").first
    summary = reasons.locator("summary")
    expect(summary).to_contain_text("more reason")
    expect(reasons.locator("li").first).to_be_hidden()
    summary.focus()
    page.keyboard.press("Enter")
    expect(reasons.locator("li").first).to_be_visible()


def test_paper_shows_the_texts_and_the_weightiest_reason(visitor: Visitor) -> None:
    two_cycles()
    page = visitor.window(factories.person())
    page.goto(ADDRESS)
    page.emulate_media(media="print")
    pair = page.locator("article.pair").first
    expect(pair.locator(".twins blockquote").first).to_be_visible()
    expect(pair.locator("summary .state").first).to_be_visible()
    expect(pair.locator("details li").first).to_be_hidden()
    expect(pair.get_by_role("button").first).to_be_hidden()


@pytest.mark.parametrize("language", ["en", "vi"])
def test_on_a_telephone(visitor: Visitor, language: str) -> None:
    two_cycles()
    judge(factories.person(), record=CAT[0], other=CAT[1], verdict=Verdict.DIFFERENT)
    page = visitor.window(factories.person(), size=NARROW, language=language)
    for address in (ADDRESS, f"/recommendations/{CAT[0]}/same/", f"/recommendations/{CAT[0]}/"):
        page.goto(address)
        assert (sideways(page), small_targets(page)) == (0, [])
        assert violations(page) == []
