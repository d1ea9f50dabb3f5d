"""The library: each document on exactly one page, the newest first, those without a date last."""

from __future__ import annotations

import re

from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from upheld.core.facts import DocumentKind
from upheld.store.models import Document
from upheld.store.queries.library import document_page

DAYS = st.one_of(st.none(), st.dates().map(lambda day: day.replace(year=2000 + day.year % 3)))


def documents(days: list[object]) -> list[str]:
    """Documents of these days; their slugs in the order of the library."""
    made = [
        Document.objects.create(slug=f"A-{n:03}", kind=DocumentKind.UPR_REPORT, date=day)
        for n, day in enumerate(days)
    ]
    dated = sorted((row for row in made if row.date), key=lambda row: row.slug)
    dated.sort(key=lambda row: row.date, reverse=True)
    return [row.slug for row in dated + [row for row in made if not row.date]]


class TestPages(TestCase):
    @settings(max_examples=30)
    @given(st.lists(DAYS, max_size=12), st.integers(1, 5))
    def test_forwards_and_backwards_every_document_comes_once(self, days, size) -> None:
        expected = documents(days)
        rows = Document.objects.all()
        page = document_page(rows, size)
        assert page.before == ""
        there = [page]
        while page.after:
            page = document_page(rows, size, after=page.after)
            there.append(page)
        assert [row.slug for one in there for row in one.rows] == expected
        back = [page]
        while page.before:
            page = document_page(rows, size, before=page.before)
            back.append(page)
        assert [[row.slug for row in one.rows] for one in reversed(back)] == [
            [row.slug for row in one.rows] for one in there
        ]


def test_the_library_turns_its_pages(reader: Client) -> None:
    expected = documents([None] * 60)
    first = reader.get("/library/").content.decode()
    [after] = re.findall(r'rel="next" href="([^"]+)"', first)
    second = reader.get(f"/library/{after}").content.decode()
    found = re.findall(r'href="/documents/([^/]+)/"', first + second)
    assert found == expected
    assert reader.get("/library/?after=nothing").status_code == 200
    assert reader.get("/library/?page=2").status_code == 200
