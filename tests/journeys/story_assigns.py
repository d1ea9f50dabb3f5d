"""The story's second act: who must act on what, proposed by theme and decided by a person."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from tests.journeys.vietnamese import vi
from upheld.core.national_bodies import NationalBodyKind
from upheld.core.planning import AssignmentState, Part
from upheld.store.models import Assignment, Record

CONFIRMED = AssignmentState.CONFIRMED
SILENT_MINISTRIES = ("XSP-MOD", "XSP-MOT", "XSP-MTI", "XSP-MST", "XSP-MOF")
"""For the first four no theme of the review speaks; the last takes what is left after them."""

ONE_ACT = "**/assignments/?change=*"
"""The page on which one act can be undone."""


def propose(page: Page) -> None:
    """The program proposes bodies by theme, each with its reason."""
    page.goto("/assignments/proposed/")
    page.get_by_role("button", name=vi("Propose bodies for records that nobody has")).click()
    expect(page.locator("table.list tbody tr")).to_have_count(50)


def confirm_page_after_page(page: Page) -> None:
    """The coordinator reads each page and confirms it, to be done within a year."""
    boxes = page.locator("input[name=proposal]")
    while boxes.count():
        _tick(boxes.all())
        page.get_by_label(vi("Due, for what is confirmed")).fill(_in_a_year())
        page.get_by_role("button", name=vi("Confirm what is ticked")).click()
        page.wait_for_url(ONE_ACT)
        page.goto("/assignments/proposed/")
    assert not Assignment.objects.filter(state=AssignmentState.PROPOSED).exists()


def give_the_rest_to_ministries(page: Page) -> None:
    """What no theme spoke for is ticked on the list, for the ministries that have nothing yet."""
    ministries = iter(SILENT_MINISTRIES)
    address = "/recommendations/"
    while address:
        page.goto(address)
        address = _following(page)
        left = set(_led_by_nobody())
        boxes = page.locator("input[name=record]").all()
        wanted = [box for box in boxes if box.input_value() in left]
        if wanted:
            _tick(wanted)
            _assign(page, lead=next(ministries))
    assert _led_by_nobody() == []


def give_children_to_all_provinces(page: Page) -> None:
    """All that is found for a question is given to 34 supporting bodies at once."""
    page.goto("/recommendations/?q=trẻ em")
    page.locator("input[name=which][value=all]").check()
    _assign(page, support=NationalBodyKind.PROVINCE)


def bodies_with_work() -> tuple[int, int]:
    """How many ministries lead, and how many provinces support."""
    rows = Assignment.objects.filter(state=CONFIRMED)
    lead = rows.filter(part=Part.LEAD, body__kind=NationalBodyKind.MINISTRY)
    support = rows.filter(part=Part.SUPPORT, body__kind=NationalBodyKind.PROVINCE)
    return lead.values("body").distinct().count(), support.values("body").distinct().count()


def _assign(page: Page, *, lead: str = "", support: NationalBodyKind | None = None) -> None:
    page.get_by_role("button", name=vi("Assign to bodies")).click()
    if lead:
        page.get_by_label(vi("Lead body")).select_option(lead)
    if support:
        group = page.locator("details.kinds", has=page.locator("input[value^=XSP-P-]"))
        group.locator("summary").click()
        _tick(group.get_by_role("checkbox").all())
    page.get_by_label(vi("Due"), exact=True).fill(_in_a_year())
    page.get_by_role("button", name=vi("Assign"), exact=True).click()
    page.wait_for_url(ONE_ACT)


def _tick(boxes: list[Locator]) -> None:
    for box in boxes:
        box.check()


def _following(page: Page) -> str:
    """The address of the list's next page; "" on the last."""
    link = page.locator("a[rel=next]")
    return str(link.evaluate("(link) => link.href")) if link.count() else ""


def _led_by_nobody() -> list[str]:
    led = Assignment.objects.filter(part=Part.LEAD, state=CONFIRMED).values("record")
    return list(Record.objects.exclude(pk__in=led).values_list("public_id", flat=True))


def _in_a_year() -> str:
    return (timezone.localdate() + timedelta(days=365)).isoformat()
