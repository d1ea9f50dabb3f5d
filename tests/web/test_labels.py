"""The page of labels of no known list; an imported document and record on their pages."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import factories
from tests.services.published import annotation, write
from upheld.services.import_published import import_list
from upheld.store.models import Record, Term

NEW = "Rights of <tomorrow>"
ADDRESS = "/library/labels/"


@pytest.fixture
def imported(db, settings, tmp_path) -> Record:
    settings.UPHELD_DATA = tmp_path
    rows = [annotation(n, Themes=[f"- {NEW}"]) for n in range(3)]
    import_list(factories.person(), path=write(tmp_path, rows))
    return Record.objects.get(number="1")


def test_a_label_waits_and_is_mapped(imported: Record, coordinator: Client) -> None:
    page = coordinator.get(ADDRESS).content.decode()
    assert "Rights of &lt;tomorrow&gt;" in page
    term = Term.objects.get(value=NEW)
    done = coordinator.post(ADDRESS, {"term": term.pk, "to": "Right to health"}, follow=True)
    assert 'value="Right to health"' in done.content.decode()
    coordinator.post(ADDRESS, {"term": term.pk, "to": ""})
    assert Term.objects.get(value=NEW).mapped_to is None


@pytest.mark.parametrize("term", ["x", "0", ""])
def test_what_cannot_be_mapped_is_refused(imported: Record, coordinator: Client, term: str) -> None:
    given = {"term": term, "to": "Right to health"}
    assert coordinator.post(ADDRESS, given).status_code == 422


def test_a_reader_sees_and_does_not_map(imported: Record, reader: Client) -> None:
    assert '<form method="post">' not in reader.get(ADDRESS).content.decode()
    term = Term.objects.get(value=NEW)
    assert reader.post(ADDRESS, {"term": term.pk, "to": "Right to health"}).status_code == 403


def test_an_imported_record_has_its_pages_and_leads_to_no_file(
    imported: Record, coordinator: Client
) -> None:
    slug = imported.document.slug
    record = coordinator.get(f"/recommendations/{imported.public_id}/")
    assert record.status_code == 200
    document = coordinator.get(f"/documents/{slug}/")
    assert document.status_code == 200
    assert f"/documents/{slug}/versions/1/file" not in document.content.decode()
    assert f"/documents/{slug}/pages/1/" not in record.content.decode() + document.content.decode()
    assert coordinator.get(f"/documents/{slug}/versions/1/file").status_code == 404
    assert coordinator.get(f"/documents/{slug}/pages/1/").status_code == 404
    desk = coordinator.get(f"/documents/{slug}/review/{imported.public_id}/")
    assert desk.status_code == 200


def test_imported_records_wait_for_nobody(imported: Record, coordinator: Client) -> None:
    assert imported.document.slug not in coordinator.get("/").content.decode()
    assert imported.document.slug in coordinator.get("/library/").content.decode()
    assert imported.public_id in coordinator.get("/recommendations/").content.decode()
