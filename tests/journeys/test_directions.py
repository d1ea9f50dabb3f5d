"""A name with signs that turn writing round leaves the words beside it where they belong."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests import workspace_rows as rows
from tests.journeys.conftest import Visitor
from upheld.core.roles import Role
from upheld.store.models import ActionSupport

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("language", ["en", "vi"])
def test_what_follows_such_a_name_stands_after_it(visitor: Visitor, language: str) -> None:
    action = rows.action()
    for code, name in (("EAST", "East \u202eoffice"), ("WEST", "West office")):
        body = rows.body(code, names={"en": name, "vi": name})
        ActionSupport.objects.create(action=action, body=body)
    page = visitor.window(rows.officer(Role.READER), language=language)
    page.goto(f"/actions/{action.pk}/")
    links = page.locator("dl.facts dd").nth(1).get_by_role("link")
    expect(links).to_have_count(2)
    first, second = (one.bounding_box() for one in links.all())
    assert first and second
    assert second["x"] > first["x"] + first["width"]
