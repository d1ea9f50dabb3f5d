"""The overview in the browser: numbers that lead to their rows, tables to take away, one body."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, date, datetime
from html import unescape

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from tests import factories
from tests import workspace_rows as rows
from upheld.core.entries import EntryState
from upheld.core.evidence import Confidentiality
from upheld.core.national_bodies import Succession
from upheld.core.roles import Role
from upheld.store.models import BodySuccession

pytestmark = pytest.mark.django_db

IN_MARCH = datetime(2026, 3, 20, 12, tzinfo=UTC)
NUMBER = re.compile(r'<a href="(/overview/rows/\?[^"]+)">(\d+)</a>')
CANARY = "kanarienvogel"


@pytest.fixture(autouse=True)
def _in_march():
    with time_machine.travel(IN_MARCH, tick=False):
        yield


@pytest.fixture
def at_work(db: None) -> None:
    """Two records, two bodies; one late, one published, one on its way; an NGO disagrees."""
    top = rows.body("GOV")
    justice, health = rows.body("MOJ", parent=top), rows.body("MOH", parent=top)
    one, two = factories.report(2).records.order_by("order")
    rows.entry(rows.assignment(one, justice), state=EntryState.PUBLISHED)
    rows.assignment(two, health, due=date(2026, 1, 1))
    hidden = rows.entry(rows.assignment(two, justice), state=EntryState.SUBMITTED, done=CANARY)
    rows.evidence(hidden, confidentiality=Confidentiality.PRIVATE, title=CANARY)
    rows.assessment(published_at=rows.NOW)


def signed_in(role: Role) -> Client:
    client = Client()
    client.force_login(rows.officer(role))
    return client


@pytest.mark.usefixtures("at_work")
@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.READER])
@pytest.mark.parametrize("address", ["/overview/", "/overview/XSP-MOJ/"])
def test_every_number_leads_to_so_many_rows(role: Role, address: str) -> None:
    client = signed_in(role)
    page = client.get(address).content.decode()
    numbers = NUMBER.findall(page)
    assert len(numbers) > 20
    for target, count in dict.fromkeys(numbers):
        listed = client.get(unescape(target)).content.decode()
        assert listed.partition("<tbody>")[2].count("<tr>") == int(count), target
        assert CANARY not in listed
    assert CANARY not in page
    assert "March 20, 2026" in page or "20 March 2026" in page


@pytest.mark.usefixtures("at_work")
def test_it_says_what_counts() -> None:
    assert (
        "Only published entries count" in signed_in(Role.READER).get("/overview/").content.decode()
    )
    said = signed_in(Role.COORDINATOR).get("/overview/").content.decode()
    assert "Entries on their way count" in said


@pytest.mark.usefixtures("at_work")
def test_a_table_to_take_away() -> None:
    answer = signed_in(Role.COORDINATOR).get(
        reverse("overview_table"), {"table": "parts", "format": "csv"}
    )
    lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    head = lines[0]
    assert head[:4] == ["National body", "Code", "all", "its own alone"]
    late = head.index("late")
    assert [(line[1], line[2], line[3], line[late]) for line in lines[1:]] == [
        ("XSP-GOV", "3", "0", "1"),
        ("XSP-MOH", "1", "1", "1"),
        ("XSP-MOJ", "2", "2", "0"),
        ("", "3", "0", "1"),
    ]
    assert {line[head.index("As of")] for line in lines[1:]} == {"2026-03-20"}


@pytest.mark.usefixtures("at_work")
def test_a_filter_stays_in_every_link() -> None:
    page = signed_in(Role.READER).get("/overview/?body=XSP-MOH").content.decode()
    assert NUMBER.findall(page)
    assert all("body=XSP-MOH" in target for target, _count in NUMBER.findall(page))


def test_an_empty_folder_says_what_to_do() -> None:
    page = signed_in(Role.COORDINATOR).get("/overview/").content.decode()
    assert "There is nothing to count yet" in page


@pytest.mark.usefixtures("at_work")
def test_a_body_leads_to_what_its_predecessor_reported() -> None:
    old, new = rows.body("MOJ"), rows.body("NEW")
    BodySuccession.objects.create(
        body=old, successor=new, kind=Succession.RENAMED, day=date(2026, 3, 5)
    )
    client = signed_in(Role.COORDINATOR)
    page = client.get("/overview/XSP-NEW/").content.decode()
    target, count = NUMBER.findall(page.partition("Bodies that it follows")[2])[0]
    assert (count, "Ministry of Justice" in client.get(unescape(target)).content.decode()) == (
        "2",
        True,
    )


@pytest.mark.parametrize(
    "wrong",
    ["?table=nothing", "?table=parts&row=XSP-NO", "?table=parts&column=nothing", ""],
)
@pytest.mark.usefixtures("at_work")
def test_numbers_that_there_are_not(wrong: str) -> None:
    assert signed_in(Role.READER).get(f"/overview/rows/{wrong}").status_code == 404


@pytest.mark.usefixtures("at_work")
def test_odd_filters_ask_for_nothing() -> None:
    page = signed_in(Role.READER).get("/overview/?cycle=x&since=never&until=31.12.")
    assert page.status_code == 200
    assert page.context["is_narrowed"] is False


@pytest.mark.usefixtures("at_work")
@pytest.mark.parametrize("role", [None, *(role for role in Role if role is not Role.PUBLIC)])
@pytest.mark.parametrize("name", ["overview_rows", "overview_table"])
def test_every_member_may_see_numbers_and_nobody_else(role: Role | None, name: str) -> None:
    member = Client()
    member.force_login(rows.officer(role) if role else factories.person(None, "nobody"))
    asked = {"table": "coverage", "format": "csv"}
    assert Client().get(reverse(name), asked).status_code == 403
    assert member.get(reverse(name), asked).status_code == (200 if role else 403)
