"""A published list on the pages: what it would change, the import, and the report of each run."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.services.published import annotation, write
from upheld.reading.sandbox import Sandbox
from upheld.services.readings import read_next
from upheld.store.models import ImportRun, Reading


@pytest.fixture
def reading(db: None, settings, tmp_path: Path, coordinator: Client) -> Reading:
    """A list that a coordinator added and that was tried."""
    settings.UPHELD_DATA = tmp_path / "data"
    (tmp_path / "data").mkdir()
    rows = [annotation(0), annotation(1, Themes=["- A theme of tomorrow"]), annotation(0)]
    content = write(tmp_path, rows).read_bytes()
    coordinator.post("/library/add/", {"files": SimpleUploadedFile("export-uhri.json", content)})
    with Sandbox() as sandbox:
        read_next(sandbox)
    return Reading.objects.get()


def imported(reading: Reading, coordinator: Client) -> ImportRun:
    coordinator.post(f"/library/readings/{reading.pk}/import")
    with Sandbox() as sandbox:
        read_next(sandbox)
    return ImportRun.objects.get()


def test_the_page_says_what_an_import_would_change(reading: Reading, coordinator, reader) -> None:
    page = coordinator.get(f"/library/readings/{reading.pk}/").content.decode()
    assert "What an import would change" in page
    assert "<dt>new</dt><dd>2</dd>" in page
    assert "<dt>refused</dt><dd>1</dd>" in page
    assert "A theme of tomorrow" in page
    assert f'action="/library/readings/{reading.pk}/import"' in page
    assert "/import" not in reader.get(f"/library/readings/{reading.pk}/").content.decode()


def test_the_import_is_reported(reading: Reading, coordinator: Client, reader: Client) -> None:
    run = imported(reading, coordinator)
    page = coordinator.get(f"/library/readings/{reading.pk}/").content.decode()
    assert "What the import changed" in page
    assert "stands on an earlier row" in page
    listed = reader.get("/library/imports/").content.decode()
    assert f'href="/library/imports/{run.pk}/"' in listed
    page = reader.get(f"/library/imports/{run.pk}/").content.decode()
    assert "Imported by Trần Thị Hương" in page
    assert "<dt>new</dt><dd>2</dd>" in page
    assert "2 records wait to be read for labels." in page
    assert reader.get("/library/imports/999/").status_code == 404


def test_a_run_that_was_interrupted_says_so(reading: Reading, coordinator: Client) -> None:
    run = imported(reading, coordinator)
    ImportRun.objects.update(finished_at=None)
    assert "interrupted" in coordinator.get("/library/imports/").content.decode()
    page = coordinator.get(f"/library/imports/{run.pk}/").content.decode()
    assert "goes on where it stopped" in page


def test_a_list_that_says_nothing_new_is_not_offered(reading: Reading, coordinator) -> None:
    imported(reading, coordinator)
    counts = {"unchanged": 2, "refused": {}}
    again = Reading.objects.get()
    again.report, again.outcome = {**again.report, "counts": counts}, "tried"
    again.save()
    page = coordinator.get(f"/library/readings/{again.pk}/").content.decode()
    assert "Every row says what is known already." in page
    assert f'action="/library/readings/{again.pk}/import"' not in page


def test_nothing_is_imported_by_a_link_or_by_a_reader(reading, coordinator, reader) -> None:
    address = f"/library/readings/{reading.pk}/import"
    assert coordinator.get(address)["Location"] == f"/library/readings/{reading.pk}/"
    assert reader.post(address).status_code == 403
    assert Reading.objects.get().wanted == ""
