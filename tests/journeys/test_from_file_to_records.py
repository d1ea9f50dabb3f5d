"""The main job: drop a UN report on a page, watch it being read, check its records."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.journeys.conftest import Visitor, violations
from upheld.reading.sandbox import Sandbox
from upheld.services.readings import read_next
from upheld.specimen.documents import documents
from upheld.store.models import Record

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def papers() -> dict[str, bytes]:
    return {paper.name: paper.content for paper in documents()}


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_report_becomes_records(
    visitor: Visitor, papers: dict[str, bytes], tmp_path: Path, script: bool
) -> None:
    name = "A_HRC_56_920_E.pdf"
    (tmp_path / name).write_bytes(papers[name])
    page = visitor.window(factories.person(), script=script)
    page.goto("/")
    page.locator("#files").set_input_files(tmp_path / name)
    page.get_by_role("button", name="Read these files").click()
    expect(page.get_by_role("main")).to_contain_text("Waits for its turn.")
    with Sandbox() as sandbox:
        read_next(sandbox)
    # Nobody presses anything: the page asks by itself, by htmx or by reloading.
    page.get_by_role("link", name="Open A/HRC/56/920").click()
    expect(page.get_by_role("main")).to_contain_text("Numbers 140.1 to 140.120 are complete.")
    page.get_by_role("link", name="Review this document").click()
    expect(page.locator("#record-title")).to_contain_text("140.1")
    expect(page.locator("#source .span").first).to_be_attached()
    if script:
        assert violations(page) == []
    page.get_by_role("button", name="Confirm", exact=True).click()
    expect(page.locator("#record-title")).to_contain_text("140.2")
    assert Record.objects.get(number="140.1").reviewed_by == factories.person()


def test_a_word_report_shows_its_words_with_the_item_marked(
    visitor: Visitor, papers: dict[str, bytes], tmp_path: Path
) -> None:
    name = "Sarovia - Draft report.docx"
    (tmp_path / name).write_bytes(papers[name])
    page = visitor.window(factories.person())
    page.goto("/library/add/")
    page.locator("#files").set_input_files(tmp_path / name)
    page.get_by_role("button", name="Read these files").click()
    expect(page.get_by_role("main")).to_contain_text("Waits for its turn.")
    with Sandbox() as sandbox:
        read_next(sandbox)
    page.locator("#reading .button").click()
    page.get_by_role("link", name="Review this document").click()
    mark = page.locator("#source mark")
    expect(mark).to_be_in_viewport()
    expect(mark).to_contain_text(Record.objects.order_by("order")[0].text[:20])
    assert violations(page) == []


def test_a_file_that_lies_about_itself(visitor: Visitor, tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    page = visitor.window(factories.person(), language="vi")
    page.goto("/library/add/")
    page.locator("#files").set_input_files(tmp_path / "report.pdf")
    page.get_by_role("button", name="Đọc các tệp này").click()
    expect(page.get_by_role("main")).to_contain_text("Đang chờ đến lượt.")
    with Sandbox() as sandbox:
        read_next(sandbox)
    expect(page.get_by_role("main")).to_contain_text("Tệp report.pdf bị hỏng, không đọc được")
    expect(page.get_by_role("main")).to_contain_text("Hãy mở tệp bằng chương trình đã tạo ra nó")
    assert violations(page) == []
