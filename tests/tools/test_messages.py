"""Gathering messages from templates and Python, and keeping what a translator wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.mofile import read_mo

from tools import messages

TEMPLATE = """{% load i18n %}
  <h1>{% translate "Review desk" %}</h1>
    {% blocktranslate count number=total trimmed %}
      One recommendation
    {% plural %}
      {{ number }} recommendations
    {% endblocktranslate %}
  {# Translators: the month #}
  {% translate "May" context "month" %}
"""
CODE = """
from django.utils.translation import gettext as _, ngettext
def told(n):
    return _("Page %(page)s") % {"page": n} + ngettext("%(n)s State", "%(n)s States", n)
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small program of its own, with one template and one module."""
    folder = tmp_path / "src" / "upheld"
    (folder / "web" / "templates" / "web").mkdir(parents=True)
    (folder / "web" / "templates" / "web" / "desk.html").write_text(TEMPLATE)
    (folder / "web" / "told.py").write_text(CODE)
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "PACKAGE", folder)
    monkeypatch.setattr(messages, "LOCALE", folder / "locale")
    return folder


def said_in(package: Path) -> set[object]:
    return {
        (message.id, message.context)
        for message in messages.gather()
        if message.id and not message.locations[0][0].endswith("findings.py")
    }


def test_every_form_of_message_is_gathered(package: Path) -> None:
    assert said_in(package) == {
        ("Review desk", None),
        (("One recommendation", "%(number)s recommendations"), None),
        ("May", "month"),
        ("Page %(page)s", None),
        (("%(n)s State", "%(n)s States"), None),
    }


def test_a_translation_outlives_an_update(package: Path) -> None:
    assert "Review desk" in messages.update("vi")
    path = messages.catalogue_path("vi")
    path.write_text(
        path.read_text("utf-8").replace(
            'msgid "Review desk"\nmsgstr ""', 'msgid "Review desk"\nmsgstr "Bàn rà soát"'
        ),
        "utf-8",
    )
    before = path.read_text("utf-8")
    assert "Review desk" not in messages.update("vi")
    assert path.read_text("utf-8") == before


def test_what_is_no_longer_said_is_dropped(package: Path) -> None:
    messages.update("vi")
    (package / "web" / "told.py").write_text("")
    messages.update("vi")
    assert messages.read_catalogue("vi").get("Page %(page)s") is None


def test_compiling_writes_what_django_reads(package: Path) -> None:
    messages.update("vi")
    path = messages.catalogue_path("vi")
    path.write_text(
        path.read_text("utf-8").replace(
            'msgid "Page %(page)s"\nmsgstr ""', 'msgid "Page %(page)s"\nmsgstr "Trang %(page)s"'
        ),
        "utf-8",
    )
    messages.compile_catalogues()
    with path.with_suffix(".mo").open("rb") as file:
        assert read_mo(file)["Page %(page)s"].string == "Trang %(page)s"
