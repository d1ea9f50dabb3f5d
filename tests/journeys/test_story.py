"""A whole cycle of follow-up, in Vietnamese, in the browser, with everybody who has a part in it.

A review of 227 recommendations is imported and confirmed, its recommendations are given to 20
ministries and 34 provinces, three bodies report (one of them by an Excel sheet), one is sent back
and answers, what was validated and accepted is published, an organisation disagrees with evidence,
the State replies, and the minister's overview adds up.

``pytest tests/journeys/test_story.py --pictures docs/use/pictures`` takes the pictures of
``docs/use/story.md`` on the way.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests import factories
from tests import workspace_rows as rows
from tests.journeys import large_review, story_assigns, story_begins, story_reports, story_views
from tests.journeys.conftest import Visitor
from tests.journeys.vietnamese import vi
from upheld.core.entries import EntryState
from upheld.core.roles import Role
from upheld.store.models import Assignment, Body, Entry

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.slow]

Picture = Callable[[Page, str], None]
SIZE = (1180, 820)
COLOURS = 64
"""Enough for text; a picture of a whole page stays under 150 kB."""


@pytest.fixture
def picture(request: pytest.FixtureRequest) -> Picture:
    """Takes a picture for the documentation, where ``--pictures`` asks for them."""
    folder = request.config.getoption("--pictures")

    def take(page: Page, name: str) -> None:
        if folder:
            # A hidden caret would need a style that the pages' policy forbids.
            taken = Image.open(BytesIO(page.screenshot(caret="initial")))
            few = taken.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
            few.save(Path(folder) / f"story-{name}.png", optimize=True)

    return take


def test_from_a_review_to_the_ministers_overview(
    visitor: Visitor, picture: Picture, tmp_path: Path
) -> None:
    def window(role: Role, code: str = "", name: str = "") -> Page:
        of = Body.objects.get(code=code) if code else None
        person = (
            rows.officer(role, of, name=name)
            if of
            else factories.person(role, name=name or factories.PEOPLE[role])
        )
        return visitor.window(person, size=SIZE, language="vi")

    coordinator = window(Role.COORDINATOR)
    story_begins.load_the_bodies_of_the_state(coordinator)
    picture(coordinator, "01-bodies")
    story_begins.import_the_review(coordinator, tmp_path)
    picture(coordinator, "02-document")
    story_begins.open_the_desk(coordinator)
    picture(coordinator, "03-review-desk")
    story_begins.confirm_all(coordinator)

    story_assigns.propose(coordinator)
    picture(coordinator, "04-proposals")
    story_assigns.confirm_page_after_page(coordinator)
    story_assigns.give_the_rest_to_ministries(coordinator)
    story_assigns.give_children_to_all_provinces(coordinator)
    assert story_assigns.bodies_with_work() == (20, 34)
    picture(coordinator, "05-assignments")

    justice = window(Role.FOCAL_POINT, "XSP-MOJ", "Lê Thị Mai")
    first = story_reports.report(
        justice,
        part=vi("leads"),
        done="Đã trình Quốc hội dự án Luật sửa đổi.",
        result="Ủy ban Tư pháp của Quốc hội đang thẩm tra dự án Luật.",
        before=lambda page: picture(page, "06-report"),
    )
    province = window(Role.FOCAL_POINT, "XSP-P-ARVELA", "Trần Văn Nam")
    second = story_reports.report(
        province,
        part=vi("supports"),
        done="Đã mở ba lớp học cho trẻ em vùng cao.",
        result="120 trẻ em đến lớp.",
    )
    education = window(Role.FOCAL_POINT, "XSP-MOE", "Phạm Thu Hà")
    by_sheet = story_reports.report_by_sheet(
        education, tmp_path, before=lambda page: picture(page, "07-sheet")
    )

    validator = window(Role.VALIDATOR, "XSP-MOJ", "Vũ Quốc Anh")
    story_reports.send_back(validator, first, "Đề nghị nêu số văn bản và ngày trình.")
    justice.goto("/work/")
    picture(justice, "08-sent-back")
    story_reports.answer(justice, first, "Tờ trình số 214/TTr-CP ngày 12 tháng 10.")
    story_reports.take_all(
        validator, "validate", before=lambda page: picture(page, "09-validation")
    )
    for code, name in (("XSP-P-ARVELA", "Đỗ Minh Tuấn"), ("XSP-MOE", "Ngô Thị Lan")):
        story_reports.take_all(window(Role.VALIDATOR, code, name), "validate")
    story_reports.take_all(coordinator, "accept")
    story_reports.take_all(coordinator, "publish")
    published = Entry.objects.filter(state=EntryState.PUBLISHED)
    assert set(published) == {first, second, *by_sheet} == set(Entry.objects.all())

    league = visitor.window(
        rows.officer(Role.CONTRIBUTOR, rows.body("LEAGUE"), name="Sofia Lindqvist"),
        size=SIZE,
        language="vi",
    )
    assessment = story_views.disagree(league, first.record)
    picture(league, "10-assessment")
    story_views.reply(coordinator, assessment)
    story_views.see_all_views(coordinator, assessment)
    picture(coordinator, "11-record")

    minister = window(Role.READER, name="Bộ trưởng")
    totals = story_views.overview_adds_up(minister)
    assert totals["coverage all"] == totals["led all"] == large_review.SIZE
    assert totals["parts all"] == Assignment.objects.filter(state="confirmed").count()
    assert (totals["entries published"], totals["views all"]) == (len(published), 1)
    picture(minister, "12-overview")
    minister.locator("#by-led").evaluate("(title) => title.scrollIntoView()")
    picture(minister, "13-overview-bodies")
