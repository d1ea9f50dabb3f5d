"""About Upheld, and the published figures of its reading."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from upheld import __version__

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("language", "figure"), [("en", r"\d\.\d{3}"), ("vi", r"\d,\d{3}")])
def test_the_figures_are_written_as_the_language_writes_them(language: str, figure: str) -> None:
    html = Client().get("/about/accuracy/", headers={"Accept-Language": language}).content.decode()
    rows = re.findall(r"<tr>.*?</tr>", html, re.DOTALL)[1:]
    assert rows
    assert [len(re.findall(rf">{figure}<", row)) for row in rows] == [4] * len(rows)


def test_the_version_stands_on_the_page() -> None:
    assert f"<bdi>{__version__}</bdi>" in Client().get("/about/").content.decode()
