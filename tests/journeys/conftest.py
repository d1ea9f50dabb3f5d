"""A real browser against a real server: who signs in, and how a page is judged.

The browser runs headless with everything switched off by which browsers call home. A page that
writes an error to the console fails its test, whatever else it shows.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer

from tests import factories
from tests.journeys.slow_pages import slow_down
from upheld.core.roles import Role
from upheld.services import sign_in
from upheld.store.models import User

# Playwright's own loop runs in this thread; Django sees it and would refuse every query.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 30_000
"""Milliseconds for whatever is waited for: a busy machine is no fault of the page."""
WIDE, NARROW = (1280, 900), (360, 740)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def browser(chromium: str, request: pytest.FixtureRequest) -> Iterator[Browser]:
    if request.config.getoption("--slow-pages"):
        slow_down()
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


class Visitor:
    """A person at a browser window."""

    def __init__(self, browser: Browser, server: LiveServer, errors: list[str]) -> None:
        self.browser, self.server, self.errors = browser, server, errors
        self.contexts: list[BrowserContext] = []

    def window(
        self,
        person: User | None = None,
        *,
        size: tuple[int, int] = WIDE,
        language: str = "en",
        script: bool = True,
        dark: bool = False,
    ) -> Page:
        """A new window of ``size``, in which ``person`` has signed in by a link."""
        context = self.browser.new_context(
            base_url=self.server.url,
            viewport={"width": size[0], "height": size[1]},
            locale={"en": "en-GB", "vi": "vi-VN"}[language],
            java_script_enabled=script,
            color_scheme="dark" if dark else "light",
        )
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        if person:
            maker = factories.person(Role.ADMINISTRATOR)
            page.goto(f"/sign-in/{sign_in.make_link(maker, user=person)}/")
            page.get_by_role("main").get_by_role("button").click()
        return page

    def _listen(self, message: ConsoleMessage) -> None:
        # The answers 409 and 422 are part of the work; the browser notes every one of them.
        expected = "the server responded with a status of 4" in message.text
        if message.type == "error" and not expected:
            self.errors.append(message.text)


@pytest.fixture
def visitor(browser: Browser, live_server: LiveServer) -> Iterator[Visitor]:
    errors: list[str] = []
    visitor = Visitor(browser, live_server, errors)
    yield visitor
    for context in visitor.contexts:
        context.close()
    assert errors == []


def violations(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA on the page as it is shown now."""
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in found
        for node in violation["nodes"]
    ]


def sideways(page: Page) -> int:
    """By how many pixels the page can be scrolled sideways; 0 is what we want."""
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


def small_targets(page: Page) -> list[str]:
    """Links and buttons smaller than 24 by 24 pixels that stand alone, not in running text."""
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll("a, button, input, select, summary")]
              .filter((one) => one.getClientRects().length && !one.closest("p, dd, .skip, li.text"))
              .filter((one) => one.type !== "hidden")
              .filter((one) => {
                const box = one.getBoundingClientRect();
                return box.width < 24 || box.height < 24;
              })
              .map((one) => one.outerHTML.slice(0, 120))"""
        )
    )
