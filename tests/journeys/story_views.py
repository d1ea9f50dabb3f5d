"""The story's fourth act: an organisation disagrees with evidence, and the State replies."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Page, expect

from tests.journeys.vietnamese import vi
from upheld.store.models import Assessment, Record

VIEW = "Dự án Luật chưa được công bố để lấy ý kiến; các cơ sở giam giữ chưa thay đổi."
QUOTED = "Dự thảo chưa được đăng tải trên Cổng thông tin trong thời hạn 60 ngày."
REPLY = "Dự thảo được đăng tải từ ngày 1 tháng 10; thời hạn góp ý còn đến ngày 1 tháng 12."

ON_A_PAGE = 50
"""Rows on a page behind a number."""


def disagree(page: Page, record: Record) -> Assessment:
    """The League says that nothing has begun, and quotes what shows it."""
    page.goto(f"/recommendations/{record.public_id}/assess/")
    page.get_by_label(vi("Status"), exact=True).select_option("not_started")
    page.get_by_label(vi("What was found, and on what it rests")).fill(VIEW)
    page.get_by_role("button", name=vi("Keep the draft")).click()
    page.get_by_role("link", name=vi("Add evidence")).click()
    page.get_by_role("link", name=vi("Quotation"), exact=True).click()
    page.get_by_label(vi("The words that matter")).fill(QUOTED)
    page.get_by_label(vi("What it is")).fill("Báo cáo theo dõi xây dựng pháp luật")
    page.locator("select[name=type]").select_option("report")
    page.get_by_label(vi("Publisher or issuing body")).fill("Liên đoàn Xa-rô-vi-a")
    page.get_by_label(vi("Place of the words")).fill("trang 12")
    page.locator("input[name=confidentiality][value=public]").check()
    page.get_by_role("button", name=vi("Add it")).click()
    page.get_by_role("button", name=vi("Publish")).click()
    expect(page.get_by_role("button", name=vi("Publish"))).to_have_count(0)
    expect(page.get_by_role("main")).to_contain_text(QUOTED)
    return Assessment.objects.get(published_at__isnull=False)


def reply(page: Page, assessment: Assessment) -> None:
    """The State answers beside the assessment and changes nothing in it."""
    page.goto(f"/assessments/{assessment.pk}/")
    page.get_by_role("link", name=vi("Reply")).click()
    page.get_by_label(vi("Reply"), exact=True).fill(REPLY)
    page.get_by_role("button", name=vi("Reply")).click()
    expect(page.get_by_role("main")).to_contain_text(REPLY)


def see_all_views(page: Page, assessment: Assessment) -> None:
    """The record shows what the State says and what the League says, side by side."""
    page.goto(f"/recommendations/{assessment.record.public_id}/")
    expect(page.get_by_role("main")).to_contain_text("Đã trình Quốc hội dự án Luật")
    expect(page.get_by_role("main")).to_contain_text(assessment.assessor_name)
    page.locator("#done-title").evaluate("(title) => title.scrollIntoView()")


def overview_adds_up(page: Page) -> dict[str, int]:
    """Behind each total of the overview stand as many rows; answers the totals by their name.

    "coverage all" are records, "parts all" the parts of bodies in them, "entries published".
    """
    page.goto("/overview/")
    totals = {}
    for link in page.locator(".counted tfoot a").all():
        address = link.get_attribute("href") or ""
        asked = dict(parse_qsl(urlsplit(address).query))
        shown = int(link.inner_text())
        totals[f"{asked.get('table')} {asked.get('column', 'all')}"] = shown
        rows = page.request.get(address).text()
        found = re.search(r"<strong>(\d+)</strong>", rows)
        listed = rows.partition("<tbody>")[2].partition("</tbody>")[0].count("<tr>")
        assert (found and int(found[1]), listed) == (shown, min(shown, ON_A_PAGE)), address
    return totals
