"""Adding files on a page: they wait in turn, are read, and end as a document or with a finding."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from django.test import Client

from tests import factories
from upheld.core.findings import Finding
from upheld.reading.limits import Limits, put_in_force
from upheld.store.models import Reading
from upheld.store.models.reading import ReadingState

pytestmark = pytest.mark.django_db


def file(name: str, content: bytes) -> BytesIO:
    stream = BytesIO(content)
    stream.name = name
    return stream


def test_one_file_leads_to_its_progress(coordinator: Client) -> None:
    answer = coordinator.post("/library/add/", {"files": file("report.txt", b"140.1 Ratify")})
    reading = Reading.objects.get()
    assert answer.url == f"/library/readings/{reading.pk}/"
    html = coordinator.get(answer.url).content.decode()
    assert "Waits for its turn." in html
    assert 'hx-trigger="every 1s"' in html
    assert '<noscript><meta http-equiv="refresh"' in html


def test_several_files_come_at_once(coordinator: Client) -> None:
    files = [file("a.txt", b"one"), file("b.txt", b"two")]
    answer = coordinator.post("/library/add/", {"files": files}, follow=True)
    assert answer.redirect_chain[-1][0] == "/library/readings/"
    assert [row.name for row in Reading.objects.order_by("pk")] == ["a.txt", "b.txt"]
    assert "2 files were added." in answer.content.decode()


def test_no_file_is_said_at_the_field(coordinator: Client) -> None:
    answer = coordinator.post("/library/add/", {})
    assert answer.status_code == 422
    assert answer.content.decode().count("Choose at least one file.") == 2


def test_an_empty_file_is_a_finding_and_the_others_come_in(coordinator: Client) -> None:
    files = [file("empty.pdf", b""), file("full.txt", b"text")]
    answer = coordinator.post("/library/add/", {"files": files})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "The file empty.pdf is empty." in html
    assert [row.name for row in Reading.objects.all()] == ["full.txt"]
    assert "full.txt" in html


def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    coordinator: Client, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: put_in_force(Limits()))
    put_in_force(Limits(file_bytes=1024))
    answer = coordinator.post("/library/add/", {"files": file("big.txt", b"x" * 2048)})
    assert answer.status_code == 422
    assert "The file big.txt has 2.0 kB; the limit is 1.0 kB." in answer.content.decode()
    assert not Reading.objects.exists()


def test_a_reader_adds_nothing(reader: Client) -> None:
    assert reader.post("/library/add/", {"files": file("a.txt", b"x")}).status_code == 403
    assert not Reading.objects.exists()


def test_progress_is_asked_for_alone(coordinator: Client) -> None:
    reading = factories.reading(state=ReadingState.READING, step="reading", done=7, total=28)
    address = f"/library/readings/{reading.pk}/"
    html = coordinator.get(address, headers={"HX-Target": "reading"}).content.decode()
    assert "<html" not in html
    assert "Being read: 7 of 28 pages." in html
    assert '<progress aria-label="Progress of report.pdf" value="7" max="28">' in html


def test_a_file_that_could_not_be_read_says_what_to_do(coordinator: Client) -> None:
    finding = Finding("file.encrypted", arguments={"name": "report.pdf"})
    reading = factories.reading(
        state=ReadingState.FAILED, message=finding.message, findings=[finding.to_dict()]
    )
    html = coordinator.get(f"/library/readings/{reading.pk}/").content.decode()
    assert "is protected by a password" in html
    assert "Save a copy without the password" in html
    assert "hx-trigger" not in html
    assert "could not be taken in" in coordinator.get("/").content.decode()


def test_a_file_that_arrived_leads_to_its_document(coordinator: Client) -> None:
    reading = factories.reading(
        state=ReadingState.DONE, outcome="new", document=factories.report(2)
    )
    html = coordinator.get(f"/library/readings/{reading.pk}/").content.decode()
    assert re.search(r'href="/documents/A-HRC-90-7/"><span>Open <bdi>A/HRC/90/7</bdi>', html)


def test_what_is_no_symbol_is_said_at_the_field(coordinator: Client) -> None:
    answer = coordinator.post("/library/fetch/", {"symbol": "hello", "lang": "en"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert html.count("“hello” is not the symbol of a UN document.") == 2
    assert 'value="hello"' in html


def test_the_address_of_fetching_leads_to_the_form(coordinator: Client) -> None:
    assert coordinator.get("/library/fetch/").url == "/library/add/"
