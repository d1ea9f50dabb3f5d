"""Coming in by a link, going out, and the language that stays."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests import factories
from upheld.core.roles import Role
from upheld.services import sign_in
from upheld.store.models import Document, Event, SignInLink, User

pytestmark = pytest.mark.django_db


def link_for(user: User) -> str:
    return f"/sign-in/{sign_in.make_link(factories.person(Role.ADMINISTRATOR), user=user)}/"


def who_is(client: Client) -> str | None:
    identity = client.session.get("_auth_user_id")
    return User.objects.get(pk=identity).username if identity else None


def test_looking_at_a_link_does_not_use_it() -> None:
    client, link = Client(), link_for(factories.person())
    assert client.get(link).status_code == 200
    assert who_is(client) is None
    assert SignInLink.objects.get().used_at is None


def test_a_link_comes_in_once() -> None:
    first, second, link = Client(), Client(), link_for(factories.person())
    assert first.post(link).url == "/"
    assert who_is(first) == "coordinator"
    answer = second.post(link)
    assert answer.status_code == 403
    assert "has been used" in answer.content.decode()
    assert who_is(second) is None


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [
        ("/documents/A-HRC-90-7/review/", "/documents/A-HRC-90-7/review/"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("", "/"),
    ],
)
def test_a_link_leads_on_but_never_elsewhere(wanted: str, reached: str) -> None:
    client = Client()
    answer = client.post(f"{link_for(factories.person())}?next={wanted}")
    assert answer.url == reached


def test_sign_out() -> None:
    client = Client()
    client.force_login(factories.person())
    assert client.get("/sign-out").status_code == 405
    client.post("/sign-out")
    assert who_is(client) is None


def test_the_language_changes_on_the_same_page(report: Document) -> None:
    client, reader = Client(), factories.person(Role.READER)
    client.force_login(reader)
    page = "http://testserver/recommendations/?q=ratify"
    answer = client.post("/language", {"language": "vi"}, headers={"Referer": page})
    assert answer.url == page
    assert '<html lang="vi"' in client.get(page).content.decode()
    reader.refresh_from_db()
    assert reader.language == "vi"


def test_a_person_comes_in_in_their_own_language() -> None:
    person = factories.person(Role.READER, language="vi")
    client = Client()
    client.post(link_for(person))
    assert '<html lang="vi"' in client.get("/").content.decode()


def test_another_language_than_there_is_becomes_english() -> None:
    client = Client(headers={"Accept-Language": "vi"})
    client.post("/language", {"language": "tlh"}, headers={"Referer": "https://elsewhere.example"})
    assert '<html lang="en"' in client.get("/").content.decode()


def test_a_form_from_elsewhere_is_refused_in_words() -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/language", {"language": "vi"})
    assert answer.status_code == 403
    assert "The form was open too long" in answer.content.decode()


def test_each_language_is_offered_in_its_own_words() -> None:
    html = Client().get("/about/").content.decode()
    assert re.findall(r'<button lang="(\w+)">([^<]+)<', html) == [("vi", "Tiếng Việt")]


def test_a_person_sets_the_name_that_others_read() -> None:
    reader, client = factories.person(Role.READER), Client()
    client.force_login(reader)
    html = client.post("/settings/", {"name": "  Rosa   Reader, Library "}, follow=True).content
    assert 'value="Rosa Reader, Library"' in html.decode()
    event = Event.objects.get(action="user.set_name")
    assert event.difference == {"name": ["Rosa Reader", "Rosa Reader, Library"]}
    client.post("/settings/", {"name": "Rosa Reader, Library"})
    assert Event.objects.filter(action="user.set_name").count() == 1
