"""The search page: how a question was understood, what was found, and what narrows it down."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client

from upheld.store.models import Document


def numbers(page: str) -> list[str]:
    return sorted(set(re.findall(r'href="/recommendations/A-HRC-90-7-([^"]+)/"', page)))


def asked(reader: Client, **address: str | list[str]) -> str:
    answer = reader.get("/search/", address)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ({"q": "discriminate"}, ["140.3"]),
        ({"q": "phụ nữ"}, ["140.3"]),
        ({"q": "phu nu"}, ["140.3"]),
        ({"q": "bỏ tử hình OR moratorium"}, ["140.4"]),
        ({"q": "", "position": "noted"}, ["140.1", "140.4"]),
        ({"q": "", "from": ["VNM", "LAO"]}, ["140.3", "140.5"]),
        ({"q": "women", "position": "noted"}, []),
        ({"q": "*"}, ["140.1", "140.2", "140.3", "140.4", "140.5", "140.6"]),
        ({"q": "!@# AND ((("}, ["140.1", "140.2", "140.3", "140.4", "140.5", "140.6"]),
        ({"q": "x" * 500}, []),
        ({"q": "women", "at": "-9", "sort": "colour"}, ["140.3"]),
    ],
)
def test_questions(report: Document, reader: Client, address, found: list[str]) -> None:
    assert numbers(asked(reader, **address)) == found


def test_it_says_how_it_understood_and_marks_what_it_found(
    report: Document, reader: Client
) -> None:
    page = asked(reader, q="phụ nữ")
    assert "“phụ nữ” as “women”, “female”." in page
    assert "<mark>women</mark>" in page


def test_a_facet_is_chosen_and_left_by_its_link(report: Document, reader: Client) -> None:
    page = asked(reader, q="women")
    assert 'href="?q=women&position=supported"' in page
    chosen = asked(reader, q="women", position="supported")
    assert 'href="?q=women" aria-current="true"' in chosen
    assert '<input type="hidden" name="position" value="supported">' in chosen


def test_what_is_typed_stays_text(report: Document, reader: Client) -> None:
    page = reader.get("/search/", {"q": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in page


def test_pages_are_turned(report: Document, reader: Client) -> None:
    assert 'rel="next"' not in asked(reader, q="")
    assert asked(reader, q="", at="5").count('rel="prev"') == 1
