"""The sheet of a document: its quality in words, its versions, what it speaks about."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests import factories
from upheld.core.facts import DocumentKind
from upheld.store.models import Document, DocumentVersion


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ({"received": 6}, "Recommendations 6 6 ✓ agrees"),
        ({"received": 7}, "Recommendations 7 6 ▲ differs"),
        ({"supported": 4, "noted": 2}, "noted 2 2 ✓ agrees"),
    ],
)
def test_stated_totals_stand_beside_what_was_found(
    reader: Client, declared: dict[str, int], said: str
) -> None:
    factories.report(6, declared=declared)
    assert said in text_of(reader.get("/documents/A-HRC-90-7/").content.decode())


@pytest.mark.django_db
def test_where_nothing_is_stated_nothing_is_compared(reader: Client) -> None:
    factories.report(6, declared={})
    html = reader.get("/documents/A-HRC-90-7/").content.decode()
    assert "Totals that the document states" not in html
    assert "6 items were found." in html


def test_a_finding_leads_to_its_place(report: Document, reader: Client) -> None:
    record = report.records.get(number="140.3")
    about_record = factories.finding(report, record=record, page=1)
    about_document = factories.finding(report, "text.encoding", encoding="UTF-8")
    html = reader.get("/documents/A-HRC-90-7/").content.decode()
    assert f'href="/documents/A-HRC-90-7/review/{record.public_id}/"' in html
    assert f'href="/documents/A-HRC-90-7/review/findings/{about_document.pk}/"' in html
    assert f"findings/{about_record.pk}/" not in html


def test_each_version_says_what_it_changed(report: Document, reader: Client) -> None:
    first = report.current_version
    DocumentVersion.objects.create(
        document=report,
        file=first.file,
        number=2,
        symbol="A/HRC/90/7/Corr.1",
        taken_in_at=first.taken_in_at,
        taken_in_by=first.taken_in_by,
        changes={"added": [], "changed": ["A-HRC-90-7-140.2"], "withdrawn": [], "unchanged": 5},
    )
    html = reader.get("/documents/A-HRC-90-7/").content.decode()
    assert "1 record changed" in html
    assert 'href="/recommendations/A-HRC-90-7-140.2/"' in html
    assert html.index("A/HRC/90/7/Corr.1") < html.index("first version")


def test_an_addendum_leads_to_its_report(report: Document, reader: Client) -> None:
    other = factories.report(1, symbol="A/HRC/90/7/Add.1")
    other.kind, other.relates_to = DocumentKind.UPR_ADDENDUM, report
    other.save()
    html = reader.get(f"/documents/{other.slug}/").content.decode()
    assert "This document speaks about the recommendations in <bdi>A/HRC/90/7</bdi>." in html
    assert "A/HRC/90/7/Add.1" in reader.get("/documents/A-HRC-90-7/").content.decode()


def test_a_list_without_a_symbol_is_named_by_what_it_speaks_about(
    report: Document, reader: Client
) -> None:
    other = factories.report(1, symbol="A/HRC/90/8")
    other.symbol = other.title = ""
    other.kind, other.relates_to = DocumentKind.THEMATIC_LIST, report
    other.save()
    html = reader.get("/library/").content.decode()
    assert "<bdi>Thematic list of recommendations (A/HRC/90/7)</bdi>" in html


def test_a_page_as_printed_with_its_records(report: Document, reader: Client) -> None:
    html = reader.get("/documents/A-HRC-90-7/pages/1/").content.decode()
    assert 'href="/documents/A-HRC-90-7/versions/1/pages/1.png"' in html
    assert len(re.findall(r'href="/recommendations/A-HRC', html)) == 6
    assert "SPECIMEN. Sarovia is no State" in html
