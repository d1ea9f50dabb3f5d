"""Every page at two widths, in two languages: nothing against WCAG 2.2 AA, nothing sideways."""

from __future__ import annotations

import pytest

from tests import factories
from tests.journeys.conftest import NARROW, WIDE, Visitor, sideways, small_targets, violations
from upheld.store.models.reading import ReadingState

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ITEM = "/documents/A-HRC-90-7/review/A-HRC-90-7-140.2/"
PAGES = [
    "/",
    "/library/",
    "/library/add/",
    "/library/table/",
    "/library/readings/",
    "/library/readings/{reading}/",
    "/documents/A-HRC-90-7/",
    "/documents/A-HRC-90-7/pages/1/",
    ITEM,
    f"{ITEM}edit/",
    f"{ITEM}split/",
    f"{ITEM}merge/",
    "/documents/A-HRC-90-7/review/findings/{finding}/",
    "/documents/A-HRC-90-7/review/?show=confirmed",
    "/keys/",
    "/recommendations/",
    "/recommendations/?q=nothing+has+these+words",
    "/recommendations/?q=phụ+nữ+noted+by+Sarovia&position=noted",
    "/recommendations/labels/",
    "/recommendations/A-HRC-90-7-140.2/",
    "/recommendations/A-HRC-90-7-140.1/same/",
    "/recommendations/A-HRC-90-7-140.1/elsewhere/",
    "/compare/",
    "/compare/?state=XSP&part=all&other_state=XSP&other_part=upr",
    "/compare/records/?state=XSP&part=all&other_state=XSP&other_part=upr&side=1",
    "/states/XSP/demands/",
    "/recommendations/views/",
    "/library/imports/",
    "/settings/",
    "/about/",
    "/about/accuracy/",
    "/about/classification/",
    "/nothing/",
]

COMPARED = ["/compare/?state=XSP&part=all&other_state=XSP&other_part=upr", "/states/XSP/demands/"]


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_every_page_can_be_used_by_everybody(
    visitor: Visitor, size: tuple[int, int], language: str
) -> None:
    report = factories.report(12)
    finding = factories.finding(report)
    factories.finding(report, record=report.records.all()[1], page=1)
    factories.reading(state=ReadingState.READING, step="reading", done=3, total=9)
    reading = factories.reading(state=ReadingState.FAILED, message="It cannot be read.")
    page = visitor.window(factories.person(), size=size, language=language)
    found = {}
    for address in PAGES:
        address = address.format(finding=finding.pk, reading=reading.pk)
        page.goto(address)
        problems = violations(page) + small_targets(page)
        if sideways(page):
            problems.append(f"{sideways(page)} pixels sideways")
        if problems:
            found[address] = problems
    assert found == {}


def test_the_dark_pages_have_contrast_too(visitor: Visitor) -> None:
    factories.finding(factories.report(6))
    page = visitor.window(factories.person(), dark=True)
    found = {}
    for address in [
        "/",
        "/documents/A-HRC-90-7/",
        ITEM,
        f"{ITEM}edit/",
        "/recommendations/",
        *COMPARED,
    ]:
        page.goto(address)
        if problems := violations(page):
            found[address] = problems
    assert found == {}


def test_nobody_signed_in(visitor: Visitor) -> None:
    page = visitor.window(size=NARROW)
    for address in ["/", "/sign-in/", "/sign-in/a-secret/", "/library/"]:
        page.goto(address)
        assert violations(page) == []
        assert sideways(page) == 0


@pytest.mark.parametrize(("width", "letters"), [(320, "100%"), (640, "200%")])
def test_no_page_is_scrolled_sideways(visitor: Visitor, width: int, letters: str) -> None:
    factories.report(6)
    page = visitor.window(factories.person(), size=(width, 640))
    found = {}
    for address in ["/", "/library/", ITEM, "/recommendations/", "/library/add/", *COMPARED]:
        page.goto(address)
        page.evaluate("size => document.documentElement.style.fontSize = size", letters)
        if sideways(page):
            found[address] = sideways(page)
    assert found == {}
