"""The sheet of a body in the browser: download, send back, decide row by row."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.factories import report
from tests.services.test_sheets import ANSWER, cells_of, filled, saved
from tests.web.test_assessments import browser, words
from tests.workspace_rows import assignment, body, officer
from upheld.core.roles import Role
from upheld.store.models import Entry, ReturnedSheet

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def focal_point(db: None) -> Client:
    for record in report(2).records.all():
        assignment(record, body("MOJ"))
    return browser(officer(Role.FOCAL_POINT, body("MOJ")))


def downloaded(client: Client) -> bytes:
    taken = client.get("/work/sheets/XSP-MOJ/download?language=vi")
    assert taken.headers["Content-Disposition"].startswith('attachment; filename="XSP-MOJ-')
    return taken.content


def sent(client: Client, content: bytes, name: str = "moj.xlsx"):
    return client.post("/work/sheets/", {"file": SimpleUploadedFile(name, content)})


def test_a_sheet_goes_out_comes_back_and_is_stored(focal_point):
    assert "Ministry of Justice" in words(focal_point.get("/work/sheets/").content)
    given = filled(downloaded(focal_point), n140_1=ANSWER, n140_2=ANSWER)
    answer = sent(focal_point, saved(given))
    row = ReturnedSheet.objects.get()
    assert answer.headers["Location"] == f"/work/sheets/{row.pk}/"
    page = focal_point.get(f"/work/sheets/{row.pk}/").content.decode()
    chosen = re.findall(r'name="row" value="(\d+:\d+)" checked', page)
    assert len(chosen) == 2
    assert "A bill was sent." in page
    stored = focal_point.post(f"/work/sheets/{row.pk}/", {"row": chosen[:1]})
    assert (stored.headers["Location"], Entry.objects.count()) == ("/work/", 1)
    assert focal_point.get(f"/work/sheets/{row.pk}/").status_code == 404


def test_what_changed_since_the_page_was_shown_is_a_conflict(focal_point):
    sent(focal_point, saved(filled(downloaded(focal_point), n140_1=ANSWER)))
    row = ReturnedSheet.objects.get()
    key = next(iter(row.rows))
    late = focal_point.post(f"/work/sheets/{row.pk}/", {"row": [f"{key}:7"]})
    assert (late.status_code, Entry.objects.count()) == (409, 0)


@pytest.mark.parametrize(("language", "day"), [("vi", "01/11/2026"), ("en", "1 November 2026")])
def test_a_day_of_the_sheet_is_shown_in_the_readers_form(focal_point, language, day):
    given = ANSWER | {"as_of": "1.11.2026"}
    sent(focal_point, saved(filled(downloaded(focal_point), n140_1=given)))
    address = f"/work/sheets/{ReturnedSheet.objects.get().pk}/"
    page = focal_point.get(address, headers={"Accept-Language": language})
    assert (day in words(page.content), "2026-11-01" in words(page.content)) == (True, False)


def test_nothing_is_stored_of_a_dropped_sheet(focal_point):
    sent(focal_point, saved(filled(downloaded(focal_point), n140_1=ANSWER)))
    row = ReturnedSheet.objects.get()
    assert "1 row changed" in words(focal_point.get("/work/sheets/").content)
    focal_point.post(f"/work/sheets/{row.pk}/", {"drop": "1"})
    assert Entry.objects.count() == 0
    assert "Waiting for a decision" not in words(focal_point.get("/work/sheets/").content)


def test_a_sheet_without_changes_says_so(focal_point):
    assert sent(focal_point, saved(cells_of(downloaded(focal_point)))).status_code == 302
    assert "nothing changed" in words(focal_point.get("/work/sheets/").content)


def test_a_foreign_sheet_is_refused_with_its_cell(focal_point):
    refused = sent(focal_point, saved([["mine"], ["1"]]))
    assert refused.status_code == 422
    assert "cell A2 does not say which one it is" in words(refused.content)
    assert focal_point.post("/work/sheets/").status_code == 422


def test_only_the_body_itself_has_its_sheet(focal_point):
    other = browser(officer(Role.FOCAL_POINT, body("MOH")))
    assert other.get("/work/sheets/XSP-MOJ/download").status_code == 403
    assert other.get("/work/sheets/NOWHERE/download").status_code == 404
    refused = sent(other, saved(filled(downloaded(focal_point), n140_1=ANSWER)))
    assert (refused.status_code, ReturnedSheet.objects.count()) == (422, 0)
    assert browser(officer(Role.READER)).get("/work/sheets/").status_code == 403


def test_what_is_damaged_is_said_once_in_the_readers_language(focal_point):
    file = SimpleUploadedFile("moj.xlsx", b"PK\x03\x04cut off")
    refused = focal_point.post("/work/sheets/", {"file": file}, headers={"Accept-Language": "vi"})
    said = words(refused.content)
    assert (refused.status_code, said.count("moj.xlsx"), "damaged" in said) == (422, 1, False)
