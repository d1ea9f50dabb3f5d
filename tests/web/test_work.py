"""My work, the form, the queues and the entry's page, from the first word to publication."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests import factories
from tests import workspace_rows as rows
from upheld.core.roles import Role
from upheld.store.models import Assignment, Entry, Record, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked() -> Assignment:
    factories.report(3)
    return rows.assignment(Record.objects.get(number="140.1"))


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


FIELDS = {
    "row_version": "0",
    "done": "A bill was drafted.",
    "result": "",
    "status": "planned",
    "as_of": "2026-03-01",
    "language": "en",
}


def test_from_the_first_word_to_publication(asked):
    focal = browser(rows.officer(Role.FOCAL_POINT, asked.body))
    page = focal.get("/work/").content.decode()
    assert "Ratify the Optional Protocol" in page
    form = f"/work/{asked.pk}/"
    assert "Report on" in focal.get(form).content.decode()
    assert focal.post(form, FIELDS | {"do": "save"}).url == form
    entry = Entry.objects.get()
    assert "Saved at" in focal.get(form).content.decode()
    sent = focal.post(form, FIELDS | {"do": "submit", "row_version": "1"})
    address = f"/entries/{entry.pk}/"
    assert sent.url == address
    validator = browser(rows.officer(Role.VALIDATOR, asked.body))
    assert "A bill was drafted." in validator.get("/work/").content.decode()
    back = {"step": "send_back", "row_version": "2", "reason": "Name the date of the bill."}
    assert validator.post(f"{address}step", back).url == address
    assert "Name the date of the bill." in focal.get("/work/").content.decode()
    more = {"do": "submit", "row_version": "3", "done": "A bill was drafted on 3 May."}
    assert focal.post(form, FIELDS | more).url == address
    compared = validator.get("/work/validate/").content.decode()
    assert re.search(r"<ins>.*?on 3 May\.</ins>", compared, re.S)
    validator.post("/work/validate/take", {"entry": f"{entry.pk}@5"})
    coordinator = browser(rows.officer(Role.COORDINATOR))
    coordinator.post("/work/accept/take", {"entry": f"{entry.pk}@6"})
    coordinator.post("/work/publish/take", {"entry": f"{entry.pk}@7"})
    entry.refresh_from_db()
    assert (entry.state, entry.done) == ("published", "A bill was drafted on 3 May.")
    reader = browser(factories.person(Role.READER))
    page = reader.get(address).content.decode()
    assert "A bill was drafted on 3 May." in page
    assert "Name the date of the bill." not in page
