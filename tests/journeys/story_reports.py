"""The story's third act: bodies report, one by a sheet; one is sent back; all is published."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import python_calamine
import xlsxwriter
from playwright.sync_api import Page, expect

from tests.journeys.vietnamese import vi
from upheld.core.body_sheet import FIRST_ROW, SheetColumn
from upheld.core.entries import EntryState
from upheld.store.models import Entry

COLUMNS = list(SheetColumn)
Look = Callable[[Page], None]


def nothing(page: Page) -> None:
    """Nobody looks at this page in particular."""


def report(page: Page, *, part: str, done: str, result: str, before: Look = nothing) -> Entry:
    """A focal point reports, with evidence, on the first thing in which the body has ``part``."""
    page.goto("/work/")
    page.locator("ol.tasks > li", has_text=part).first.locator("h2 a").click()
    page.get_by_label(vi("What was done")).fill(done)
    page.get_by_label(vi("Result"), exact=True).fill(result)
    page.locator("input[name=status][value=in_progress]").check()
    page.get_by_role("button", name=vi("Save the draft")).click()
    page.get_by_role("link", name=vi("Add evidence")).click()
    page.get_by_role("link", name=vi("Link"), exact=True).click()
    page.get_by_label(vi("Address of the page")).fill("https://gazette.example/2026/214")
    page.get_by_label(vi("What it is")).fill("Tờ trình dự án Luật sửa đổi")
    page.locator("select[name=type]").select_option("report")
    page.locator("input[name=confidentiality][value=public]").check()
    page.get_by_role("button", name=vi("Add it")).click()
    expect(page.get_by_role("main")).to_contain_text("Tờ trình dự án Luật sửa đổi")
    entry = Entry.objects.order_by("pk").last()
    assert entry
    page.goto(f"/work/{entry.assignment_id}/")
    before(page)
    page.get_by_role("button", name=vi("Submit for validation")).click()
    expect(page.get_by_role("main")).to_contain_text(vi("The entry is submitted."))
    return entry


def report_by_sheet(page: Page, folder: Path, *, before: Look = nothing) -> list[Entry]:
    """Another works offline: the sheet goes out, comes back with three rows, is submitted."""
    page.goto("/work/sheets/")
    with page.expect_download() as download:
        page.locator("a[download][href$='language=vi']").click()
    path = folder / download.value.suggested_filename
    path.write_bytes(_filled(Path(download.value.path()).read_bytes()))
    page.locator("#file").set_input_files(path)
    page.get_by_role("button", name=vi("Show what would change")).click()
    expect(page.locator("input[name=row]:checked")).to_have_count(3)
    before(page)
    page.get_by_role("button", name=vi("Store the ticked rows as drafts")).click()
    page.wait_for_url("**/work/")
    drafts = list(Entry.objects.filter(state=EntryState.DRAFT, body__code="XSP-MOE"))
    for entry in drafts:
        page.goto(f"/work/{entry.assignment_id}/")
        page.get_by_role("button", name=vi("Submit for validation")).click()
        expect(page.get_by_role("main")).to_contain_text(vi("The entry is submitted."))
    assert len(drafts) == 3
    return drafts


def send_back(page: Page, entry: Entry, reason: str) -> None:
    """The validating authority asks for more."""
    page.goto(f"/entries/{entry.pk}/")
    page.get_by_label(vi("Why it is sent back")).fill(reason)
    page.get_by_role("button", name=vi("Send back")).click()
    expect(page.get_by_role("main")).to_contain_text(reason)


def answer(page: Page, entry: Entry, more: str) -> None:
    """The focal point reads the reason, says more, and submits again."""
    page.goto(f"/work/{entry.assignment_id}/")
    field = page.get_by_label(vi("What was done"))
    field.fill(f"{field.input_value()} {more}")
    page.get_by_role("button", name=vi("Submit for validation")).click()
    expect(page.get_by_role("main")).to_contain_text(vi("The entry is submitted."))


def take_all(page: Page, step: str, *, before: Look = nothing) -> None:
    """Everything that waits for a step goes on: "validate", "accept", "publish"."""
    page.goto(f"/work/{step}/")
    for box in page.locator("input[name=entry]").all():
        box.check()
    before(page)
    page.locator(f"form[action='/work/{step}/take'] button.primary").click()
    expect(page.get_by_role("main")).to_contain_text(vi("No entry waits for this step."))


def _filled(sheet: bytes) -> bytes:
    """The sheet as a program for tables saves it, with three rows filled in."""
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(sheet))
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    for number, row in enumerate(rows[FIRST_ROW - 1 : FIRST_ROW + 2], start=1):
        for column, value in {
            SheetColumn.DONE: f"Đã ban hành Thông tư số {number}/2026/TT-BGD.",
            SheetColumn.RESULT: f"{number * 40} trường áp dụng từ năm học 2026-2027.",
            SheetColumn.STATUS: vi("in progress"),
            SheetColumn.AS_OF: "20/11/2026",
            SheetColumn.EVIDENCE: f"https://gazette.example/2026/{number}",
        }.items():
            row[COLUMNS.index(column)] = value
    written = BytesIO()
    with xlsxwriter.Workbook(written) as workbook:
        page = workbook.add_worksheet()
        for place, row in enumerate(rows):
            for at, value in enumerate(row):
                page.write(place, at, str(value) if value != "" else "")
    return written.getvalue()
