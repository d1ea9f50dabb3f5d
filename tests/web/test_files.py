"""Files as received, and pictures of their pages."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.test import Client

from upheld.store import files
from upheld.store.models import Document


def test_a_file_is_handed_out_as_a_download_and_nothing_else(
    report: Document, reader: Client
) -> None:
    answer = reader.get("/documents/A-HRC-90-7/versions/1/file")
    kept = files.content_of(report.current_version.file.sha256)
    assert b"".join(answer.streaming_content) == kept
    assert answer["Content-Disposition"] == 'attachment; filename="report.pdf"'
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_who_may_not_read_gets_no_file(report: Document) -> None:
    assert Client().get("/documents/A-HRC-90-7/versions/1/file").status_code == 403
    assert Client().get("/documents/A-HRC-90-7/versions/1/pages/1.png").status_code == 403


def test_a_version_that_is_not_there(report: Document, reader: Client) -> None:
    assert reader.get("/documents/A-HRC-90-7/versions/2/file").status_code == 404


def test_the_picture_of_a_page_is_drawn_once(report: Document, reader: Client) -> None:
    address = "/documents/A-HRC-90-7/versions/1/pages/1.png"
    first = reader.get(address)
    assert first.content.startswith(b"\x89PNG")
    assert first["Cache-Control"] == "private, max-age=86400"
    # Another picture under the same name shows that the second answer is the kept one.
    folder = Path(settings.UPHELD_DATA) / "pages" / report.current_version.file.sha256
    (folder / "1-1100.png").write_bytes(b"kept")
    assert reader.get(address).content == b"kept"
    (folder / "1-1100.png").unlink()


def test_a_page_that_is_not_there(report: Document, reader: Client) -> None:
    assert reader.get("/documents/A-HRC-90-7/versions/1/pages/9.png").status_code == 422
    assert reader.get("/documents/A-HRC-90-7/pages/9/").status_code == 404
